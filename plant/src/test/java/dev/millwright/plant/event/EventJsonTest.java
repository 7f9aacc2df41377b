package dev.millwright.plant.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.CostCurve;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Point;
import dev.millwright.plant.Reading;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final MaintenanceWish WISH = new MaintenanceWish(
            "W-1", EquipmentId.of("hall/line/press"), 600, NOON, NOON.plusSeconds(3_600), RiskLevel.HIGH);

    private static final Box BOX = new Box(1, 2, 3, 4);

    @Test
    void readsBackWhatItWrote() {
        for (Fact fact : List.<Fact>of(
                new Fact.ReadingsTaken(List.of(Reading.good("temperature", 61.5, NOON))),
                new Fact.MachineStateChanged(PackMlState.ABORTED, "nozzle jammed"),
                new Fact.ConnectionOpened(),
                new Fact.OperationPinned("O-1.1", "O-1.1:10", new OperationPin(null, NOON), "ana"),
                new Fact.LotHeld("O-1.1", "burrs", "ana"),
                new Fact.MaintenanceRequested(WISH.costing(new CostCurve(
                        List.of(new CostCurve.Point(NOON, 40), new CostCurve.Point(NOON.plusSeconds(60), 0.5))))),
                new Fact.PartInspected(
                        "I-1",
                        "cam",
                        "O-1.1/1",
                        Verdict.FAIL,
                        List.of(new Finding(
                                "open",
                                Severity.MAJOR,
                                BOX,
                                12,
                                31.5,
                                new Point(2.5, 4),
                                0.9,
                                "upper left",
                                "gap",
                                List.of(List.of(new Point(1, 2), new Point(4, 2), new Point(4, 6))))),
                        "rejected/I-1.png",
                        8,
                        "rejected/I-1.picture.png",
                        "rejected/I-1.template.png",
                        0.05,
                        "board-judge 2",
                        "rejected/I-1.heat.png"),
                new Fact.ShadowInspected("I-1", "O-1.1/1", "board-judge", "3", Verdict.PASS, List.of(), 38),
                new Fact.ModelRetired("board-judge", "2", "ana"),
                new Fact.FindingCorrected(
                        "I-1",
                        "O-1.1/1",
                        "open",
                        CorrectionVerdict.REJECTED,
                        new Correction(
                                "I-1.c2",
                                CorrectionVerdict.CONFIRMED,
                                0,
                                "spur",
                                BOX,
                                List.of(new Point(1, 2), new Point(3, 2), new Point(3, 5)),
                                "looks real",
                                "anna")),
                PlantFixtures.orderAdded("O-1", 12))) {
            var draft = Draft.of(NOON, "test", EquipmentId.of("hall/line/press"), fact)
                    .because("a test");
            var event = Event.of(7, NOON.plusSeconds(1), draft);
            assertThat(EventJson.readEvent(EventJson.write(event))).isEqualTo(event);
        }
    }

    /** Findings were told without their length and centroid once: both follow from the box then. */
    @Test
    void readsFindingsFromBeforeTheyWereMeasured() {
        var old =
                "{\"offset\":7,\"time\":\"2026-11-22T12:00:00Z\",\"recorded\":\"2026-11-22T12:00:00Z\",\"source\":\"v\","
                        + "\"subject\":\"hall/line/press\",\"fact\":{\"type\":\"part-inspected\",\"inspection\":\"I-1\","
                        + "\"camera\":\"cam\",\"serial\":\"s\",\"verdict\":\"FAIL\",\"inspectionMillis\":8,\"findings\":[{"
                        + "\"type\":\"open\",\"severity\":\"MAJOR\",\"box\":{\"x\":1,\"y\":2,\"width\":3,\"height\":4},"
                        + "\"areaPixels\":12,\"probability\":0.9,\"location\":\"upper left\",\"reason\":\"gap\"}]}}";
        var fact = (Fact.PartInspected)
                EventJson.readEvent(old.getBytes(StandardCharsets.UTF_8)).fact();
        assertThat(fact.picture()).isNull();
        assertThat(fact.findings().getFirst().lengthPixels()).isEqualTo(4);
        assertThat(fact.findings().getFirst().centroid()).isEqualTo(new Point(2.5, 4));
    }

    /** The journal of years ago must still read: these bytes are a promise. */
    @Test
    void keepsItsShapeOnTheWire() {
        var event = Event.of(
                7,
                NOON,
                Draft.of(
                        NOON,
                        "test",
                        EquipmentId.of("hall/line/press"),
                        new Fact.MachineStateChanged(PackMlState.HELD, null)));
        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8))
                .isEqualTo("{\"offset\":7,\"time\":\"2026-11-22T12:00:00Z\",\"recorded\":\"2026-11-22T12:00:00Z\","
                        + "\"source\":\"test\",\"subject\":\"hall/line/press\","
                        + "\"fact\":{\"type\":\"machine-state-changed\",\"state\":\"HELD\"}}");
    }

    @Test
    void aWishOfAnOlderJournalHasNoPrice() {
        String before = "{\"offset\":7,\"time\":\"2026-11-22T12:00:00Z\",\"recorded\":\"2026-11-22T12:00:00Z\","
                + "\"source\":\"loop\",\"subject\":\"hall\",\"fact\":{\"type\":\"maintenance-requested\",\"wish\":{"
                + "\"id\":\"W-1\",\"machine\":\"hall/line/press\",\"durationSeconds\":600,"
                + "\"earliest\":\"2026-11-22T12:00:00Z\",\"latest\":\"2026-11-22T13:00:00Z\",\"risk\":\"HIGH\"}}}";
        assertThat(EventJson.readEvent(before.getBytes(StandardCharsets.UTF_8)).fact())
                .isEqualTo(new Fact.MaintenanceRequested(WISH));
        var event =
                Event.of(7, NOON, Draft.of(NOON, "loop", EquipmentId.of("hall"), new Fact.MaintenanceRequested(WISH)));
        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8)).isEqualTo(before);
    }

    @Test
    void aPlanOfAnOlderJournalHasNoLateLots() {
        String before = "{\"offset\":7,\"time\":\"2026-11-22T12:00:00Z\",\"recorded\":\"2026-11-22T12:00:00Z\","
                + "\"source\":\"loop\",\"subject\":\"hall\",\"fact\":{\"type\":\"plan-adopted\",\"plan\":{\"id\":\"P-1\","
                + "\"createdAt\":\"2026-11-22T12:00:00Z\",\"origin\":\"repair\",\"operations\":[],\"maintenance\":[],"
                + "\"makespanSeconds\":1,\"tardinessSeconds\":0,\"tardyOrders\":0,\"solveMillis\":1.0},"
                + "\"changes\":[],\"reactionMillis\":1.0}}";
        var read = EventJson.readEvent(before.getBytes(StandardCharsets.UTF_8));
        assertThat(((Fact.PlanAdopted) read.fact()).plan().late()).isEmpty();
    }

    @Test
    void aPinHoldsSomething() {
        assertThatThrownBy(() -> new OperationPin(null, null)).hasMessageContaining("neither machine nor start");
    }

    @Test
    void aConsequenceTellsItsCauseAndTheStoryItBelongsTo() {
        var first = Event.of(1, NOON, Draft.of(NOON, "a", EquipmentId.of("hall"), new Fact.ConnectionOpened()));
        var second = Event.of(
                2,
                NOON,
                Draft.of(NOON, "b", EquipmentId.of("hall"), new Fact.ConnectionLost("x"))
                        .causedBy(first));
        var third = Draft.of(NOON, "c", EquipmentId.of("hall"), new Fact.PlanFailed("y"))
                .causedBy(second);
        assertThat(third.correlation()).isEqualTo("e1");
        assertThat(third.causation()).isEqualTo("e2");
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThatThrownBy(() -> EventJson.readEvent("{\"offset\":".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Not the JSON of an event");
    }
}
