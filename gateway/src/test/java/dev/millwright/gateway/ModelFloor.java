package dev.millwright.gateway;

import dev.millwright.loop.health.ModelDrift;
import dev.millwright.loop.planning.Adoption;
import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.loop.planning.Preview;
import dev.millwright.loop.quality.InspectionPictures;
import dev.millwright.loop.quality.QualityDesk;
import dev.millwright.plant.Box;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Lot;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.twin.Change;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinRefusal;
import dev.millwright.twin.TwinSettings;
import dev.millwright.twin.TwinState;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.image.FrameReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A floor over a real twin in a folder, with the simplest planner and inspector that really plan and inspect. */
public final class ModelFloor implements Floor, AutoCloseable {

    /** When the model plant's clock stands, until a test moves it. */
    public static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final TwinEngine twin;
    private final Map<String, byte[]> images = new ConcurrentHashMap<>();
    private final AtomicLong inspections = new AtomicLong();
    private final List<Consumer<SearchNews>> searches = new CopyOnWriteArrayList<>();
    private final Map<String, ModelDrift> drifts = new ConcurrentHashMap<>();
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final List<TrainedModel> models = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final QualityDesk quality;
    private volatile boolean brokerConnected = true;
    private volatile boolean visionLoaded = true;

    public ModelFloor(Plant plant, Path folder) {
        twin = TwinEngine.open(plant, folder, TwinSettings.DEFAULT, InstantSource.system());
        quality = new QualityDesk(
                plant.cameras(),
                InspectorSettings.standard(),
                folder.resolve("inspections"),
                twin::events,
                twin::accept,
                now::get,
                InstantSource.system());
    }

    /** What a machine, or anyone else, says; back when the twin has folded it. */
    public Event tell(EquipmentId subject, Fact fact) {
        return twin.accept(Draft.of(now.get(), "test", subject, fact)).join();
    }

    /** The same, with a reason. */
    public Event tell(EquipmentId subject, Fact fact, String reason) {
        return twin.accept(Draft.of(now.get(), "test", subject, fact).because(reason))
                .join();
    }

    public void moveClock(Instant time) {
        now.set(time);
    }

    public void connectBroker(boolean connected) {
        brokerConnected = connected;
    }

    public void loadVision(boolean loaded) {
        visionLoaded = loaded;
    }

    @Override
    public TwinState state() {
        return twin.state();
    }

    @Override
    public TwinState stateAt(Instant time) {
        return twin.stateAt(time);
    }

    @Override
    public Optional<TwinState> pastOrder(String id) {
        return twin
                .events(EventQuery.all()
                        .ofTypes(java.util.Set.of("order-added"))
                        .backwards()
                        .atMost(10_000))
                .stream()
                .filter(event -> event.fact() instanceof Fact.OrderAdded added
                        && added.order().id().equals(id))
                .findFirst()
                .flatMap(event -> twin.pastOrder(id, event.offset()));
    }

    @Override
    public List<Event> events(EventQuery query) {
        return twin.events(query);
    }

    @Override
    public AutoCloseable subscribe(Consumer<Change> subscriber) {
        return twin.subscribe(subscriber);
    }

    @Override
    public PlantTime clock() {
        return new PlantTime(now.get(), 60);
    }

    @Override
    public Series series(SeriesQuery query) {
        double bucket = Math.max(
                1, (double) java.time.Duration.between(query.from(), query.to()).toSeconds() / query.points());
        var buckets = new java.util.TreeMap<Long, List<Double>>();
        var asked = EventQuery.all()
                .about(query.machine())
                .ofTypes(java.util.Set.of("readings-taken"))
                .between(query.from(), query.to())
                .atMost(1000);
        for (var event : twin.events(asked)) {
            if (event.fact() instanceof Fact.ReadingsTaken taken) {
                taken.readings().stream()
                        .filter(reading -> reading.signal().equals(query.signal()))
                        .forEach(reading -> buckets.computeIfAbsent(
                                        (long) (reading.sourceTime().getEpochSecond() / bucket),
                                        key -> new ArrayList<>())
                                .add(reading.value()));
            }
        }
        return new Series(
                bucket,
                buckets.entrySet().stream()
                        .map(entry -> point(Instant.ofEpochSecond((long) (entry.getKey() * bucket)), entry.getValue()))
                        .toList());
    }

