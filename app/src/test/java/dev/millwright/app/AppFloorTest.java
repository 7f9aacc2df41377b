package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.gateway.DefectReport;
import dev.millwright.gateway.InspectionRequest;
import dev.millwright.gateway.Measure;
import dev.millwright.gateway.Outcome;
import dev.millwright.gateway.Readiness;
import dev.millwright.gateway.SeriesQuery;
import dev.millwright.gateway.StateStretch;
import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Lot;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.Reading;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.replanning.FirstAnswer;
import dev.millwright.twin.AlarmPhase;
import dev.millwright.twin.AlarmState;
import dev.millwright.twin.Change;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinState;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.image.Frame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every question and every wish of the gateway, asked of one running plant. */
@Timeout(90)
class AppFloorTest {

    private static final EquipmentId PACKING = EquipmentId.of("springfield/smt/line-2/pack/packing-1");
    private static final EquipmentId BENCH = EquipmentId.of("springfield/smt/line-2/repair/bench-1");
    private static final EquipmentId CAMERA = EquipmentId.of("springfield/smt/line-1/inspect/aoi-1");
    private static final EquipmentId NOWHERE = EquipmentId.of("springfield/smt/line-9/print/printer-9");

    @TempDir
    private static Path dir;

    private static Millwright millwright;
    private static AppFloor floor;

    @BeforeAll
    static void open() throws Exception {
        // A way around, as in `--data-dir ../plant`: pictures must be found all the same.
        Files.createDirectory(dir.resolve("around"));
        millwright = LivePlant.start(LivePlant.boardShop(dir.resolve("around/../data"), 60));
        floor = new AppFloor(millwright);
        await(
                "machines are connected and a plan is in force",
                state -> state.plan() != null
                        && state.machines().values().stream()
                                .allMatch(machine -> machine.connected()
                                        && !machine.signals().isEmpty()
                                        && machine.stateSince() != null));
    }

    @AfterAll
    static void close() {
        millwright.close();
    }

    @Test
    void stateAndEventsTellTheOrderBookAndWhenItCame() {
        var added = floor.events(EventQuery.all().ofTypes(Set.of("order-added")).atMost(100)).stream()
                .filter(event -> event.source().equals("order-book"))
                .toList();
        assertThat(added).hasSize(18).allSatisfy(event -> assertThat(event.reason())
                .isEqualTo("in the plant's order book"));
        assertThat(floor.state().orders()).containsKeys("O-101", "O-118");
        var came = added.getFirst().time();
        assertThat(floor.stateAt(came.minusSeconds(3600)).orders()).isEmpty();
        assertThat(floor.stateAt(came).orders()).containsKey("O-101");
        assertThat(floor.stateAt(came).plan()).isNull();
    }

    /** History knows where it began, the journal tells the rest; a customer's name is no order's number. */
    @Test
    void anOrderOfThePastIsToldByHistoryAndJournal() throws Exception {
        long offset = millwright.twin().lastOffset();
        await("history catches up", _ -> millwright.history().lastOffset() >= offset);
        var now = floor.state().orders().get("O-118");
        var past = floor.pastOrder("O-118").orElseThrow().orders().get("O-118");
        assertThat(past.order().product()).isEqualTo(now.order().product());
        assertThat(past.offset()).isEqualTo(now.offset());
        assertThat(past.lots()).isEqualTo(now.lots());
        assertThat(floor.pastOrder("O-999")).isEmpty();
        assertThat(floor.pastOrder(now.order().product())).isEmpty();
    }

    @Test
    void theClockIsThePlants() {
        var before = millwright.clock().instant();
        var time = floor.clock();
        assertThat(time.speed()).isEqualTo(60);
        assertThat(time.now()).isBetween(before, millwright.clock().instant());
    }

    @Test
    void aSubscriberHearsChangesUntilItLeaves() throws Exception {
        var heard = new LinkedBlockingQueue<Change>();
        var subscription = floor.subscribe(heard::add);
        var event = done(floor.replan("anna"));
        Change change = heard.poll(20, TimeUnit.SECONDS);
        while (change != null && change.event().offset() < event.offset()) {
            change = heard.poll(20, TimeUnit.SECONDS);
        }
        assertThat(change).isNotNull();
        assertThat(change.event()).isEqualTo(event);
        assertThat(change.after().offset()).isEqualTo(event.offset());
        subscription.close();
    }

