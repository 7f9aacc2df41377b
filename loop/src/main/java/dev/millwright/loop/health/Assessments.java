package dev.millwright.loop.health;

import dev.millwright.maintenance.Finding;
import dev.millwright.maintenance.HealthMonitor;
import dev.millwright.maintenance.Prognosis;
import dev.millwright.maintenance.RunningClock;
import dev.millwright.maintenance.WishDecision;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.PackMlState;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a reading or a finding to health, remaining life, risk and a maintenance wish: each an event caused by the one
 * before, and none of them said again while nothing material changed. What was said last is looked up in the twin, so that
 * a restart neither forgets nor repeats it. Machines age by the time they run. Owned by one thread.
 */
public final class Assessments {

    private static final double HEALTH_STEP = 0.01;
    private static final double LIFE_STEP = 0.25;
    /** A wish's end that moves up by this part of what is left is told again. */
    private static final int SOONER = 4;

    private static final String OWN = "W-";
    private static final double PERCENT = 100;
    /** Frames are judged by the pixel; the health rule wants a share of the surface (1 pixel in 10,000 is 0.01 %). */
    private static final double SURFACE_PIXELS = 640 * 640;

    private final Plant plant;
    private final HealthMonitor monitor;
    private final Duration every;
    private final Supplier<TwinState> twin;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final double use;
    private final Map<EquipmentId, RunningClock> clocks = new HashMap<>();
    private final Map<EquipmentId, Event> recalled = new LinkedHashMap<>();
    private long recalledUpTo;
    private final Map<EquipmentId, Instant> assessed = new HashMap<>();
    private final Map<EquipmentId, Integer> goodSeen = new HashMap<>();
    private final Set<EquipmentId> broken = new HashSet<>();

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
        var horizons = Horizons.of(plant);
        this.monitor = new HealthMonitor(horizons, seed);
        this.use = horizons.axis().toSpan(horizons.horizon());
    }

    /** Takes in an event that is already told, without telling anything: how a restart learns what was known. */
    public void recall(Event event) {
        if (plant.machine(event.subject()).isPresent()) {
            learn(event);
            assessed.put(event.subject(), event.time());
            recalled.put(event.subject(), event);
            recalledUpTo = Math.max(recalledUpTo, event.offset());
        }
    }

    /** Tells of each recalled machine what follows from its latest event, where a crash kept it from being told. */
    void catchUp() {
        recalled.values().forEach(this::assess);
        recalled.clear();
    }

    void take(Event event) {
        if (event.offset() <= recalledUpTo || plant.machine(event.subject()).isEmpty()) {
            return;
        }
        boolean now = learn(event);
        var last = assessed.get(event.subject());
        if (now || last == null || !event.time().isBefore(last.plus(every))) {
            assessed.put(event.subject(), event.time());
            assess(event);
        }
    }

    /** Tells the monitor, by the machine's own clock; true when the machine should be assessed at once. */
    private boolean learn(Event event) {
        String machine = event.subject().path();
        var clock = clocks.computeIfAbsent(event.subject(), id -> watch(id, seconds(event.time())));
        if (event.fact() instanceof Fact.MachineStateChanged(var state, var _)) {
            clock.runs(seconds(event.time()), state == PackMlState.EXECUTE);
        }
        double time = clock.at(seconds(event.time()));
        return switch (event.fact()) {
            case Fact.ReadingsTaken taken -> {
                for (var reading : taken.readings()) {
                    if (reading.quality() == Quality.GOOD) {
                        monitor.observe(
                                machine, reading.signal(), clock.at(seconds(reading.sourceTime())), reading.value());
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

    /** A machine's age counts from when it was first heard. */
    private RunningClock watch(EquipmentId machine, double time) {
        monitor.register(plant.machine(machine).map(Profiles::of).orElseThrow(), time);
        return new RunningClock(time, use);
    }

    private void assess(Event cause) {
        var machine = cause.subject();
        var clock = Objects.requireNonNull(clocks.get(machine));
        Prognosis prognosis = monitor.assess(machine.path(), clock.at(seconds(cause.time())));
        Event latest = cause;
        if (isNews(machine, prognosis.health()) || renewed(cause)) {
            var fact = new Fact.HealthAssessed(prognosis.health(), HealthWords.reasons(prognosis));
            latest = tell(machine, latest, fact, HealthWords.health(prognosis));
        }
        var life = prognosis.remainingLife();
        Double probability = prognosis.failureProbability();
        if (life != null && probability != null) {
            var words = HealthWords.prognosis(prognosis, life, probability);
            var said = twin.get().machines().get(machine);
            if (material(said == null ? null : said.prognosis(), words)) {
                latest = tell(
                        machine,
                        latest,
                        new Fact.RemainingLifeEstimated(words),
                        HealthWords.life(life, probability, prognosis.horizon()));
            }
        }
        wish(machine, latest, prognosis);
    }

    /** What was said last stands in the twin, and survives a restart there. */
    private boolean isNews(EquipmentId machine, double health) {
        var said = twin.get().machines().get(machine);
        return said == null
                || said.health().since() == null
                || Math.abs(said.health().value() - health) >= HEALTH_STEP;
    }

    /** After maintenance people want to hear how the machine is, even when all is as it should be. */
    private boolean renewed(Event cause) {
        return cause.offset() > recalledUpTo && cause.fact() instanceof Fact.MaintenanceFinished;
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
        if (standing != null && isOwn(standing) && isSettled(standing)) {
            withdraw(standing, cause, "the machine was maintained meanwhile, its wear starts anew");
            return;
        }
        switch (monitor.decide(prognosis, standing != null)) {
            case WishDecision.Wished(var wished) -> {
                var wish = window(machine, cause, prognosis, wished, standing);
                if (standing == null || worthRepeating(standing, wish.latest(), cause.time())) {
                    tell(machine, cause, new Fact.MaintenanceRequested(wish), wished.reason());
                }
            }
            case WishDecision.Withdrawn(var _, var why) -> {
                if (standing != null && isOwn(standing)) {
                    withdraw(standing, cause, why);
                }
            }
            case WishDecision.Unchanged _ -> {}
        }
    }

    /** Life is told in running hours; its end comes as much later as the machine stands in between. */
    private MaintenanceWish window(
            EquipmentId machine,
            Event cause,
            Prognosis prognosis,
            dev.millwright.maintenance.MaintenanceWish wished,
            @Nullable WishState standing) {
        double now = seconds(cause.time());
        int seconds = (int) Math.round(wished.durationHours() * 3600);
        double earliest = now + wished.earliest() - prognosis.time();
        double latest =
                now + Objects.requireNonNull(clocks.get(machine)).calendarSpan(now, wished.latest() - prognosis.time());
        String id = standing == null ? OWN + machine.name() + "-" + cause.id() : standing.id();
        return new MaintenanceWish(
                id,
                machine,
                seconds,
                instant(earliest),
                instant(Math.max(latest, earliest + 2.0 * seconds)),
                prognosis.risk());
    }

    private void withdraw(WishState wish, Event cause, String why) {
        tell(wish.wish().machine(), cause, new Fact.MaintenanceWithdrawn(wish.id(), why), why);
    }

    /** What a person wished for, a person withdraws. */
    private static boolean isOwn(WishState wish) {
        return wish.id().matches(OWN + ".*-e\\d+");
    }

    /** True when the machine was maintained for another reason after this was wished. */
    private boolean isSettled(WishState wish) {
        var machine = twin.get().machines().get(wish.wish().machine());
        var maintained = machine == null ? null : machine.lastMaintenance();
        return maintained != null && maintained.finished().isAfter(wish.requestedAt());
    }

    /** A standing window is left alone unless it has passed, or should end a good deal sooner, or twice as late. */
    private static boolean worthRepeating(WishState standing, Instant latest, Instant now) {
        var left = Duration.between(now, standing.wish().latest());
        var later = Duration.between(standing.wish().latest(), latest);
        return left.isNegative()
                || later.negated().compareTo(left.dividedBy(SOONER)) > 0
                || (isOwn(standing) && later.compareTo(left) > 0);
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
