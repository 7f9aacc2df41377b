package dev.millwright.loop.planning;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plan;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.twin.Change;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinRefusal;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers each disturbance at once with the best quick plan, and again, while a search goes on and at its end, with what
 * it has found, if that is still better on the floor as it then stands. One thread decides; the search has another.
 *
 * <p>What competes with a new plan is always the plan in force brought up to date: the same sequences on the same
 * machines, as late as the floor demands. It costs no change of machine, so another is adopted only where the objective
 * gains more than its changes cost; where nothing is gained, the plan in force stands in its place.
 */
public final class Planner implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Planner.class.getName());
    private static final double WORTH_ADOPTING = 0.99;

    private sealed interface Message {}

    /** Why a plan is made: the journaled request, when its cause was noticed, and the words for it. */
    private record Told(Event request, Instant noticed, String words) {}

    private record Triggered(PlanTrigger trigger) implements Message {}

    private record Ticked() implements Message {}

    private record Restarted(TwinEngine twin, long known) implements Message {}

    private record Searched(RunningSearch search) implements Message {}

    private record Brought(Plan plan, String words, CompletableFuture<Event> answer) implements Message {}

    private final Scheduler scheduler;
    private final LateWatch lateWatch;
    private final Duration frozen;
    private final Supplier<TwinState> twin;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final InstantSource plantClock;
    private final InstantSource wallClock;
    private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final List<Consumer<PlanSearch>> watchers = new CopyOnWriteArrayList<>();
    private final Worker worker;
    private volatile @Nullable RunningSearch searching;

    /**
     * @param lateTolerance how far the floor may run behind the plan, in plant time
     * @param frozen how far ahead what is about to start stays, in plant time
     */
    public Planner(
            Scheduler scheduler,
            Duration lateTolerance,
            Duration frozen,
            Supplier<TwinState> twin,
            Function<Draft, CompletableFuture<Event>> accept,
            InstantSource plantClock,
            InstantSource wallClock) {
        this.scheduler = scheduler;
        this.lateWatch = new LateWatch(lateTolerance);
        this.frozen = frozen;
        this.twin = twin;
        this.accept = accept;
        this.plantClock = plantClock;
        this.wallClock = wallClock;
        worker = Worker.start("loop-planning", "Planning failed; the plan in force stays.", this::run);
    }

    /** Takes a change of the twin; returns at once. */
    public void offer(Change change) {
        PlanTriggers.of(change).ifPresent(trigger -> inbox.add(new Triggered(trigger)));
    }

    /** Answers what happened up to an offset and no plan has answered: a crash came between. */
    public void catchUp(TwinEngine engine, long known) {
        inbox.add(new Restarted(engine, known));
    }

    /** Looks whether the floor runs behind the plan. */
    public void tick() {
        inbox.add(new Ticked());
    }

    /** Tells a watcher of the searches, on their threads, until it is closed; the watcher returns at once. */
    public AutoCloseable watch(Consumer<PlanSearch> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void tellWatchers(PlanSearch news) {
        watchers.forEach(watcher -> watcher.accept(news));
    }

    /** The plan that would be adopted at once if the floor were so; nothing is told. */
    public Preview preview(FloorQuestion supposed) {
        return Preview.of(scheduler, supposed, frozen);
    }

    /**
     * Brings a plan of a person's into force, moved onto the floor as it is when its turn comes.
     *
     * @param words why, and who says so
     * @return the adoption's event; {@link TwinRefusal} when the floor has moved on so far that it cannot be followed
     */
    public CompletableFuture<Event> adopt(Plan plan, String words) {
        var answer = new CompletableFuture<Event>();
        inbox.add(new Brought(plan, words, answer));
        return answer;
    }

    private void run() throws InterruptedException {
        var messages = new ArrayList<Message>();
        var search = searching;
        var first = search == null ? inbox.take() : inbox.poll(search.untilLook(), TimeUnit.MILLISECONDS);
        if (first != null) {
            messages.add(first);
            inbox.drainTo(messages);
            handle(messages);
        }
        search = searching;
        if (search != null && search.lookIsDue()) {
            look(search);
        }
    }

    private void handle(List<Message> messages) {
        var triggers = new ArrayList<PlanTrigger>();
        var brought = new ArrayList<Brought>();
        for (var message : messages) {
            switch (message) {
                case Triggered(var trigger) -> triggers.add(trigger);
                case Brought plan -> brought.add(plan);
                case Restarted(var engine, var known) -> {
                    if (!nothingToPlan()) {
                        triggers.addAll(Unanswered.of(engine, known, wallClock.instant()));
                    }
                }
                case Ticked() ->
                    lateWatch
                            .look(twin.get(), plantClock.instant())
                            .ifPresent(
                                    words -> triggers.add(new PlanTrigger(null, site(), wallClock.instant(), words)));
                case Searched(var search) -> {
                    if (search == searching && triggers.isEmpty()) {
                        look(search);
                        searching = null;
                    }
                }
            }
        }
        if (!triggers.isEmpty()) {
            answer(triggers);
        }
        brought.forEach(this::bring);
    }

    /** A person's choice ends the search for a better plan: the next disturbance begins another. */
    private void bring(Brought brought) {
        try {
            switch (Adoption.of(FloorQuestion.of(twin.get(), plantClock.instant()), brought.plan())) {
                case Adoption.Impossible(var why) -> brought.answer().completeExceptionally(new TwinRefusal(why));
                case Adoption.Possible possible -> {
                    stopSearch();
                    var words = brought.words();
                    var requested = tell(null, site(), new Fact.PlanRequested(words, site()), words);
                    var question = possible.question();
                    var plan = new FirstPlan(
                            question.request(), question.request(), possible.schedule(), question.letGo());
                    var told = new Told(requested, requested.recorded(), words);
                    double millis = brought.plan().solveMillis();
                    var by = brought.plan().origin();
                    brought.answer().complete(adopt(plan, by, question.now(), millis, told));
                }
            }
        } catch (RuntimeException e) { // whoever brought it waits for the answer
            brought.answer().completeExceptionally(e);
        }
    }

    /** The request is in the journal before the floor is looked at: its plan answers all that happened before it. */
    private void answer(List<PlanTrigger> triggers) {
        if (nothingToPlan()) {
            return;
        }
        stopSearch();
        var trigger = PlanTrigger.weightiest(triggers);
        String words = PlanTrigger.words(triggers);
        var requested = tell(trigger.event(), trigger.about(), new Fact.PlanRequested(words, trigger.about()), words);
        long began = System.nanoTime();
        var now = plantClock.instant();
        FirstPlan first;
        try {
            first = FirstPlan.of(scheduler, twin.get(), now, frozen);
        } catch (RuntimeException e) { // whatever it is, people must know that the plan in force answers nothing new
            LOG.log(System.Logger.Level.ERROR, "No plan could be made; the one in force stays.", e);
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            tell(requested, site(), new Fact.PlanFailed(why), why);
            return;
        }
        var told = new Told(requested, trigger.noticed(), words);
        adopt(first, first.schedule().origin(), now, millisSince(began), told);
        improve(first.request(), now, told);
    }

    private boolean nothingToPlan() {
        var state = twin.get();
        return state.plan() == null
                && state.orders().isEmpty()
                && state.wishes().isEmpty();
    }

    private Event tell(@Nullable Event cause, EquipmentId about, Fact fact, @Nullable String words) {
        var draft = new Draft(plantClock.instant(), "loop", about, null, null, words, fact);
        return accept.apply(cause == null ? draft : draft.causedBy(cause)).join();
    }

    private Event adopt(FirstPlan plan, String name, Instant now, double solveMillis, Told told) {
        var words = new PlanWords(twin.get().plant(), now);
        var id = "P-" + told.request().offset() + "-" + name;
        var adopted = words.plan(id, plan.request().problem(), plan.schedule(), solveMillis);
        var changes = words.changes(plan.request(), plan.schedule(), told.words());
        double reaction = Duration.between(told.noticed(), wallClock.instant()).toNanos() / 1e6;
        return tell(
                told.request(),
                site(),
                new Fact.PlanAdopted(adopted, changes, reaction),
                PlanWords.summary(adopted, changes, told.words(), plan.letGo()));
    }

    private void improve(PlanRequest request, Instant origin, Told told) {
        if (request.problem().openOperations() == 0) {
            return;
        }
        var search = new RunningSearch(told.request(), origin, told.words(), this::tellWatchers);
        searching = search;
        search.start(scheduler, request, () -> inbox.add(new Searched(search)));
    }

    /** Moves what a search has found onto today's floor and adopts it when it beats the plan in force there. */
    private void look(RunningSearch search) {
        var found = search.news();
        var state = twin.get();
        if (found == null || state.plan() == null) {
            return;
        }
        var now = plantClock.instant();
        var kept = FirstPlan.of(scheduler, state, now, frozen);
        var moved = moved(found, search.origin(), kept, now);
        if (worthAdopting(moved, kept)) {
            var by = found.schedule().origin();
            var named = new Schedule(by, moved.assignments(), moved.maintenance(), moved.score());
            var asked = search.asked();
            adopt(
                    kept.by(named),
                    search.nextPlan(by),
                    now,
                    found.millis(),
                    new Told(asked, asked.recorded(), "a better plan was found"));
        }
    }

    /**
     * A found plan as the floor allows it now, judged by what it changes of the plan in force. It kept what was frozen when
     * its search began; to hold it to the second of what is frozen by now would refuse it for nothing.
     */
    private Schedule moved(RunningSearch.Found found, Instant origin, FirstPlan kept, Instant now) {
        var problem = kept.unfrozen().problem();
        var then = new PlanWords(twin.get().plant(), origin).bare(found.schedule(), found.millis());
        var objective = kept.unfrozen().objective();
        var moved = scheduler.firstPlan(new PlanRequest(problem, objective, FloorProblem.schedule(then, now)));
        var score = kept.unfrozen().score(moved.assignments(), moved.maintenance());
        return new Schedule(moved.origin(), moved.assignments(), moved.maintenance(), score);
    }

    private static boolean worthAdopting(Schedule moved, FirstPlan kept) {
        return moved.score().total() < WORTH_ADOPTING * kept.schedule().score().total()
                && (ScheduleChecker.check(kept.unfrozen().problem(), moved).isEmpty() || !kept.keepsTheRules());
    }

    private void stopSearch() {
        var search = searching;
        searching = null;
        if (search != null) {
            search.stop();
        }
    }

    private EquipmentId site() {
        return twin.get().plant().site();
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public void close() {
        var search = searching;
        if (search != null) {
            search.stop();
        }
        worker.close();
        stopSearch(); // the step in hand may have begun another one
    }
}
