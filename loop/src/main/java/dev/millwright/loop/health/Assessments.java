package dev.millwright.loop.health;

import dev.millwright.maintenance.Finding;
import dev.millwright.maintenance.HealthMonitor;
import dev.millwright.maintenance.Prognosis;
import dev.millwright.maintenance.WishDecision;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.TwinState;
import dev.millwright.twin.WishState;
import dev.millwright.twin.WishStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a reading or a finding to health, remaining life, risk and a maintenance wish: each an event caused by the one
 * before, and none of them said again while nothing material changed. Owned by one thread.
 */
public final class Assessments {

    private static final double HEALTH_STEP = 0.01;
    private static final double LIFE_STEP = 0.25;
    /** A wish's end that moves up by this part of what is left is told again. */
    private static final int SOONER = 4;

    private static final double PERCENT = 100;
    /** Frames are judged by the pixel; the health rule wants a share of the surface (1 pixel in 10,000 is 0.01 %). */
    private static final double SURFACE_PIXELS = 640 * 640;

    private final Plant plant;
    private final HealthMonitor monitor;
    private final Duration every;
    private final Supplier<TwinState> twin;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final Map<EquipmentId, Instant> assessed = new HashMap<>();
    private final Map<EquipmentId, Double> healthSaid = new HashMap<>();
    private final Map<EquipmentId, dev.millwright.plant.Prognosis> lifeSaid = new HashMap<>();
    private final Map<EquipmentId, Integer> goodSeen = new HashMap<>();
    private final Set<EquipmentId> broken = new HashSet<>();
    private final Set<EquipmentId> known = new HashSet<>();

    /** @param every plant time between two assessments of a machine when nothing but readings arrive */
    public Assessments(
            Plant plant,
            Duration every,
            long seed,
            Supplier<TwinState> twin,
            Function<Draft, CompletableFuture<Event>> accept) {
        this.plant = plant;
        this.every = every;
        this.twin = twin;
        this.accept = accept;
        this.monitor = new HealthMonitor(Horizons.of(plant), seed);
    }

    /** Takes in an event that is already told, without telling anything: how a restart learns what was known. */
    public void recall(Event event) {
        if (plant.machine(event.subject()).isPresent()) {
            learn(event);
            assessed.put(event.subject(), event.time());
        }
    }

    void take(Event event) {
        if (plant.machine(event.subject()).isEmpty()) {
            return;
        }
        boolean now = learn(event);
        var last = assessed.get(event.subject());
        if (now || last == null || !event.time().isBefore(last.plus(every))) {
            assessed.put(event.subject(), event.time());
            assess(event);
        }
    }

    /** Tells the monitor; true when the machine should be assessed at once. */
    private boolean learn(Event event) {
        String machine = event.subject().path();
        double time = seconds(event.time());
        if (known.add(event.subject())) {
            var profile = plant.machine(event.subject()).map(Profiles::of).orElseThrow();
            monitor.register(profile, time); // a machine's age counts from when it was first heard
        }
        return switch (event.fact()) {
            case Fact.ReadingsTaken taken -> {
                for (var reading : taken.readings()) {
                    if (reading.quality() == Quality.GOOD) {
                        monitor.observe(machine, reading.signal(), seconds(reading.sourceTime()), reading.value());
                    }
                }
                yield false;
            }
            case Fact.PartsCounted counted -> {
                Integer before = goodSeen.put(event.subject(), counted.good());
                int more = counted.good() - (before == null || before > counted.good() ? 0 : before);
                monitor.goodParts(machine, Math.max(0, more), time);
                yield false;
            }
            case Fact.PartInspected inspected -> {
                for (var finding : inspected.findings()) {
                    monitor.observe(new Finding(
                            machine,
                            finding.severity(),
                            PERCENT * finding.areaPixels() / SURFACE_PIXELS,
                            finding.probability(),
                            time));
                }
                yield inspected.verdict() == Verdict.FAIL;
            }
            case Fact.MachineStateChanged changed -> {
                boolean failed = changed.state().isAborted() && broken.add(event.subject());
                if (failed) {
                    monitor.failed(machine, time);
                }
                if (!changed.state().isAborted()) {
                    broken.remove(event.subject());
                }
                yield failed;
            }
            case Fact.MaintenanceFinished _ -> {
                monitor.reset(machine, time);
                yield true;
            }
            default -> false;
        };
    }

