package dev.millwright.loop;

import dev.millwright.loop.dispatch.MachineCommands;
import dev.millwright.loop.dispatch.WorkDispatcher;
import dev.millwright.loop.health.Assessments;
import dev.millwright.loop.health.HealthWatch;
import dev.millwright.loop.health.ModelDrift;
import dev.millwright.loop.health.Recall;
import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.loop.planning.PlanSearch;
import dev.millwright.loop.planning.Planner;
import dev.millwright.loop.planning.Preview;
import dev.millwright.loop.quality.InspectionDesk;
import dev.millwright.loop.quality.PictureGate;
import dev.millwright.loop.quality.QualityDesk;
import dev.millwright.loop.quality.ReworkDesk;
import dev.millwright.maintenance.SignalBand;
import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plan;
import dev.millwright.plant.event.Event;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.twin.Change;
import dev.millwright.twin.TwinEngine;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.eye.TemplateEye;
import dev.millwright.vision.eye.TrainedEyes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The one place that decides: finding, health, risk, wish, plan, adoption, and telling machines and people. Every step
 * is an event with its cause, its reason in words, and thereby its latency.
 */
public final class ClosedLoop implements AutoCloseable {

    private static final InspectorSettings EYES = InspectorSettings.standard();

    private final TwinEngine twin;
    private final InstantSource plantClock;
    private final Planner planner;
    private final WorkDispatcher dispatcher;
    private final ReworkDesk rework;
    private final HealthWatch health;
    private final InspectionDesk inspections;
    private final QualityDesk quality;
    private final FloorDesk desk;
    private final AutoCloseable subscription;
    private final long known;

    /**
     * Starts the loop on a twin.
     *
     * @param models the trained models that are asked
     * @param images where pictures of rejected parts are kept
     */
    public ClosedLoop(
            TwinEngine twin,
            LoopSettings settings,
            MachineCommands commands,
            TrainedModels models,
            Path images,
            InstantSource plantClock,
            InstantSource wallClock) {
        this.twin = twin;
        this.plantClock = plantClock;
        var solver =
                new SolverSettings(settings.planningLimit(), settings.planningWorkers(), (int) settings.seed(), false);
        planner = new Planner(
                new Scheduler(solver),
                settings.lateTolerance(),
                settings.frozen(),
                twin::state,
                twin::accept,
                plantClock,
                wallClock);
        dispatcher = new WorkDispatcher(twin::state, twin::accept, twin::event, commands, plantClock);
        rework = new ReworkDesk(twin);
        var cameras = twin.state().plant().cameras().stream().map(Camera::id).collect(Collectors.toSet());
        quality = new QualityDesk(
                twin.state().plant().cameras(), EYES, images, twin::events, twin::accept, plantClock, wallClock);
        inspections = new InspectionDesk(
                twin.state().plant().cameras(),
                new TemplateEye(new Inspector(EYES, wallClock)),
                new PictureGate(cameras, images, EYES.searchRadiusPx()),
                quality,
                settings.framesWaiting(),
                twin.lastOffset() + 1,
                twin::accept,
                wallClock);
        desk = new FloorDesk(twin, commands, plantClock);
        health = new HealthWatch(new Assessments(
                twin.state().plant(), settings.assessEvery(), settings.seed(), models, twin::state, twin::accept));
        subscription = twin.subscribe(this::took);
        known = twin.lastOffset(); // later events are heard: nothing falls between what is read and what is heard
        health.begin(new Recall(twin, known));
    }

    /**
     * Answers what a crash or a shutdown left unanswered: rejected parts whose repair nobody told, and whatever no plan
     * has answered. Called once, when machines had the chance to speak; where nothing is open it does nothing.
     */
    public void catchUp() {
        rework.catchUp();
        quality.catchUp();
        planner.catchUp(twin, known);
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

    /** Whether a picture is compared with a template, so that it needs one. */
    public boolean needsTemplate(CameraFrame frame) {
        return inspections.needsTemplate(frame);
    }

    /** What people do with inspections. */
    public QualityDesk quality() {
        return quality;
    }

    /** The plan that would be adopted at once if the floor were so; nothing is told. */
    public Preview preview(FloorQuestion supposed) {
        return planner.preview(supposed);
    }

    /** Tells a watcher of every search for a better plan, on the search's thread, until it is closed. */
    public AutoCloseable watchSearches(Consumer<PlanSearch> watcher) {
        return planner.watch(watcher);
    }

    /** Brings a plan of a person's into force; see {@link Planner#adopt}. */
    public CompletableFuture<Event> adopt(Plan plan, String words) {
        return planner.adopt(plan, words);
    }

    /** Asks these versions of trained models from now on, by their names; what they have seen of machines stays. */
    public void ask(TrainedModels models) {
        health.ask(models, plantClock.instant());
    }

    /** Inspects by these versions from now on, which stay open while the loop does. */
    public void ask(TrainedEyes eyes) {
        inspections.ask(eyes);
    }

    /** How far machines have moved away from a version's training, by its name and version; empty where not known. */
    public CompletableFuture<Optional<ModelDrift>> drift(String title) {
        return health.drift(title);
    }

    /** Where a machine's signals stood while it was well, as far as that is learned. */
    public List<SignalBand> bands(EquipmentId machine) {
        return health.bands(machine);
    }

    /** Looks whether the floor runs behind the plan; called about once a second. */
    public void tick() {
        planner.tick();
    }

    /** What the loop let go because it came too fast. */
    public LoopMeasures measures() {
        return new LoopMeasures(
                inspections.dropped(), inspections.unreadable(), inspections.unshadowed(), health.skipped());
    }

    private void took(Change change) {
        rework.offer(change);
        planner.offer(change);
        dispatcher.offer(change);
        health.offer(change);
    }

    @Override
    public void close() {
        unsubscribe();
        inspections.close();
        health.close();
        rework.close();
        planner.close();
        dispatcher.close();
    }

    private void unsubscribe() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("The loop could not take leave of the twin.", e);
        }
    }
}