    private static Series.Point point(Instant time, List<Double> values) {
        var all = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Series.Point(time, all.getMin(), all.getMax(), all.getAverage(), values.getLast(), all.getCount());
    }

    @Override
    public List<StateStretch> timeline(EquipmentId machine, Instant from, Instant to) {
        return Objects.requireNonNull(state().machines().get(machine)).timeline(from, to).stream()
                .map(stretch -> new StateStretch(
                        stretch.from(),
                        Objects.requireNonNullElse(stretch.to(), to),
                        stretch.state(),
                        stretch.mode(),
                        stretch.cause()))
                .toList();
    }

    @Override
    public QualityDesk quality() {
        return quality;
    }

    @Override
    public Optional<byte[]> image(String path) {
        return Optional.ofNullable(images.get(path));
    }

    @Override
    public Outcome<FloorQuestion> question(List<Fact> supposed) {
        var drafts = supposed.stream()
                .map(fact -> Draft.of(now.get(), "test", site(), fact))
                .toList();
        return drafts.stream()
                .flatMap(draft -> twin.refusal(draft).stream())
                .findFirst()
                .map(ModelFloor::<FloorQuestion>refused)
                .orElseGet(() -> Outcome.done(FloorQuestion.supposing(state(), drafts, now.get())));
    }

    @Override
    public List<Readiness> readiness() {
        return List.of(
                new Readiness("broker", brokerConnected, brokerConnected ? "connected" : "no connection"),
                new Readiness(
                        "journal", twin.trouble().isEmpty(), twin.trouble().orElse("writable")));
    }

    @Override
    public List<Measure> measures() {
        return List.of(
                new Measure("model.inspections", "Pictures looked at", true, Map.of("kind", "model"), inspections::get),
                new Measure("model.queue", "Drafts waiting", false, Map.of(), () -> 0));
    }

    @Override
    public Outcome<Event> addOrder(Order order, String by) {
        var product = state().plant().product(order.product()).orElseThrow();
        return told(site(), new Fact.OrderAdded(order, Lot.of(order, product)));
    }

    @Override
    public Outcome<Event> changeOrder(String order, int priority, @Nullable Instant dueDate, String by) {
        return told(site(), new Fact.OrderChanged(order, priority, dueDate));
    }

    @Override
    public Outcome<Event> cancelOrder(String order, String by) {
        return told(site(), new Fact.OrderCancelled(order, by));
    }

    @Override
    public Outcome<Event> command(EquipmentId machine, PackMlCommand command, String by) {
        var refusal = twin.refusal(machine, command);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : told(machine, new Fact.CommandIssued(command, by));
    }

    @Override
    public Outcome<Event> acknowledge(String alarm, String by, @Nullable String comment) {
        return told(site(), new Fact.AlarmAcknowledged(alarm, by, comment));
    }

    @Override
    public Outcome<Event> shelve(String alarm, String by, Instant until, @Nullable String comment) {
        return told(site(), new Fact.AlarmShelved(alarm, by, until, comment));
    }

    @Override
    public Outcome<Event> unshelve(String alarm, String by) {
        return told(site(), new Fact.AlarmUnshelved(alarm, by));
    }

    @Override
    public Outcome<Event> requestMaintenance(MaintenanceWish wish, @Nullable String reason, String by) {
        return told(wish.machine(), new Fact.MaintenanceRequested(wish));
    }

    @Override
    public Outcome<Event> withdrawMaintenance(String wish, String by) {
        var known = Objects.requireNonNull(state().wishes().get(wish));
        return known.status().isOpen()
                ? told(known.wish().machine(), new Fact.MaintenanceWithdrawn(wish, "withdrawn by " + by))
                : new Outcome.Refused<>("The wish '%s' is %s.".formatted(wish, known.status()), "Only open ones go.");
    }

    @Override
    public Outcome<Event> pin(String lot, String operation, OperationPin pin, String by) {
        return told(site(), new Fact.OperationPinned(lot, operation, pin, by));
    }

    @Override
    public Outcome<Event> unpin(String lot, String operation, String by) {
        return told(site(), new Fact.OperationUnpinned(lot, operation, by));
    }

    @Override
    public Outcome<Event> hold(String lot, String why, String by) {
        return Outcome.done(tell(site(), new Fact.LotHeld(lot, why, by), why));
    }

    @Override
    public Outcome<Event> release(String lot, String by) {
        return told(site(), new Fact.LotReleased(lot, by));
    }