    private void assess(Event cause) {
        var machine = cause.subject();
        Prognosis prognosis = monitor.assess(machine.path(), seconds(cause.time()));
        Event latest = cause;
        Double before = healthSaid.get(machine);
        if (before == null || Math.abs(before - prognosis.health()) >= HEALTH_STEP) {
            healthSaid.put(machine, prognosis.health());
            latest = tell(
                    machine,
                    latest,
                    new Fact.HealthAssessed(prognosis.health(), HealthWords.reasons(prognosis)),
                    HealthWords.health(prognosis));
        }
        var life = prognosis.remainingLife();
        Double probability = prognosis.failureProbability();
        if (life != null && probability != null) {
            var words = HealthWords.prognosis(prognosis, life, probability);
            if (material(lifeSaid.get(machine), words)) {
                lifeSaid.put(machine, words);
                latest = tell(
                        machine,
                        latest,
                        new Fact.RemainingLifeEstimated(words),
                        HealthWords.life(life, probability, prognosis.horizon()));
            }
        }
        wish(machine, latest, prognosis);
    }

    private static boolean material(
            dev.millwright.plant.@Nullable Prognosis before, dev.millwright.plant.Prognosis after) {
        return before == null
                || before.risk() != after.risk()
                || Math.abs(before.remainingLifeHours() - after.remainingLifeHours())
                        > LIFE_STEP * before.remainingLifeHours();
    }

    private void wish(EquipmentId machine, Event cause, Prognosis prognosis) {
        var standing = standing(machine);
        if (standing != null && standing.status() == WishStatus.STARTED) {
            return;
        }
        switch (monitor.decide(prognosis)) {
            case WishDecision.Wished(var wished, var _) -> {
                int seconds = (int) Math.round(wished.durationHours() * 3600);
                var earliest = instant(wished.earliest());
                var latest = instant(Math.max(wished.latest(), wished.earliest() + 2.0 * seconds));
                if (standing == null || worthRepeating(standing.wish(), latest, cause.time())) {
                    String id = standing == null ? "W-" + machine.name() + "-" + cause.offset() : standing.id();
                    var wish = new MaintenanceWish(id, machine, seconds, earliest, latest, prognosis.risk());
                    tell(machine, cause, new Fact.MaintenanceRequested(wish), wished.reason());
                }
            }
            case WishDecision.Withdrawn(var _, var why) -> {
                if (standing != null) {
                    tell(
                            machine,
                            cause,
                            new Fact.MaintenanceWithdrawn(standing.wish().id(), why),
                            why);
                }
            }
            case WishDecision.Unchanged _ -> {}
        }
    }

    /** A standing window is left alone unless it has passed, or should end a good deal sooner, or twice as late. */
    private static boolean worthRepeating(MaintenanceWish standing, Instant latest, Instant now) {
        var left = Duration.between(now, standing.latest());
        var later = Duration.between(standing.latest(), latest);
        return left.isNegative() || later.negated().compareTo(left.dividedBy(SOONER)) > 0 || later.compareTo(left) > 0;
    }

    private @Nullable WishState standing(EquipmentId machine) {
        return twin.get().wishes().values().stream()
                .filter(wish -> wish.wish().machine().equals(machine))
                .filter(wish -> wish.status().isOpen() || wish.status() == WishStatus.STARTED)
                .findFirst()
                .orElse(null);
    }

    private Event tell(EquipmentId machine, Event cause, Fact fact, String words) {
        return accept.apply(HealthWatch.about(machine, cause, fact, words)).join();
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
