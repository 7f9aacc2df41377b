package dev.millwright.loop.health;

import dev.millwright.loop.cause.CauseWatch;
import dev.millwright.maintenance.Finding;
import dev.millwright.maintenance.HealthMonitor;
import dev.millwright.maintenance.ModelLife;
import dev.millwright.maintenance.Prognosis;
import dev.millwright.maintenance.RunningClock;
import dev.millwright.maintenance.SignalBand;
import dev.millwright.maintenance.Suspicion;
import dev.millwright.maintenance.Urgency;
import dev.millwright.maintenance.WishDecision;
import dev.millwright.maintenance.decision.MaintenanceDecision;
import dev.millwright.maintenance.live.LifeAnswer;
import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.CorrectionVerdict;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Lives lives;
    private final Decisions decisions;
    private final Suspicions suspicions;
    /** What other threads may look up: where signals stood while their machine was well. */
    private final Map<EquipmentId, List<SignalBand>> bands = new ConcurrentHashMap<>();

    /**
     * @param models the trained models that are asked
     * @param every plant time between two assessments of a machine when nothing but readings arrive
     */
    public Assessments(
            Plant plant,
            Duration every,
            long seed,
            TrainedModels models,
            Supplier<TwinState> twin,
            Function<Draft, CompletableFuture<Event>> accept) {
        this.plant = plant;
        this.every = every;
        this.twin = twin;
        this.accept = accept;
        var horizons = Horizons.of(plant);
        this.monitor = new HealthMonitor(horizons, seed);
        this.lives = new Lives(plant, models);
        this.decisions = new Decisions(plant, horizons);
        this.suspicions = new Suspicions(new CauseWatch(plant), new SuspicionWords(plant.zone()), twin, this::suspect);
        this.use = horizons.axis().toSpan(horizons.horizon());
    }

    /** Takes in an event that is already told, without telling anything: how a restart learns what was known. */
    public void recall(Event event) {
        if (event.fact() instanceof Fact.LifeEnded) {
            var unused = lives.takeEnded(event.subject()); // it was told
            recalledUpTo = Math.max(recalledUpTo, event.offset());
        } else if (plant.machine(event.subject()).isPresent()) {
            suspicions.recall(event);
            if (!tellsTheWayOfALot(event)) {
                learn(event);
                assessed.put(event.subject(), event.time());
                recalled.put(event.subject(), event);
            }
            recalledUpTo = Math.max(recalledUpTo, event.offset());
        }
    }

    /**
     * Tells of each recalled machine what follows from its latest event, where a crash kept it from being told.
     *
     * @param reaches from when on everything was recalled; null where that is all there is
     */
    void catchUp(@Nullable Instant reaches) {
        suspicions.catchUp(reaches).forEach(this::assess);
        recalled.forEach(this::assess);
        recalled.clear();
    }

    /** Asks these versions of trained models from now on. */
    void ask(TrainedModels models, Instant now) {
        lives.ask(models, seconds(now));
    }

    /** How far machines have moved away from a version's training; null where that is not known. */
    @Nullable
    ModelDrift drift(String title) {
        return lives.drift(title);
    }

    /** Where a machine's signals stood while it was well; asked by any thread. */
    List<SignalBand> bands(EquipmentId machine) {
        return bands.getOrDefault(machine, List.of());
    }

    private static @Nullable String changedModel(Fact fact) {
        return switch (fact) {
            case Fact.ModelPromoted promoted -> promoted.model();
            case Fact.ModelRetired retired -> retired.model();
            default -> null;
        };
    }

    void take(Event event) {
        var changed = changedModel(event.fact());
        if (changed != null) {
            plant.machines().stream()
                    .filter(machine -> machine.assetClass().lifeModel().equals(changed)
                            || machine.assetClass().failureModeModel().equals(changed))
                    .filter(machine -> clocks.containsKey(machine.id()))
                    .forEach(machine -> assess(machine.id(), event));
            return;
        }
        if (event.offset() <= recalledUpTo || plant.machine(event.subject()).isEmpty()) {
            return;
        }
        if (!tellsTheWayOfALot(event)) {
            boolean now = learn(event);
            var last = assessed.get(event.subject());
            if (now || last == null || !event.time().isBefore(last.plus(every))) {
                assessed.put(event.subject(), event.time());
                assess(event.subject(), event, now && isWord(event) ? event.reason() : null);
            }
        }
        suspicions.take(event).forEach(this::assess);
    }

    /** Tells the monitor, by the machine's own clock; true when the machine should be assessed at once. */
    private boolean learn(Event event) {
        String machine = event.subject().path();
        var clock = clock(event.subject(), event.time());
        if (event.fact() instanceof Fact.MachineStateChanged(var state, var _)) {
            clock.runs(seconds(event.time()), state == PackMlState.EXECUTE);
        }
        double time = clock.at(seconds(event.time()));
        return switch (event.fact()) {
            case Fact.ReadingsTaken taken -> {
                for (var reading : taken.readings()) {
                    if (reading.quality() == Quality.GOOD) {
                        double running = clock.at(seconds(reading.sourceTime()));
                        monitor.observe(machine, reading.signal(), running, reading.value());
                        lives.observe(event.subject(), reading, seconds(reading.sourceTime()), running);
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
                for (int i = 0; i < inspected.findings().size(); i++) {
                    var finding = inspected.findings().get(i);
                    monitor.observe(new Finding(
                            machine,
                            finding.severity(),
                            PERCENT * finding.areaPixels() / SURFACE_PIXELS,
                            finding.probability(),
                            time,
                            finding(inspected.inspection(), i)));
                }
                yield inspected.verdict() == Verdict.FAIL;
            }
            case Fact.FindingCorrected corrected -> {
                var word = corrected.correction();
                var number = word.finding();
                yield number != null
                        && monitor.judge(
                                machine,
                                finding(corrected.inspection(), number),
                                word.verdict() != CorrectionVerdict.REJECTED);
            }
            case Fact.MachineStateChanged changed -> {
                boolean failed = changed.state().isAborted() && broken.add(event.subject());
                if (failed) {
                    monitor.failed(machine, time);
                    lives.failed(event.subject(), event, seconds(event.time()));
                }
                if (!changed.state().isAborted()) {
                    broken.remove(event.subject());
                }
                yield failed;
            }
            case Fact.MaintenanceFinished _ -> {
                monitor.reset(machine, time);
                lives.begin(event.subject(), seconds(event.time()));
                yield true;
            }
            case Fact.ConnectionLost _, Fact.AlarmRaised _ -> true; // signals may be silent from now on
            default -> false;
        };
    }

    /** Such events say where parts went, and nothing of the machine. */
    private static boolean tellsTheWayOfALot(Event event) {
        return event.fact() instanceof Fact.OperationStarted || event.fact() instanceof Fact.OperationCompleted;
    }

    private static boolean isWord(Event event) {
        return event.fact() instanceof Fact.FindingCorrected;
    }

    private static String finding(String inspection, int number) {
        return inspection + "#" + number;
    }

    private void suspect(EquipmentId machine, List<Suspicion> of) {
        clock(machine, twin.get().time());
        monitor.suspect(machine.path(), of);
    }

    private RunningClock clock(EquipmentId machine, Instant now) {
        return clocks.computeIfAbsent(machine, id -> watch(id, seconds(now)));
    }

    /** A machine's age counts from when it was first heard. */
    private RunningClock watch(EquipmentId machine, double time) {
        monitor.register(plant.machine(machine).map(Profiles::of).orElseThrow(), time);
        lives.watch(machine, time);
        return new RunningClock(time, use);
    }

    private void assess(EquipmentId machine, Event cause) {
        assess(machine, cause, null);
    }

    private void assess(Suspicions.Change change) {
        assess(change.machine(), change.cause(), change.words());
    }

    /** @param because what has just changed, in words; null where that is what the machine itself says */
    private void assess(EquipmentId machine, Event cause, @Nullable String because) {
        double time = seconds(cause.time());
        double running = Objects.requireNonNull(clocks.get(machine)).at(time);
        Event latest = tellEnded(machine, cause);
        if (isOver(machine, cause)) {
            return;
        }
        Prognosis own = monitor.assess(machine.path(), running);
        bands.put(machine, monitor.bands(machine.path()));
        var answer = lives.answer(machine, time, running, silent(machine, cause.time()));
        var prognosis = answer instanceof LifeAnswer.Said said
                ? monitor.with(
                        own, new ModelLife(said.estimate(), said.distribution(), said.hoursPerUnit(), said.alarm()))
                : own;
        var decision = answer instanceof LifeAnswer.Said said
                ? decisions.of(
                        plant.machine(machine).orElseThrow(),
                        said,
                        Objects.requireNonNull(clocks.get(machine)).share(time),
                        cause.time())
                : null;
        var fact = new Fact.HealthAssessed(prognosis.health(), HealthWords.reasons(prognosis));
        if (isNews(machine, fact) || renewed(cause)) {
            latest = tell(machine, latest, fact, HealthWords.health(prognosis, because));
        }
        latest = isKnownToBeUnknown(machine, cause)
                ? latest
                : switch (answer) {
                    case LifeAnswer.None _ -> tellOwn(machine, latest, own);
                    case LifeAnswer.Unknown unknown -> tellOwn(machine, tellUnknown(machine, latest, unknown), own);
                    case LifeAnswer.Said said ->
                        tellSaid(machine, latest, own, prognosis, said, Objects.requireNonNull(decision));
                };
        wish(machine, latest, prognosis, decision);
    }

    /** The twin is ahead, and knows that the life this is about was ended by maintenance: it would pass over what is said of it. */
    private boolean isOver(EquipmentId machine, Event cause) {
        var known = twin.get().machines().get(machine);
        var maintained = known == null ? null : known.lastMaintenance();
        return maintained != null && cause.time().isBefore(maintained.finished());
    }

    /** What was recalled says no more than what was told after it: that a model fell silent, whatever made it so. */
    private boolean isKnownToBeUnknown(EquipmentId machine, Event cause) {
        var known = twin.get().machines().get(machine);
        return cause.offset() <= recalledUpTo && known != null && known.lifeUnknown() != null;
    }

    private Event tellEnded(EquipmentId machine, Event cause) {
        var ended = lives.takeEnded(machine);
        if (ended == null) {
            return cause;
        }
        var fact = new Fact.LifeEnded(ended.age(), ended.errors());
        tell(machine, ended.failure(), fact, "a life that ended says how far off its estimates were");
        return cause;
    }

    /** What the health monitor says, if it has anything new to say. */
    private Event tellOwn(EquipmentId machine, Event cause, Prognosis own) {
        var words = own(own);
        var life = own.remainingLife();
        var said = twin.get().machines().get(machine);
        return words == null || life == null || !material(said == null ? null : said.prognosis(), words)
                ? cause
                : tell(
                        machine,
                        cause,
                        new Fact.RemainingLifeEstimated(words),
                        HealthWords.life(life, words.failureProbability(), own.horizon()));
    }

    private static dev.millwright.plant.@Nullable Prognosis own(Prognosis own) {
        var life = own.remainingLife();
        Double probability = own.failureProbability();
        return life == null || probability == null ? null : HealthWords.prognosis(own, life, probability);
    }

    private Event tellUnknown(EquipmentId machine, Event cause, LifeAnswer.Unknown answer) {
        var unknown = Lives.words(answer);
        var said = twin.get().machines().get(machine);
        var told = said == null ? null : said.lifeUnknown();
        boolean isTold = told != null
                && told.why().equals(unknown.why())
                && told.version().equals(unknown.version())
                && !told.since().isBefore(unknown.since());
        return isTold ? cause : tell(machine, cause, new Fact.LifeUnknown(unknown), unknown.why());
    }

    private Event tellSaid(
            EquipmentId machine,
            Event cause,
            Prognosis own,
            Prognosis prognosis,
            LifeAnswer.Said said,
            MaintenanceDecision decision) {
        var known = twin.get().machines().get(machine);
        var mode = lives.failureMode(machine, seconds(cause.time()));
        if (known != null
                && known.lifeUnknown() == null
                && !LifeWords.isNews(known.prognosis(), prognosis, said, mode, decision, cause.time())) {
            return cause;
        }
        var words = LifeWords.prognosis(said, prognosis, own(own), decision, lives, machine, seconds(cause.time()));
        return tell(machine, cause, new Fact.RemainingLifeEstimated(words), LifeWords.life(said, prognosis));
    }

    /** Signals whose readings may no longer hold, by what the twin has told everyone. */
    private List<String> silent(EquipmentId machine, Instant at) {
        var known = twin.get().machines().get(machine);
        return known == null
                ? List.of()
                : known.signals().entrySet().stream()
                        .filter(signal -> {
                            // The twin may be ahead: what went silent later was still heard by then.
                            var since = signal.getValue().staleSince();
                            return since != null && !since.isAfter(at);
                        })
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** What was said last stands in the twin, and survives a restart there. */
    private boolean isNews(EquipmentId machine, Fact.HealthAssessed now) {
        var said = twin.get().machines().get(machine);
        return said == null
                || said.health().since() == null
                || Math.abs(said.health().value() - now.health()) >= HEALTH_STEP
                || !SuspicionWords.suspicions(said.health().reasons()).equals(SuspicionWords.suspicions(now.reasons()));
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

    private void wish(EquipmentId machine, Event cause, Prognosis prognosis, @Nullable MaintenanceDecision decision) {
        var standing = standing(machine);
        if (standing != null && standing.status() == WishStatus.STARTED) {
            return;
        }
        if (standing != null && isOwn(standing) && isSettled(standing)) {
            withdraw(standing, cause, "the machine was maintained meanwhile, its wear starts anew");
            return;
        }
        boolean stands = standing != null;
        var due = decision == null
                ? monitor.decide(prognosis, stands)
                : monitor.decide(prognosis, decision.urgency(), stands);
        switch (due) {
            case WishDecision.Wished(var wished) -> {
                var wish = window(machine, cause, prognosis, wished, decision, standing);
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
            @Nullable MaintenanceDecision decision,
            @Nullable WishState standing) {
        double now = seconds(cause.time());
        int seconds = (int) Math.round(wished.durationHours() * 3600);
        double earliest = now + wished.earliest() - prognosis.time();
        double latest =
                now + Objects.requireNonNull(clocks.get(machine)).calendarSpan(now, wished.latest() - prognosis.time());
        String id = standing == null ? OWN + machine.name() + "-" + cause.id() : standing.id();
        if (decision != null && decision.urgency().compareTo(Urgency.PLAN) >= 0) {
            var last = decision.earliest().plusSeconds(2L * seconds);
            return new MaintenanceWish(
                    id,
                    machine,
                    seconds,
                    decision.earliest(),
                    decision.latest().isAfter(last) ? decision.latest() : last,
                    prognosis.risk(),
                    decision.curve());
        }
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
        return Seconds.of(time);
    }

    private static Instant instant(double seconds) {
        return Seconds.instant(seconds);
    }
}