    @Override
    public Outcome<Event> replan(String by) {
        var event = tell(site(), new Fact.PlanRequested("asked for by " + by, site()));
        var lots = state().lots().values().stream().map(lot -> lot.lot());
        tell(site(), new Fact.PlanAdopted(plan("P-" + event.offset(), lots), List.of(), 12), "asked for by " + by);
        return Outcome.done(event);
    }

    @Override
    public Outcome<Event> adopt(Plan plan, String words) {
        return switch (Adoption.of(FloorQuestion.of(state(), now.get()), plan)) {
            case Adoption.Impossible(var why) -> refused(why);
            case Adoption.Possible possible -> {
                var question = possible.question();
                String id = "P-" + (state().offset() + 1);
                var adopted = question.plan(id, possible.schedule(), plan.solveMillis());
                var changes = question.changes(possible.schedule(), words);
                yield Outcome.done(tell(site(), new Fact.PlanAdopted(adopted, changes, 1), words));
            }
        };
    }

    @Override
    public AutoCloseable searches(Consumer<SearchNews> listener) {
        searches.add(listener);
        return () -> searches.remove(listener);
    }

    /** What the loop's own search would tell. */
    public void tell(SearchNews news) {
        searches.forEach(listener -> listener.accept(news));
    }

    @Override
    public Outcome<Preview> preview(List<Fact> supposed) {
        return question(supposed)
                .then(question -> Preview.of(new Scheduler(SolverSettings.fast()), question, Duration.ofMinutes(5)));
    }

    @Override
    public Outcome<Event> inspect(InspectionRequest request) {
        if (!visionLoaded) {
            return new Outcome.Unavailable<>("Inspection is switched off.", "Start with vision.");
        }
        if (request.template() == null) {
            return Outcome.refused("There is no template for " + request.machine() + " yet.");
        }
        if (!isPicture(request.image())) {
            return Outcome.unfit("It cannot be read as a picture.\nSend it again.");
        }
        long number = inspections.incrementAndGet();
        String id = "I-" + number;
        images.put(id + ".png", request.image());
        int spots = differences(request.image(), request.template());
        var findings = spots == 0
                ? List.<Finding>of()
                : List.of(new Finding(
                        "spot",
                        Severity.MINOR,
                        new Box(0, 0, 1, 1),
                        spots,
                        0.9,
                        "upper left",
                        spots + " pixels differ"));
        var kept = quality.keep(
                spots > 0, number, new InspectionPictures(request.image(), request.image(), request.template(), null));
        var fact = new Fact.PartInspected(
                id,
                Objects.requireNonNullElse(request.camera(), "camera-1"),
                Objects.requireNonNullElse(request.serial(), "S-" + id),
                findings.isEmpty() ? Verdict.PASS : Verdict.FAIL,
                findings,
                id + ".png",
                1.5,
                kept.picture(),
                kept.template(),
                0.1,
                null,
                null);
        var told = told(request.machine(), fact);
        if (spots > 0 && told instanceof Outcome.Done<Event>(var event)) {
            var reader = FrameReader.standard();
            quality.remember(
                    number, event, fact, reader.decode(request.image(), id), reader.decode(request.template(), id));
        }
        return told;
    }

    @Override
    public Outcome<Event> reportDefect(DefectReport defect) {
        var finding = new Finding(
                defect.type(), defect.severity(), new Box(0, 0, 1, 1), 1, 1, "reported", "seen by " + defect.by());
        return told(
                defect.machine(),
                new Fact.PartInspected(
                        "I-" + inspections.incrementAndGet(),
                        "person",
                        Objects.requireNonNullElse(defect.serial(), "unknown"),
                        Verdict.FAIL,
                        List.of(finding),
                        null,
                        0));
    }

    /** Puts a model on the shelf, in place of the same version. */
    public void putModel(TrainedModel model) {
        models.removeIf(
                known -> known.name().equals(model.name()) && known.version().equals(model.version()));
        models.add(model);
    }

    /** Takes every version of a model off the shelf. */
    public void dropModel(String name) {
        models.removeIf(known -> known.name().equals(name));
    }

    @Override
    public List<TrainedModel> models() {
        return List.copyOf(models);
    }

    @Override
    public Optional<ModelDrift> drift(String model, String version) {
        return Optional.ofNullable(drifts.get(model + " " + version));
    }