    /** History is a copy: whatever the journal holds of a signal must come out of its series, no more and no less. */
    @Test
    void aSeriesHoldsEveryReadingOfTheJournalOnceHistoryHasCaughtUp() throws Exception {
        var signal = "vacuum";
        var machine = EquipmentId.of("springfield/smt/line-1/place/placer-1");
        await("some readings of the placer", state -> {
            var known = state.machines().get(machine).signals().get(signal);
            return known != null && known.count() >= 4;
        });
        long offset = millwright.twin().lastOffset();
        await("history catches up", _ -> millwright.history().lastOffset() >= offset);
        var readings =
                floor
                        .events(EventQuery.all()
                                .about(machine)
                                .ofTypes(Set.of("readings-taken"))
                                .atMost(100_000))
                        .stream()
                        .filter(event -> event.offset() <= offset)
                        .flatMap(event -> ((Fact.ReadingsTaken) event.fact()).readings().stream())
                        .filter(reading -> reading.signal().equals(signal))
                        // A birth certificate repeats the latest reading: it is one all the same.
                        .collect(Collectors.toMap(
                                Reading::sourceTime, Reading::value, (first, _) -> first, TreeMap::new));
        var from = readings.firstKey();
        var to = readings.lastKey();
        var told = readings.headMap(to).values().stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();

        var series = floor.series(new SeriesQuery(machine, signal, from, to, 10));

        assertThat(series.bucketSeconds()).isPositive();
        assertThat(series.points()).isNotEmpty().hasSizeLessThanOrEqualTo(11);
        assertThat(series.points().stream().mapToLong(point -> point.count()).sum())
                .isEqualTo(told.getCount());
        assertThat(series.points().stream().mapToDouble(point -> point.min()).min())
                .hasValue(told.getMin());
        assertThat(series.points().stream().mapToDouble(point -> point.max()).max())
                .hasValue(told.getMax());
        assertThat(series.points()).allSatisfy(point -> {
            assertThat(point.mean()).isBetween(point.min() - 1e-9, point.max() + 1e-9);
            assertThat(point.last()).isBetween(point.min(), point.max());
        });
        assertThat(floor.series(new SeriesQuery(machine, "no-signal", from, to, 10))
                        .points())
                .isEmpty();
    }

