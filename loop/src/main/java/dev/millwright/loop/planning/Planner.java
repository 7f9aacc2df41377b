package dev.millwright.loop.planning;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plan;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.twin.Change;
import dev.millwright.twin.Fold;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers each disturbance twice: at once with the best quick plan, and when the solver is done with its plan, if that
 * is still better on the floor as it then stands. One thread decides; the solver has another.
 */
public final class Planner implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Planner.class.getName());
    private static final double WORTH_ADOPTING = 0.99;
    private static final Objective PLAIN = new Objective(1_000, 2_000, 0, 0);

    private sealed interface Message {}

    /** Why a plan is made: the journaled request, when its cause was noticed, and the words for it. */
    private record Told(Event request, Instant noticed, String words) {}

    private record Triggered(PlanTrigger trigger) implements Message {}

    private record Ticked() implements Message {}

    private record Restarted(TwinEngine twin, long known) implements Message {}

    private record Improved(Schedule schedule, Instant origin, double solveMillis, Event request, long generation)
            implements Message {}

    private final Scheduler scheduler;
    private final LateWatch lateWatch;
    private final Supplier<TwinState> twin;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final InstantSource plantClock;
    private final InstantSource wallClock;
    private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final Worker worker;
    private volatile StopSignal searching = new StopSignal();
    private long generation;

    /** @param lateTolerance how far the floor may run behind the plan, in plant time */
    public Planner(
            Scheduler scheduler,
            Duration lateTolerance,
            Supplier<TwinState> twin,
            Function<Draft, CompletableFuture<Event>> accept,
            InstantSource plantClock,
            InstantSource wallClock) {
        this.scheduler = scheduler;
        this.lateWatch = new LateWatch(lateTolerance);
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

    /** The quick plan there would be if these orders were added now; nothing is adopted. */
    public Plan preview(List<Fact.OrderAdded> orders) {
        var now = plantClock.instant();
        var state = twin.get();
        for (var order : orders) {
            var draft = Draft.of(now, "preview", state.plant().site(), order);
            state = Fold.apply(state, Event.of(state.offset() + 1, wallClock.instant(), draft));
        }
        long began = System.nanoTime();
        var schedule = scheduler.firstPlan(FloorProblem.request(state, now));
        return new PlanWords(state.plant(), now).plan("preview", schedule, millisSince(began));
    }

    private void run() throws InterruptedException {
        var messages = new ArrayList<Message>(List.of(inbox.take()));
        inbox.drainTo(messages);
        handle(messages);
    }

    private void handle(List<Message> messages) {
        var triggers = new ArrayList<PlanTrigger>();
        for (var message : messages) {
            switch (message) {
                case Triggered(var trigger) -> triggers.add(trigger);
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
                case Improved improved -> {
                    if (improved.generation() == generation && triggers.isEmpty()) {
                        adoptIfStillBetter(improved);
                    }
                }
            }
        }
        if (!triggers.isEmpty()) {
            answer(triggers);
        }
    }

    /** The request is in the journal before the floor is looked at: its plan answers all that happened before it. */
    private void answer(List<PlanTrigger> triggers) {
        if (nothingToPlan()) {
            return;
        }
        searching.stop();
        generation++;
        var trigger = PlanTrigger.weightiest(triggers);
        String words = PlanTrigger.words(triggers);
        var requested = tell(trigger.event(), trigger.about(), new Fact.PlanRequested(words, trigger.about()), words);
        long began = System.nanoTime();
        var now = plantClock.instant();
        PlanRequest request;
        Schedule first;
        try {
            request = FloorProblem.request(twin.get(), now);
            first = scheduler.firstPlan(request);
        } catch (RuntimeException e) { // whatever it is, people must know that the plan in force answers nothing new
            LOG.log(System.Logger.Level.ERROR, "No plan could be made; the one in force stays.", e);
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            tell(requested, site(), new Fact.PlanFailed(why), why);
            return;
        }
        adopt(request, first, now, millisSince(began), new Told(requested, trigger.noticed(), words));
        improve(request, now, requested, generation);
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

    private void adopt(PlanRequest question, Schedule schedule, Instant origin, double solveMillis, Told told) {
        var words = new PlanWords(twin.get().plant(), origin);
        var plan = words.plan("P-" + told.request().offset() + "-" + schedule.origin(), schedule, solveMillis);
        var changes = words.changes(question, schedule, told.words());
        double reaction = Duration.between(told.noticed(), wallClock.instant()).toNanos() / 1e6;
        tell(
                told.request(),
                site(),
                new Fact.PlanAdopted(plan, changes, reaction),
                PlanWords.summary(plan, changes, told.words()));
    }

    private void improve(PlanRequest request, Instant origin, Event requested, long forGeneration) {
        if (request.problem().openOperations() == 0) {
            return;
        }
        var signal = new StopSignal();
        searching = signal;
        Thread.ofPlatform().name("loop-solver").daemon().start(() -> {
            long began = System.nanoTime();
            try {
                if (scheduler.solve(request, _ -> {}, signal) instanceof Outcome.Solved solved && !signal.stopped()) {
                    inbox.add(new Improved(solved.schedule(), origin, millisSince(began), requested, forGeneration));
                }
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "The solver failed; the first plan stays.", e);
            }
        });
    }

    /** Moves the solver's plan onto today's floor and adopts it when it beats the plan in force there. */
    private void adoptIfStillBetter(Improved improved) {
        var state = twin.get();
        var now = plantClock.instant();
        var problem = FloorProblem.of(state, now);
        var inForce = inForce();
        if (inForce == null) {
            return;
        }
        var found = new PlanWords(state.plant(), improved.origin())
                .plan("solver", improved.schedule(), improved.solveMillis());
        var question = new PlanRequest(problem, PLAIN, FloorProblem.schedule(inForce, now));
        var moved = scheduler.firstPlan(new PlanRequest(problem, PLAIN, FloorProblem.schedule(found, now)));
        var kept = scheduler.firstPlan(question);
        if (moved.score().total() < WORTH_ADOPTING * kept.score().total()) {
            var named = new Schedule("cp-sat", moved.assignments(), moved.maintenance(), moved.score());
            var told = new Told(improved.request(), improved.request().recorded(), "a better plan was found");
            adopt(question, named, now, improved.solveMillis(), told);
        }
    }

    private @Nullable Plan inForce() {
        var adopted = twin.get().plan();
        return adopted == null ? null : adopted.plan();
    }

    private EquipmentId site() {
        return twin.get().plant().site();
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public void close() {
        searching.stop();
        worker.close();
        searching.stop(); // the step in hand may have begun another search
    }
}
