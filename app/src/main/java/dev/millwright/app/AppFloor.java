package dev.millwright.app;

import dev.millwright.gateway.Benchmark;
import dev.millwright.gateway.DefectReport;
import dev.millwright.gateway.Floor;
import dev.millwright.gateway.InspectionRequest;
import dev.millwright.gateway.Measure;
import dev.millwright.gateway.Outcome;
import dev.millwright.gateway.PlantTime;
import dev.millwright.gateway.Readiness;
import dev.millwright.gateway.SearchNews;
import dev.millwright.gateway.Series;
import dev.millwright.gateway.SeriesQuery;
import dev.millwright.gateway.SignalBand;
import dev.millwright.gateway.StateStretch;
import dev.millwright.gateway.TrainedModel;
import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelException;
import dev.millwright.inference.ModelState;
import dev.millwright.loop.CommandOutcome;
import dev.millwright.loop.FloorDesk;
import dev.millwright.loop.health.ModelDrift;
import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.loop.planning.Preview;
import dev.millwright.loop.quality.QualityDesk;
import dev.millwright.maintenance.life.LifeNotes;
import dev.millwright.plant.Box;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.Plan;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinRefusal;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The gateway's floor: questions go to twin and history, wishes to the loop. */
public final class AppFloor implements Floor {

    /** Events that hold an order's number need not be about it: it may be a customer's name too. */
    private static final int MOST_NAMESAKES = 100;

    private static final int ADOPTED_WITHIN_SECONDS = 30;
    private static final int DRIFT_WITHIN_SECONDS = 5;

    private final Millwright millwright;
    private final FloorDesk desk;
    private final InspectionBench bench;
    private final ModelPictures pictures;

    public AppFloor(Millwright millwright) {
        this.millwright = millwright;
        this.desk = millwright.loop().desk();
        this.bench = new InspectionBench();
        this.pictures = new ModelPictures(millwright.settings().models(), millwright.models());
    }

    @Override
    public TwinState state() {
        return millwright.twin().state();
    }

    @Override
    public TwinState stateAt(Instant time) {
        return millwright.twin().stateAt(time);
    }

    @Override
    public Optional<TwinState> pastOrder(String id) {
        return millwright
                .history()
                .events(dev.millwright.history.EventQuery.newest(MOST_NAMESAKES)
                        .types("order-added")
                        .containing("\"" + id + "\""))
                .events()
                .stream()
                .flatMap(found -> millwright.twin().pastOrder(id, found.offset()).stream())
                .findFirst();
    }

    @Override
    public List<Event> events(EventQuery query) {
        return millwright.twin().events(query);
    }

    @Override
    public AutoCloseable subscribe(Consumer<Change> subscriber) {
        return millwright.twin().subscribe(subscriber);
    }

    @Override
    public PlantTime clock() {
        return new PlantTime(millwright.clock().instant(), millwright.clock().speed());
    }

    @Override
    public Series series(SeriesQuery query) {
        var found = millwright
                .history()
                .series(
                        new dev.millwright.history.SeriesQuery(
                                query.machine().path(), query.signal(), query.from(), query.to()),
                        query.points());
        return new Series(
                found.width().toMillis() / 1000.0,
                found.buckets().stream()
                        .flatMap(bucket -> point(bucket).stream())
                        .toList());
    }

    private static Optional<Series.Point> point(dev.millwright.history.Bucket bucket) {
        Double min = bucket.min();
        Double max = bucket.max();
        Double mean = bucket.mean();
        Double last = bucket.last();
        return min == null || max == null || mean == null || last == null
                ? Optional.empty()
                : Optional.of(new Series.Point(bucket.start(), min, max, mean, last, bucket.count()));
    }

    @Override
    public List<StateStretch> timeline(EquipmentId machine, Instant from, Instant to) {
        var known = state().machines().get(machine);
        return known == null
                ? List.of()
                : known.timeline(from, to).stream()
                        .map(stretch -> new StateStretch(
                                stretch.from(),
                                Objects.requireNonNullElse(stretch.to(), to),
                                stretch.state(),
                                stretch.mode(),
                                stretch.cause()))
                        .toList();
    }

    @Override
    public Optional<byte[]> image(String path) {
        return quality().picture(path);
    }

    @Override
    public QualityDesk quality() {
        return millwright.loop().quality();
    }