    @Test
    void aTimelineIsWithoutGapsAndEndsWhereAsked() {
        var to = floor.clock().now();
        var from = floor.state().machines().get(BENCH).stateSince();
        assertThat(from).isNotNull();
        var stretches = floor.timeline(BENCH, from.minusSeconds(60), to.plusSeconds(3600));
        assertThat(stretches).isNotEmpty();
        assertThat(stretches.getLast().to()).isEqualTo(to.plusSeconds(3600));
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).from()).isEqualTo(stretches.get(i - 1).to());
        }
        assertThat(stretches).extracting(StateStretch::state).contains(PackMlState.IDLE);
        assertThat(floor.timeline(NOWHERE, from, to)).isEmpty();
    }

    @Test
    void aServerIsReadyWhenJournalBrokerAndPlanAre() {
        var ready = floor.readiness();
        assertThat(ready).extracting(Readiness::name).containsExactly("journal", "broker", "plan");
        assertThat(ready).allMatch(Readiness::ready);
        assertThat(ready.get(0).words()).startsWith("accepts events at offset ");
        assertThat(ready.get(1).words()).isEqualTo("connected to " + millwright.brokerAddress());
        assertThat(ready.get(2).words()).isEqualTo("a plan is in force");
    }

    @Test
    void measuresAreWhatTheTwinKnows() {
        var measures = floor.measures().stream().collect(Collectors.toMap(Measure::name, measure -> measure));
        long before = millwright.twin().lastOffset();
        assertThat(value(measures.get("journal.events"))).isBetween((double) before, before + 10_000.0);
        assertThat(measures.get("journal.events").grows()).isTrue();
        assertThat(measures.get("lots.open").grows()).isFalse();
        assertThat(value(measures.get("lots.open")))
                .isBetween(1.0, (double) floor.state().lots().size());
        assertThat(value(measures.get("plan.solve.ms"))).isBetween(1.0, 60_000.0);
        assertThat(value(measures.get("plan.reaction.ms"))).isBetween(0.0, 120_000.0);
        assertThat(value(measures.get("history.lag"))).isBetween(0.0, 100_000.0);
        assertThat(value(measures.get("readings.skipped"))).isGreaterThanOrEqualTo(0);
        assertThat(value(measures.get("frames.dropped"))).isGreaterThanOrEqualTo(0);
        assertThat(value(measures.get("alarms.standing"))).isGreaterThanOrEqualTo(0);
    }

    @Test
    void anOrderIsAddedPlannedChangedAndCancelled() throws Exception {
        var due = floor.clock().now().plus(Duration.ofHours(30));
        var order = new Order("X-1", "sensor-node", 16, 9, null, due, "Acme");
        assertThat(done(floor.addOrder(order, "anna")).source()).isEqualTo("user/anna");
        await("the new order is in the plan", state -> state.plan().plan().operations().stream()
                .anyMatch(operation -> operation.lot().startsWith("X-1.")));
        assertThat(done(floor.changeOrder("X-1", 2, due.plusSeconds(60), "anna"))
                        .fact())
                .isEqualTo(new Fact.OrderChanged("X-1", 2, due.plusSeconds(60)));
        assertThat(done(floor.cancelOrder("X-1", "anna")).fact()).isEqualTo(new Fact.OrderCancelled("X-1", "anna"));

        var unknown = refused(floor.addOrder(new Order("X-2", "teapot", 1, 1, null, null, null), "anna"));
        assertThat(unknown.why()).isEqualTo("Product 'teapot' is not made here.");
        assertThat(unknown.cure()).startsWith("Known products: ").contains("sensor-node");
        assertThat(refused(floor.addOrder(order, "anna")).why()).contains("X-1");
        assertThat(refused(floor.changeOrder("X-9", 1, null, "anna")).why()).contains("X-9");
        assertThat(refused(floor.cancelOrder("X-9", "anna")).why()).contains("X-9");
    }

    @Test
    void aPlannersWordIsTakenOrRefusedInWords() throws Exception {
        var order = new Order("V-1", "sensor-node", 16, 1, null, null, null);
        done(floor.addOrder(order, "anna"));
        var pin = new OperationPin(null, floor.clock().now().plus(Duration.ofHours(30)));
        assertThat(done(floor.pin("V-1.1", "V-1.1:10", pin, "ana")).source()).isEqualTo("user/ana");
        await("the pin is kept", state -> state.plan().plan().operations().stream()
                .anyMatch(step -> step.operation().equals("V-1.1:10")
                        && Duration.between(pin.start(), step.start()).abs().toSeconds() <= 1));
        assertThat(done(floor.unpin("V-1.1", "V-1.1:10", "ana")).fact())
                .isEqualTo(new Fact.OperationUnpinned("V-1.1", "V-1.1:10", "ana"));
        assertThat(done(floor.hold("V-1.1", "burrs", "ana")).reason()).isEqualTo("burrs");
        assertThat(done(floor.release("V-1.1", "ana")).fact()).isEqualTo(new Fact.LotReleased("V-1.1", "ana"));
        done(floor.cancelOrder("V-1", "anna"));

        assertThat(refused(floor.pin("X-9.1", "X-9.1:10", pin, "ana")).why()).contains("X-9.1:10");
        assertThat(refused(floor.release("X-9.1", "ana")).why()).contains("X-9.1");
        var again = new Fact.OrderAdded(order, List.of());
        assertThat(floor.question(List.of(again)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refusal -> assertThat(refusal.why())
                        .contains("exists already"));
    }

    @Test
    void aPlanThatSomebodyBringsIsAdoptedByTheLoop() {
        assertThat(floor.question(List.of())).isInstanceOf(Outcome.Done.class);
        if (floor.question(List.of()) instanceof Outcome.Done<FloorQuestion>(var question)) {
            var plan = question.plan("D-1", new FirstAnswer(question.request()).schedule(), 1);
            var event = done(floor.adopt(plan, "ana adopted draft D-1"));
            assertThat(event.fact()).isInstanceOf(Fact.PlanAdopted.class);
            assertThat(event.reason()).startsWith("ana adopted draft D-1");
        }
        var nothing = new Plan("D-2", floor.clock().now(), "by hand", List.of(), List.of(), 0, 0, 0, 0, List.of());
        var refusal = refused(floor.adopt(nothing, "ana adopted draft D-2"));
        assertThat(refusal.why()).startsWith("Nothing of the plan");
        assertThat(refusal.cure()).startsWith("Make a new draft");
    }

    @Test
    void aPreviewPlansANewOrderAndAdoptsNothing() {
        var order = new Order("Y-1", "display-board", 14, 9, null, null, null);
        var product = floor.state().plant().product("display-board").orElseThrow();
        var plan = done(floor.preview(List.of(new Fact.OrderAdded(order, Lot.of(order, product)))))
                .plan("P");
        assertThat(plan.operations().stream().filter(step -> step.lot().startsWith("Y-1")))
                .hasSize(6);
        assertThat(floor.state().orders()).doesNotContainKey("Y-1");
        assertThat(refused(floor.preview(List.of(new Fact.LotReleased("Y-2.1", "otto"))))
                        .why())
                .contains("Y-2.1");
    }

    @Test
    void aCommandReachesItsMachineOrIsRefusedWithTheReason() throws Exception {
        assertThat(done(floor.command(BENCH, PackMlCommand.STOP, "otto")).fact())
                .isEqualTo(new Fact.CommandIssued(PackMlCommand.STOP, "otto"));
        await("the bench stops", state -> state.machines().get(BENCH).state() == PackMlState.STOPPED);
        assertThat(refused(floor.command(BENCH, PackMlCommand.UNHOLD, "otto")).why())
                .isNotBlank();
        done(floor.command(BENCH, PackMlCommand.RESET, "otto"));
        await("the bench is back", state -> state.machines().get(BENCH).state() == PackMlState.IDLE);
        assertThat(refused(floor.command(NOWHERE, PackMlCommand.STOP, "otto")).why())
                .isEqualTo("There is no machine " + NOWHERE + ".");
    }

    @Test
    void aFailureRaisesAnAlarmThatPeopleHandle() throws Exception {
        millwright.virtualMachines().degrade(PACKING, 0.5);
        millwright.virtualMachines().fail(PACKING, "film torn", Duration.ofHours(2));
        var raised = await("the alarm stands", state -> alarm(state) != null);
        var id = alarm(raised).id();
        await("packing stands", state -> state.machines().get(PACKING).state() == PackMlState.ABORTED);
        assertThat(floor.state().machines().get(PACKING).cause()).isEqualTo("film torn");

        done(floor.acknowledge(id, "anna", "on my way"));
        assertThat(floor.state().alarms().get(id).acknowledgedBy()).isEqualTo("anna");
        var until = floor.clock().now().plus(Duration.ofHours(8));
        done(floor.shelve(id, "anna", until, null));
        assertThat(floor.state().alarms().get(id).phase()).isEqualTo(AlarmPhase.SHELVED);
        done(floor.unshelve(id, "anna"));
        assertThat(floor.state().alarms().get(id).phase()).isNotEqualTo(AlarmPhase.SHELVED);
        assertThat(refused(floor.acknowledge("none:x", "anna", null)).why()).isEqualTo("There is no alarm none:x.");
        assertThat(refused(floor.shelve("none:x", "anna", until, null)).why()).contains("none:x");
        assertThat(refused(floor.unshelve("none:x", "anna")).why()).contains("none:x");
    }

    @Test
    void maintenanceIsAskedForAndWithdrawnWithAReason() {
        var now = floor.clock().now();
        var wish = wish("W-1", CAMERA, now);
        assertThat(done(floor.requestMaintenance(wish, null, "otto")).reason()).isEqualTo("asked by otto");
        assertThat(floor.state().wishes()).containsKey("W-1");
        assertThat(done(floor.withdrawMaintenance("W-1", "otto")).reason()).isEqualTo("withdrawn by otto");
        assertThat(done(floor.requestMaintenance(wish("W-2", CAMERA, now), "lens is dusty", "otto"))
                        .reason())
                .isEqualTo("lens is dusty");
        done(floor.withdrawMaintenance("W-2", "otto"));
        assertThat(refused(floor.requestMaintenance(wish("W-3", NOWHERE, now), null, "otto"))
                        .why())
                .contains(NOWHERE.path());
        assertThat(refused(floor.withdrawMaintenance("W-9", "otto")).why()).contains("W-9");
    }

    @Test
    void aPictureIsInspectedAndTheMarkedOneCanBeSeen() {
        var board = new BoardCamera().paint(4, List.of("OPEN", "SHORT"));
        var event = done(floor.inspect(new InspectionRequest(CAMERA, null, null, board.image(), board.template())));
        var fact = (Fact.PartInspected) event.fact();
        assertThat(event.subject()).isEqualTo(CAMERA);
        assertThat(fact.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fact.findings()).isNotEmpty();
        assertThat(List.of(fact.camera(), fact.serial())).containsExactly("upload", "upload");
        assertThat(floor.image(String.valueOf(fact.image())))
                .hasValueSatisfying(png -> assertThat(png).startsWith(0x89, 'P', 'N', 'G'));

        var good = new BoardCamera().paint(4, List.of());
        var passed = (Fact.PartInspected)
                done(floor.inspect(new InspectionRequest(CAMERA, "c", "s/1", good.image(), good.template())))
                        .fact();
        assertThat(passed.verdict()).isEqualTo(Verdict.PASS);
        assertThat(floor.image(String.valueOf(passed.image()))).isPresent();
        assertThat(List.of(passed.camera(), passed.serial())).containsExactly("c", "s/1");
    }

    @Test
    void whatCannotBeInspectedIsRefusedWithTheReason() {
        var board = new BoardCamera().paint(4, List.of());
        var alone = refused(floor.inspect(new InspectionRequest(CAMERA, null, null, board.image(), null)));
        assertThat(alone.why()).startsWith("No template came along").contains(CAMERA.path());
        assertThat(alone.cure()).startsWith("Send the picture of a good part as 'template'");
        var text = "no picture".getBytes(StandardCharsets.UTF_8);
        assertThat(floor.inspect(new InspectionRequest(CAMERA, null, "s-7", text, board.template())))
                .isEqualTo(new Outcome.Unfit<>(
                        "the picture of s-7 is not an image", "Give a JPEG, PNG, BMP or TIFF file."));
        var other = MarkedImage.png(Frame.of(320, 320, new byte[320 * 320]));
        assertThat(floor.inspect(new InspectionRequest(CAMERA, null, null, other, board.template())))
                .isInstanceOfSatisfying(
                        Outcome.Unfit.class, unfit -> assertThat(unfit.why()).contains("the limit"));
        assertThat(refused(floor.inspect(new InspectionRequest(NOWHERE, null, null, board.image(), board.template())))
                        .why())
                .contains(NOWHERE.path());
    }

    /** Paths come from the address bar: nothing but pictures of inspections may be read. */
    @Test
    void noPathLeadsOutOfThePictures() {
        assertThat(dir.resolve("data/history.duckdb")).exists();
        for (var path : List.of(
                "../history.duckdb",
                "x/../../history.duckdb",
                dir.resolve("data/history.duckdb").toString(),
                "../../../../../../../../etc/passwd",
                "missing.png",
                "..",
                "")) {
            assertThat(floor.image(path)).as(path).isEmpty();
        }
    }

    @Test
    void aDefectFoundElsewhereCountsForItsMachine() {
        var fact = (Fact.PartInspected)
                done(floor.reportDefect(new DefectReport(CAMERA, "scratch", Severity.MAJOR, null, null, "otto")))
                        .fact();
        assertThat(fact.serial()).isEqualTo("unknown");
        assertThat(fact.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fact.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo("scratch");
            assertThat(finding.severity()).isEqualTo(Severity.MAJOR);
            assertThat(finding.reason()).isEqualTo("reported by otto");
        });
        var worded = (Fact.PartInspected) done(floor.reportDefect(
                        new DefectReport(CAMERA, "scratch", Severity.MINOR, "s-1", "by the edge", "otto")))
                .fact();
        assertThat(worded.serial()).isEqualTo("s-1");
        assertThat(worded.findings().getFirst().reason()).isEqualTo("by the edge");
        assertThat(refused(floor.reportDefect(new DefectReport(NOWHERE, "scratch", Severity.MINOR, null, null, "otto")))
                        .why())
                .contains(NOWHERE.path());
    }

    @Test
    void theBenchmarkCountsItsPicturesAndItsQuantilesAreInOrder() {
        var outcome = floor.benchmark(2, 3);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        if (outcome instanceof Outcome.Done<dev.millwright.gateway.Benchmark>(var figures)) {
            assertThat(figures.images()).isEqualTo(6);
            assertThat(figures.p50()).isPositive().isLessThanOrEqualTo(figures.p95());
            assertThat(figures.p95()).isLessThanOrEqualTo(figures.p99());
            assertThat(figures.mean()).isBetween(0.1, figures.p99());
            assertThat(figures.fps() * figures.mean()).isBetween(999.9, 1000.1);
        }
    }

    private static MaintenanceWish wish(String id, EquipmentId machine, Instant now) {
        return new MaintenanceWish(id, machine, 600, now.plusSeconds(3600), now.plusSeconds(36_000), RiskLevel.LOW);
    }

    private static AlarmState alarm(TwinState state) {
        return state.alarms().values().stream()
                .filter(alarm -> alarm.subject().equals(PACKING) && alarm.code().equals("aborted"))
                .findFirst()
                .orElse(null);
    }

    private static double value(Measure measure) {
        return measure.value().getAsDouble();
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static <T> Outcome.Refused<T> refused(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused<T>) outcome;
    }

    private static TwinState await(String what, Predicate<TwinState> wanted) throws Exception {
        return LivePlant.await(millwright.twin(), what, wanted);
    }
}
