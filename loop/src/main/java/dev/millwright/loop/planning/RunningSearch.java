package dev.millwright.loop.planning;

import dev.millwright.plant.event.Event;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One search beside the plan in force, on a thread of its own. What it has found is looked at a few times while it goes
 * on, so that the floor need not wait for its end, and once when it is over.
 */
final class RunningSearch {

    private static final System.Logger LOG = System.getLogger(RunningSearch.class.getName());

    /** When to look (milliseconds): a first time so soon that the better plan is in force two seconds after the trigger. */
    private static final List<Long> LOOKS = List.of(1_400L, 4_000L);

    private static final double NANOS = 1e9;

    /** The best plan so far, and the milliseconds it took. */
    record Found(Schedule schedule, double millis) {}

    private final Event asked;
    private final Instant origin;
    private final String trigger;
    private final Consumer<PlanSearch> watcher;
    private final StopSignal signal = new StopSignal();
    private final long began = System.nanoTime();
    private final Queue<Long> looks = new ArrayDeque<>(LOOKS);
    private volatile @Nullable Found best;
    private @Nullable Found seen;
    private int adopted;

    /**
     * @param asked the journaled request that its plans answer
     * @param origin second zero of its schedules
     */
    RunningSearch(Event asked, Instant origin, String trigger, Consumer<PlanSearch> watcher) {
        this.asked = asked;
        this.origin = origin;
        this.trigger = trigger;
        this.watcher = watcher;
    }

    /** @param ended told on the search's thread when it is over and has not been stopped */
    void start(Scheduler scheduler, PlanRequest request, Runnable ended) {
        watcher.accept(new PlanSearch.Began(trigger));
        Thread.ofPlatform().name("loop-solver").daemon().start(() -> run(scheduler, request, ended));
    }

    private void run(Scheduler scheduler, PlanRequest request, Runnable ended) {
        List<String> conflicts = List.of();
        try {
            switch (scheduler.solve(request, this::better, signal)) {
                case Outcome.Solved solved -> best = new Found(solved.schedule(), millis());
                case Outcome.Infeasible infeasible -> conflicts = infeasible.reasons();
                case Outcome.TimedOut _ -> {} // the first plan stands
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The solver failed; the first plan stays.", e);
            watcher.accept(new PlanSearch.Ended(trigger, PlanSearch.End.FAILED, conflicts));
            return;
        }
        if (!signal.stopped()) {
            ended.run();
        }
        var end = signal.stopped() ? PlanSearch.End.CANCELLED : PlanSearch.End.DONE;
        watcher.accept(new PlanSearch.Ended(trigger, end, conflicts));
    }

    private void better(Incumbent incumbent) {
        var schedule = incumbent.schedule();
        best = new Found(schedule, millis());
        if (!signal.stopped()) {
            watcher.accept(new PlanSearch.Better(
                    trigger,
                    (System.nanoTime() - began) / NANOS,
                    incumbent.objective(),
                    incumbent.bound(),
                    schedule.makespan(),
                    schedule.weightedTardiness(),
                    schedule.tardyJobs(),
                    schedule.origin()));
        }
    }

    void stop() {
        signal.stop();
    }

    /** Milliseconds until the next look is due; a long time when none is. */
    long untilLook() {
        var next = looks.peek();
        return next == null ? TimeUnit.DAYS.toMillis(1) : Math.max(0, next - (long) millis());
    }

    /** Whether a look is due; the next one is then due later. */
    boolean lookIsDue() {
        boolean due = !looks.isEmpty() && untilLook() == 0;
        while (!looks.isEmpty() && untilLook() == 0) {
            looks.remove();
        }
        return due;
    }

    /** What it has found since this was last asked, or null. */
    @Nullable
    Found news() {
        var found = best;
        boolean known = found == null || (seen != null && found.schedule().equals(seen.schedule()));
        seen = found;
        return known ? null : found;
    }

    Event asked() {
        return asked;
    }

    Instant origin() {
        return origin;
    }

    /** A name for the next of its plans that comes into force. */
    String nextPlan(String by) {
        return ++adopted == 1 ? by : by + "-" + adopted;
    }

    private double millis() {
        return (System.nanoTime() - began) / 1e6;
    }
}