    @Override
    public Outcome<FloorQuestion> question(List<Fact> supposed) {
        var now = millwright.clock().instant();
        var drafts = supposed.stream()
                .map(fact -> Draft.of(now, "question", state().plant().site(), fact))
                .toList();
        for (var draft : drafts) {
            var refusal = millwright.twin().refusal(draft);
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
        }
        return Outcome.done(FloorQuestion.supposing(state(), drafts, now));
    }

    @Override
    public List<Readiness> readiness() {
        boolean connected = millwright.host().isConnected();
        boolean planned = state().plan() != null;
        boolean idle = state().orders().isEmpty();
        var trouble = millwright.twin().trouble();
        return List.of(
                new Readiness(
                        "journal",
                        trouble.isEmpty(),
                        trouble.orElse(
                                "accepts events at offset " + millwright.twin().lastOffset())),
                new Readiness(
                        "broker",
                        connected,
                        (connected ? "connected to " : "trying to reach ") + millwright.brokerAddress()),
                new Readiness(
                        "plan",
                        planned || idle,
                        planned
                                ? "a plan is in force"
                                : idle ? "no order asks for one" : "the first plan is being made"));
    }

    @Override
    public List<Measure> measures() {
        return Measures.of(millwright);
    }

    @Override
    public Outcome<Event> addOrder(Order order, String by) {
        return outcome(desk.addOrder(order, by));
    }

    @Override
    public Outcome<Event> changeOrder(String order, int priority, @Nullable Instant dueDate, String by) {
        return outcome(desk.changeOrder(order, priority, dueDate, by));
    }

    @Override
    public Outcome<Event> cancelOrder(String order, String by) {
        return outcome(desk.cancelOrder(order, by));
    }

    @Override
    public Outcome<Event> command(EquipmentId machine, PackMlCommand command, String by) {
        return outcome(desk.command(machine, command, by));
    }

    @Override
    public Outcome<Event> acknowledge(String alarm, String by, @Nullable String comment) {
        return outcome(desk.acknowledge(alarm, by, comment));
    }

    @Override
    public Outcome<Event> shelve(String alarm, String by, Instant until, @Nullable String comment) {
        return outcome(desk.shelve(alarm, by, until, comment));
    }

    @Override
    public Outcome<Event> unshelve(String alarm, String by) {
        return outcome(desk.unshelve(alarm, by));
    }

    @Override
    public Outcome<Event> requestMaintenance(MaintenanceWish wish, @Nullable String reason, String by) {
        return outcome(desk.requestMaintenance(wish, reason == null ? "asked by " + by : reason, by));
    }

    @Override
    public Outcome<Event> withdrawMaintenance(String wish, String by) {
        return outcome(desk.withdrawMaintenance(wish, "withdrawn by " + by, by));
    }

    @Override
    public Outcome<Event> pin(String lot, String operation, OperationPin pin, String by) {
        return outcome(desk.pin(lot, operation, pin, by));
    }

    @Override
    public Outcome<Event> unpin(String lot, String operation, String by) {
        return outcome(desk.unpin(lot, operation, by));
    }

    @Override
    public Outcome<Event> hold(String lot, String why, String by) {
        return outcome(desk.hold(lot, why, by));
    }

    @Override
    public Outcome<Event> release(String lot, String by) {
        return outcome(desk.release(lot, by));
    }

    @Override
    public Outcome<Event> replan(String by) {
        return outcome(desk.replan(by));
    }

