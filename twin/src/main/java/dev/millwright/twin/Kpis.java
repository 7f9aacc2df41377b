package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The KPIs of ISO 22400-2 for a machine, or for all machines below a line, area or site: times and quantities are
 * summed first and divided once, never averaged. A ratio whose divisor is zero is undefined, which is {@code null}; an
 * effectiveness above 1 is shown as it is, since it says that a planned run time is wrong.
 *
 * @param subject the machine, or the path they stand below
 * @param to end of the span, or now when that is earlier
 * @param machines how many were added up
 * @param complete false when part of the span has left the machines' timelines by other bounds than a shift's; that part
 *     is in the time account as unknown
 */
public record Kpis(
        EquipmentId subject,
        Instant from,
        Instant to,
        int machines,
        TimeAccount time,
        Quantities quantities,
        boolean complete) {

    private static final Set<String> TIMES = Set.of(
            "machine-state-changed",
            "machine-mode-changed",
            "operation-started",
            "operation-completed",
            "operation-interrupted",
            "maintenance-started",
            "maintenance-finished");
    private static final Set<String> PARTS = Set.of("parts-counted", "operation-completed", "operation-interrupted");

    /** KPIs of the machines at or below a path between two times, as far as it is now. */
    public static Kpis of(TwinState state, EquipmentId prefix, Instant from, Instant to, Instant now) {
        var end = to.isAfter(now) ? now : to;
        if (end.isBefore(from)) {
            throw new IllegalArgumentException(
                    "KPIs from %s to %s.\nThe span begins before it ends and not in the future; it is %s now."
                            .formatted(from, to, now));
        }
        var time = TimeAccount.ZERO;
        var quantities = Quantities.ZERO;
        boolean complete = true;
        int count = 0;
        for (var machine : state.machines().values()) {
            if (prefix.contains(machine.id())) {
                var sum = ShiftSums.of(machine.timeline(), state.index().calendar(), from, end);
                time = time.plus(sum.time());
                quantities = quantities.plus(sum.quantities());
                complete &= sum.complete();
                count++;
            }
        }
        return new Kpis(prefix, from, end, count, time, quantities, complete);
    }

    /** KPIs of the machines at or below a path in a shift, as far as it is now. */
    public static Kpis of(TwinState state, EquipmentId prefix, ShiftWindow shift, Instant now) {
        return of(state, prefix, shift.from(), shift.to(), now);
    }

    /** APT / PBT. */
    public @Nullable Double availability() {
        return ratio(time.production(), time.plannedBusy());
    }

    /** PRU x PQ / APT: the performance of OEE. */
    public @Nullable Double effectiveness() {
        return quantities.unplanned() > 0 ? null : ratio(quantities.plannedRunMillis(), time.production());
    }

    /** GQ / PQ. */
    public @Nullable Double qualityRatio() {
        return ratio(quantities.good(), quantities.produced());
    }

    /** Availability x effectiveness x quality ratio. */
    public @Nullable Double oee() {
        return product(availability(), effectiveness(), qualityRatio());
    }

    /** AUPT / PBT x effectiveness x quality ratio: OEE to which setup is no loss. */
    public @Nullable Double nee() {
        return product(ratio(time.processing(), time.plannedBusy()), effectiveness(), qualityRatio());
    }

    /** GP / IP: parts good at their first pass. */
    public @Nullable Double firstPassYield() {
        return ratio(quantities.firstGood(), quantities.firstInspected());
    }

    /** SQ / PQ. */
    public @Nullable Double scrapRatio() {
        return ratio(quantities.scrap(), quantities.produced());
    }

    /** RQ / PQ. */
    public @Nullable Double reworkRatio() {
        return ratio(quantities.rework(), quantities.produced());
    }

    /** AUBT / PBT. */
    public @Nullable Double allocationEfficiency() {
        return ratio(time.busy(), time.plannedBusy());
    }

    /** APT / AUBT. */
    public @Nullable Double utilisationEfficiency() {
        return ratio(time.production(), time.busy());
    }

    /** APT / (APT + ADET). */
    public @Nullable Double technicalEfficiency() {
        return ratio(time.production(), time.production() + time.delay());
    }

    /** AUST / AUPT. */
    public @Nullable Double setupRate() {
        return ratio(time.setup(), time.processing());
    }

    /** Good and bad parts an hour of the time an order was on the machine. */
    public @Nullable Double throughputPerHour() {
        return ratio(quantities.produced() * 3_600_000.0, time.busy());
    }

    /** CMT / (CMT + PMT). */
    public @Nullable Double correctiveMaintenanceRatio() {
        return ratio(time.corrective(), time.corrective() + time.preventive());
    }

    /** Mean busy time not spent broken, a failure. */
    public @Nullable Double mttfHours() {
        return hours(ratio(time.plannedBusy() - time.correctiveBusy(), time.failures()));
    }

    /** Mean time to restoration, a failure. */
    public @Nullable Double mttrHours() {
        return hours(ratio(time.corrective(), time.failures()));
    }

    /** From one failure to the next: MTTF + MTTR. */
    public @Nullable Double mtbfHours() {
        var up = mttfHours();
        var down = mttrHours();
        return up == null || down == null ? null : up + down;
    }

    /** Every KPI by its name on the wire, undefined ones as null. */
    public Map<String, @Nullable Double> all() {
        var all = new LinkedHashMap<String, @Nullable Double>();
        all.put("availability", availability());
        all.put("effectiveness", effectiveness());
        all.put("qualityRatio", qualityRatio());
        all.put("oee", oee());
        all.put("nee", nee());
        all.put("firstPassYield", firstPassYield());
        all.put("scrapRatio", scrapRatio());
        all.put("reworkRatio", reworkRatio());
        all.put("allocationEfficiency", allocationEfficiency());
        all.put("utilisationEfficiency", utilisationEfficiency());
        all.put("technicalEfficiency", technicalEfficiency());
        all.put("setupRate", setupRate());
        all.put("throughputPerHour", throughputPerHour());
        all.put("correctiveMaintenanceRatio", correctiveMaintenanceRatio());
        all.put("mtbfHours", mtbfHours());
        all.put("mttfHours", mttfHours());
        all.put("mttrHours", mttrHours());
        return all;
    }

    /** The events behind a KPI of {@link #all()}. */
    public EventQuery evidence(String kpi) {
        var types =
                switch (kpi) {
                    case "qualityRatio", "firstPassYield", "scrapRatio", "reworkRatio" -> PARTS;
                    case "availability",
                            "allocationEfficiency",
                            "utilisationEfficiency",
                            "technicalEfficiency",
                            "setupRate",
                            "correctiveMaintenanceRatio",
                            "mtbfHours",
                            "mttfHours",
                            "mttrHours" -> TIMES;
                    case "effectiveness", "oee", "nee", "throughputPerHour" -> {
                        var both = new java.util.TreeSet<>(TIMES);
                        both.addAll(PARTS);
                        yield both;
                    }
                    default ->
                        throw new IllegalArgumentException(
                                "There is no KPI '%s'.\nUse one of %s.".formatted(kpi, all().keySet()));
                };
        return EventQuery.all().about(subject).ofTypes(types).between(from, to);
    }

    private static @Nullable Double ratio(long part, long whole) {
        return ratio((double) part, whole);
    }

    private static @Nullable Double ratio(double part, long whole) {
        return whole > 0 ? part / (double) whole : null;
    }

    private static @Nullable Double hours(@Nullable Double millis) {
        return millis == null ? null : millis / 3_600_000;
    }

    private static @Nullable Double product(@Nullable Double a, @Nullable Double b, @Nullable Double c) {
        return a == null || b == null || c == null ? null : a * b * c;
    }
}
