package dev.millwright.maintenance;

import dev.millwright.plant.RiskAhead;
import dev.millwright.plant.RiskLevel;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches machines: samples, findings and good parts in, health, remaining life and maintenance wishes out.
 *
 * <p>Times are those of the clock by which machines age: give what a {@link RunningClock} shows, and all hours are hours
 * of running.
 *
 * <p>One thread owns a monitor. Feeding the same observations in the same order rebuilds it exactly, and an assessment
 * depends on observations, seed, machine and time alone, not on how often one asked before.
 */
public final class HealthMonitor {

    /** What a shift, a day and a week ask. */
    private static final List<Double> AHEAD_HOURS = List.of(8.0, 24.0, 168.0);

    private final MaintenanceConfig config;
    private final long seed;
    private final Map<String, MachineState> machines = new LinkedHashMap<>();
    private final WishKeeper wishes;

    public HealthMonitor(MaintenanceConfig config, long seed) {
        this.config = config;
        this.seed = seed;
        this.wishes = new WishKeeper(config);
    }

    /** Begins to watch a machine, or begins anew with what is known about it at this time. */
    public void register(MachineProfile profile, double time) {
        machines.put(profile.machine(), new MachineState(profile, config, time));
        wishes.forget(profile.machine());
    }

    /** The machines watched, in the order of their registration. */
    public Collection<String> machines() {
        return Collections.unmodifiableSet(machines.keySet());
    }

    /**
     * Takes one sample of a signal; an unknown signal gets a baseline of its own.
     *
     * @return false where the sample is older than the signal's latest or no number, and changed nothing
     */
    public boolean observe(String machine, String signal, double time, double value) {
        return state(machine).observe(signal, time, value);
    }

    /** Takes an inspection finding, which costs quality health. */
    public void observe(Finding finding) {
        state(finding.machine()).quality().observe(finding);
    }

    /**
     * Takes a person's word about a finding: one that is no defect gives back what it took, as if it had never been. The
     * last word counts.
     *
     * @param finding its id
     * @return false where that changes nothing, as with findings before the last maintenance
     */
    public boolean judge(String machine, String finding, boolean isDefect) {
        return state(machine).quality().judge(finding, isDefect);
    }

    /** Takes what a machine is suspected of from now on, in place of what it was before; nothing clears it. */
    public void suspect(String machine, List<Suspicion> suspicions) {
        state(machine).suspect(suspicions);
    }

    /** Takes good parts, which give quality health back. */
    public void goodParts(String machine, int count, double time) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "%d good parts were reported for %s.\nReport what was made since the last report."
                            .formatted(count, machine));
        }
        state(machine).quality().goodParts(count, time);
    }

    /** Records a failure: the unit's life becomes a statistic and its age starts again. */
    public void failed(String machine, double time) {
        state(machine).failed(time);
    }

    /** Starts over after maintenance: new baselines, full health, age zero; the unit-life statistics stay. */
    public void reset(String machine, double time) {
        state(machine).reset(time);
        wishes.forget(machine);
    }

    /** What can be said about a machine now. */
    public Prognosis assess(String machine, double now) {
        MachineState state = state(machine);
        List<Driver> measured = state.drivers();
        List<Driver> drivers = Stream.concat(
                        measured.stream(), state.suspicions().stream().map(Suspicion::driver))
                .toList();
        double qualityHealth = state.quality().health();
        double signalHealth = state.signalHealth();
        LifeDraws draws = LifeDraws.of(
                state.waysToFailure(),
                state.unitLife(),
                state.age(now),
                1 / Math.max(0.01, signalHealth * qualityHealth),
                now,
                config,
                new SplittableRandom(seed ^ ((long) machine.hashCode() << 32) ^ Double.doubleToLongBits(now)));
        RemainingLife life = draws == null ? null : draws.interval(config);
        Double probability = draws == null ? null : draws.failureWithin(config.horizon());
        double avoidable = avoidable(probability, state.unitLife());
        Advice advice = Advice.of(signalHealth, qualityHealth, life, avoidable, measured, config);
        return new Prognosis(
                machine,
                now,
                signalHealth * qualityHealth * state.trust(),
                signalHealth,
                qualityHealth,
                drivers.stream().map(Driver::reason).toList(),
                life,
                probability,
                avoidable,
                config.horizon(),
                advice.risk(),
                advice.urgency(),
                advice.action(),
                downtime(state.profile, probability == null ? 0 : probability),
                drivers,
                risks(draws));
    }

    private List<RiskAhead> risks(@Nullable LifeDraws draws) {
        return draws == null || config.axis() != TimeAxis.SECONDS
                ? List.of()
                : AHEAD_HOURS.stream()
                        .map(hours -> new RiskAhead(hours, draws.failureWithin(hours), false))
                        .toList();
    }

    /** The same assessment, with a trained model's life in place of what the monitor makes of trends and past lives. */
    public Prognosis with(Prognosis own, ModelLife model) {
        var state = state(own.machine());
        double probability = model.failureWithin(config.horizon());
        double avoidable = avoidable(probability, state.unitLife());
        var life = model.inHours();
        var figures = Advice.of(own.signalHealth(), own.qualityHealth(), life, avoidable, state.drivers(), config);
        var advice = model.alarm() ? figures.atLeast(RiskLevel.HIGH, life, state.drivers()) : figures;
        return new Prognosis(
                own.machine(),
                own.time(),
                own.health(),
                own.signalHealth(),
                own.qualityHealth(),
                own.reasons(),
                life,
                probability,
                avoidable,
                config.horizon(),
                advice.risk(),
                advice.urgency(),
                advice.action(),
                downtime(state.profile, probability),
                own.drivers(),
                model.risks(AHEAD_HOURS));
    }

    /** Where a machine's signals stood while it was well, as far as that is learned. */
    public List<SignalBand> bands(String machine) {
        return state(machine).bands();
    }

    /**
     * Whether a maintenance window should be wished for, given an assessment.
     *
     * @param standing true while an earlier wish stands
     */
    public WishDecision decide(Prognosis prognosis, boolean standing) {
        return wishes.decide(prognosis, null, state(prognosis.machine()).profile, standing);
    }

    /**
     * Whether a maintenance window should be wished for, given what has been reckoned for a trained model's life: where a stop
     * within the horizon pays, or where the work itself has become bad.
     *
     * @param advised how soon somebody has to act by what it costs
     * @param standing true while an earlier wish stands
     */
    public WishDecision decide(Prognosis prognosis, Urgency advised, boolean standing) {
        return wishes.decide(prognosis, advised, state(prognosis.machine()).profile, standing);
    }

    private double avoidable(@Nullable Double probability, @Nullable WeibullLife unitLife) {
        double renewed = unitLife == null ? 0 : unitLife.failureWithin(0, config.horizon());
        return probability == null || renewed >= 1 ? 0 : Math.max(0, (probability - renewed) / (1 - renewed));
    }

    private static double downtime(MachineProfile profile, double probability) {
        return (1 - probability) * profile.plannedDowntimeHours() + probability * profile.failureDowntimeHours();
    }

    private MachineState state(String machine) {
        MachineState state = machines.get(machine);
        if (state == null) {
            throw new IllegalArgumentException(
                    "Machine %s is not watched.\nRegister its profile before its first observation."
                            .formatted(machine));
        }
        return state;
    }
}