    @Override
    public Outcome<Event> adopt(Plan plan, String words) {
        try {
            return Outcome.done(millwright
                    .loop()
                    .adopt(plan, words)
                    .orTimeout(ADOPTED_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join());
        } catch (CompletionException e) {
            return switch (e.getCause()) {
                case TwinRefusal refusal -> refused(String.valueOf(refusal.getMessage()));
                case TimeoutException _ ->
                    new Outcome.Unavailable<>(
                            "The planner did not come to it within %d s.".formatted(ADOPTED_WITHIN_SECONDS),
                            "Look at /api/v1/schedule whether it did since, and adopt it again if not.");
                case null, default -> throw e;
            };
        }
    }

    @Override
    public AutoCloseable searches(Consumer<SearchNews> listener) {
        return millwright.loop().watchSearches(new LoopSearches(listener));
    }

    @Override
    public Outcome<Preview> preview(List<Fact> supposed) {
        return question(supposed).then(millwright.loop()::preview);
    }

    @Override
    public Outcome<Event> inspect(InspectionRequest request) {
        var camera = request.camera();
        var serial = request.serial();
        var frame = new CameraFrame(
                request.machine(),
                camera == null ? "upload" : camera,
                serial == null ? "upload" : serial,
                millwright.clock().instant(),
                request.image(),
                request.template());
        if (frame.template() == null && millwright.loop().needsTemplate(frame)) {
            return new Outcome.Refused<>(
                    "No template came along, and the pictures of %s are compared with one."
                            .formatted(request.machine()),
                    "Send the picture of a good part as 'template', or name a trained model at the camera in the plant file.");
        }
        try {
            var event = millwright.loop().inspect(frame);
            return event.fact() instanceof Fact.PictureRefused fact
                    ? new Outcome.Unfit<>(fact.why(), fact.cure())
                    : Outcome.done(event);
        } catch (IllegalArgumentException e) {
            return Outcome.unfit(String.valueOf(e.getMessage()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof TwinRefusal refusal) {
                return refused(String.valueOf(refusal.getMessage()));
            }
            throw e;
        }
    }

    @Override
    public List<SignalBand> bands(EquipmentId machine) {
        return millwright.loop().bands(machine).stream()
                .map(band -> new SignalBand(band.signal(), band.level(), band.deviation()))
                .toList();
    }

    @Override
    public List<TrainedModel> models() {
        return millwright.models().cards().stream().map(this::trained).toList();
    }

    @Override
    public Optional<ModelDrift> drift(String model, String version) {
        try {
            return millwright
                    .loop()
                    .drift(model + " " + version)
                    .orTimeout(DRIFT_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return Optional.empty(); // the watch still recalls what was before; it is known once that is done
            }
            throw e;
        }
    }

    @Override
    public List<String> modelPictures(String model, String version) {
        return pictures.names(model, version);
    }

    @Override
    public Optional<byte[]> modelPicture(String model, String version, String picture) {
        return pictures.read(model, version, picture);
    }

    private TrainedModel trained(ModelCard card) {
        var life = millwright.models().life(card);
        return new TrainedModel(
                card.name(),
                card.version(),
                card.state() == ModelState.ACTIVE,
                card.licence(),
                card.file(),
                card.sha256(),
                card.metrics(),
                card.provenance(),
                life == null ? null : notes(life.notes()));
    }

    private static TrainedModel.Notes notes(LifeNotes notes) {
        var space = notes.space();
        return new TrainedModel.Notes(
                space.signals(), notes.unitOfLife(), notes.cap(), notes.alarmBelow(), space.age());
    }

    @Override
    public Outcome<Event> promote(String model, String version, String by) {
        try {
            var event = millwright.promote(model, version, by);
            return event == null
                    ? new Outcome.Refused<>(
                            "%s %s is active already.".formatted(model, version),
                            "Promote another version, or leave it so.")
                    : Outcome.done(event);
        } catch (ModelException | IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Outcome<Event> retire(String model, String by) {
        try {
            var event = millwright.retire(model, by);
            return event == null
                    ? new Outcome.Refused<>(
                            "No version of %s counts.".formatted(model), "There is nothing to take back; leave it so.")
                    : Outcome.done(event);
        } catch (ModelException | IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Outcome<Event> reportDefect(DefectReport defect) {
        var comment = defect.comment();
        var serial = defect.serial();
        var finding = new Finding(
                defect.type(),
                defect.severity(),
                new Box(0, 0, 0, 0),
                0,
                1,
                "unknown",
                comment == null ? "reported by " + defect.by() : comment);
        return outcome(desk.reportDefect(defect.machine(), serial == null ? "unknown" : serial, finding, defect.by()));
    }

    @Override
    public Outcome<Benchmark> benchmark(int iterations, int batchSize) {
        return Outcome.done(bench.run(iterations, batchSize));
    }

    private static Outcome<Event> outcome(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Accepted(var event) -> Outcome.done(event);
            case CommandOutcome.Refused(var words) -> refused(words);
        };
    }

    /** What is wrong stands in the first line, its cure in the next. */
    private static <T> Outcome<T> refused(String words) {
        int line = words.indexOf('\n');
        return line < 0
                ? Outcome.refused(words)
                : new Outcome.Refused<>(words.substring(0, line), words.substring(line + 1));
    }
}