    @Override
    public List<String> modelPictures(String model, String version) {
        var prefix = model + " " + version + " ";
        return pictures.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    @Override
    public Optional<byte[]> modelPicture(String model, String version, String picture) {
        return Optional.ofNullable(pictures.get(model + " " + version + " " + picture));
    }

    /** Lays a picture beside a version's card. */
    public void putModelPicture(String model, String version, String picture, byte[] bytes) {
        pictures.put(model + " " + version + " " + picture, bytes);
    }

    /** What a version says of drift from now on. */
    public void putDrift(String model, String version, ModelDrift drift) {
        drifts.put(model + " " + version, drift);
    }

    /** The band of a machine's signals, as if learned from readings around nominal. */
    @Override
    public List<SignalBand> bands(EquipmentId machine) {
        return state().plant().machine(machine).orElseThrow().signals().stream()
                .map(signal -> new SignalBand(signal.name(), signal.nominal(), signal.noise()))
                .toList();
    }

    @Override
    public Outcome<Event> promote(String name, String version, String by) {
        var before = models.stream()
                .filter(model -> model.name().equals(name) && model.active())
                .map(TrainedModel::version)
                .findFirst()
                .orElse(null);
        if (version.equals(before)) {
            return Outcome.refused("%s %s is active already.".formatted(name, version));
        }
        count(name, version);
        return Outcome.done(tell(state().plant().site(), new Fact.ModelPromoted(name, version, before, by)));
    }

    @Override
    public Outcome<Event> retire(String name, String by) {
        var active = models.stream()
                .filter(model -> model.name().equals(name) && model.active())
                .map(TrainedModel::version)
                .findFirst();
        if (active.isEmpty()) {
            return Outcome.refused("No version of %s counts.".formatted(name));
        }
        count(name, null);
        return Outcome.done(tell(state().plant().site(), new Fact.ModelRetired(name, active.get(), by)));
    }

    private void count(String name, @Nullable String version) {
        for (var model : models()) {
            if (model.name().equals(name)) {
                putModel(new TrainedModel(
                        name,
                        model.version(),
                        model.version().equals(version),
                        model.licence(),
                        model.file(),
                        model.sha256(),
                        model.metrics(),
                        model.provenance(),
                        model.notes()));
            }
        }
    }

    @Override
    public Outcome<Benchmark> benchmark(int iterations, int batchSize) {
        return Outcome.done(new Benchmark(iterations * batchSize, 2, 2, 3, 4, 500));
    }

    @Override
    public void close() {
        twin.close();
    }

    /** Every operation one after the other, on the first machine that can do it. */
    private Plan plan(String id, Stream<Lot> lots) {
        var planned = new ArrayList<PlannedOperation>();
        var time = now.get();
        for (var lot : lots.toList()) {
            for (var operation : lot.operations()) {
                var machine =
                        state().plant().machinesThatCan(operation.capability()).getFirst();
                var end = time.plusSeconds(operation.secondsOn(machine));
                planned.add(new PlannedOperation(operation.id(), lot.id(), machine.id(), time, end, 0));
                time = end;
            }
        }
        long makespan = java.time.Duration.between(now.get(), time).toSeconds();
        return new Plan(id, now.get(), "dispatching", planned, List.of(), makespan, 0, 0, 0.5, List.of());
    }

    private Outcome<Event> told(EquipmentId subject, Fact fact) {
        try {
            return Outcome.done(tell(subject, fact));
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof TwinRefusal refusal) {
                return refused(Objects.requireNonNull(refusal.getMessage()));
            }
            throw e;
        }
    }

    /** What is wrong stands in the first line, its cure in the next. */
    private static <T> Outcome<T> refused(String words) {
        var lines = words.split("\n", 2);
        return new Outcome.Refused<>(lines[0], lines.length == 1 ? null : lines[1]);
    }

    private EquipmentId site() {
        return state().plant().site();
    }

    private static int differences(byte[] one, byte[] other) {
        var a = read(one);
        var b = read(other);
        int different = 0;
        for (int x = 0; x < Math.min(a.getWidth(), b.getWidth()); x++) {
            for (int y = 0; y < Math.min(a.getHeight(), b.getHeight()); y++) {
                different += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    private static boolean isPicture(byte[] image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image)) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static BufferedImage read(byte[] image) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(image)), "no picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
