package dev.millwright.loop;

import dev.millwright.loop.dispatch.MachineCommands;
import dev.millwright.loop.dispatch.WorkDispatcher;
import dev.millwright.loop.health.Assessments;
import dev.millwright.loop.health.HealthWatch;
import dev.millwright.loop.planning.Planner;
import dev.millwright.loop.quality.InspectionDesk;
import dev.millwright.loop.quality.ReworkRule;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.Order;
import dev.millwright.plant.Plan;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.twin.Change;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one place that decides: finding, health, risk, wish, plan, adoption, and telling machines and people. Every step
 * is an event with its cause, its reason in words, and thereby its latency.
 */
public final class ClosedLoop implements AutoCloseable {

    /** How much of the journal's end a restart reads to learn the machines' baselines again. */
    private static final int RECALLED_EVENTS = 100_000;

    private static final int RECALL_PAGE = 5_000;

    private final TwinEngine twin;
    private final Planner planner;
    private final WorkDispatcher dispatcher;
    private final HealthWatch health;
    private final InspectionDesk inspections;
    private final FloorDesk desk;
    private final AutoCloseable subscription;
    /** Answers of rules go through a thread of their own: the twin's writer must never wait for itself. */
    private final ExecutorService rules = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("loop-rules").factory());

    /**
     * Starts the loop on a twin.
     *
     * @param images where pictures of rejected parts are kept
     */
    public ClosedLoop(
            TwinEngine twin,
            LoopSettings settings,
            MachineCommands commands,
            Path images,
            InstantSource plantClock,
            InstantSource wallClock) {
        this.twin = twin;
        var assessments = new Assessments(
                twin.state().plant(), settings.assessEvery(), settings.seed(), twin::state, twin::accept);
        long known = twin.lastOffset();
        var solver =
                new SolverSettings(settings.planningLimit(), settings.planningWorkers(), (int) settings.seed(), false);
        planner = new Planner(
                new Scheduler(solver), settings.lateTolerance(), twin::state, twin::accept, plantClock, wallClock);
        dispatcher = new WorkDispatcher(twin::state, twin::accept, commands, plantClock);
        health = new HealthWatch(assessments, () -> recall(assessments, known));
        inspections = new InspectionDesk(
                new Inspector(InspectorSettings.standard(), wallClock),
                images,
                settings.framesWaiting(),
                twin.lastOffset() + 1,
                twin::accept);
        desk = new FloorDesk(twin, commands, plantClock);
        subscription = twin.subscribe(this::took);
    }

    /** What people and other systems may ask of the floor. */
    public FloorDesk desk() {
        return desk;
    }

    /** A picture from a camera; it is looked at as soon as possible. */
    public void frame(CameraFrame frame) {
        inspections.offer(frame);
    }

    /** Inspects a picture while the caller waits. */
    public Event inspect(CameraFrame frame) {
        return inspections.inspect(frame);
    }

    /** The plan there would be with these orders added; nothing is adopted. */
    public Plan preview(List<Order> orders) {
        return planner.preview(orders.stream().map(desk::added).toList());
    }

    /** Looks whether the floor runs behind the plan; called about once a second. */
    public void tick() {
        planner.tick();
    }

    /** What the loop let go because it came too fast. */
    public LoopMeasures measures() {
        return new LoopMeasures(inspections.dropped(), inspections.unreadable(), health.skipped());
    }

    private void took(Change change) {
        ReworkRule.answer(change.event(), change.after()).ifPresent(this::tell);
        planner.offer(change);
        dispatcher.offer(change);
        health.offer(change);
    }

    private void tell(Draft draft) {
        rules.execute(() -> twin.accept(draft).join());
    }

    private void recall(Assessments assessments, long known) {
        var query = EventQuery.all()
                .ofTypes(Set.of(
                        "readings-taken",
                        "parts-counted",
                        "part-inspected",
                        "machine-state-changed",
                        "maintenance-finished"))
                .after(Math.max(0, known - RECALLED_EVENTS))
                .atMost(RECALL_PAGE);
        var page = twin.events(query);
        while (!page.isEmpty() && page.getFirst().offset() <= known) {
            page.stream().filter(event -> event.offset() <= known).forEach(assessments::recall);
            page = twin.events(query.after(page.getLast().offset()));
        }
    }

    @Override
    public void close() {
        unsubscribe();
        rules.shutdown();
        planner.close();
        dispatcher.close();
        health.close();
        inspections.close();
    }

    private void unsubscribe() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("The loop could not take leave of the twin.", e);
        }
    }
}
