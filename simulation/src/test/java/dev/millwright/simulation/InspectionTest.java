package dev.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.file.PlantFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {

    private static final EquipmentId LOOK = EquipmentId.of("hall/line/look");
    private static final EquipmentId BENCH = EquipmentId.of("hall/line/bench");
    private static final String FILE = """
            plant: camera
            types:
              look: {can: look, reliability: {mttf: 100000 h}}
              bench: {can: fix, reliability: {mttf: 100000 h}}
            machines:
              - {id: hall/line/look, type: look, camera: {id: eye, defects: 20 %}}
              - {id: hall/line/bench, type: bench, at: {x: 12, y: 0}}
            products:
              - id: bracket
                lot-size: 1000
                route: [{needs: look, per-part: 10 s, repairs: fix}]
            """;
    private static final Plant PLANT = PlantFile.parse("camera", FILE);

    private final TestFloor floor = new TestFloor(PLANT, 5);

    @Test
    void rejectsAsOftenAsTheCameraFindsDefectsAndShowsWhatItRejects() {
        floor.plant.degrade(LOOK, 0);
        floor.plant.setFramesPerMinute(100);
        floor.pass(10);
        floor.work(LOOK, "O-1:10", 1000, 10, 0, true);
        floor.pass(11_000);
        var done = floor.facts(LOOK, Fact.OperationCompleted.class).getFirst();
        assertThat(done.good() + done.rework()).isEqualTo(1000);
        assertThat(done.scrap()).isZero();
        assertThat(done.rework()).isBetween(160, 240);
        assertThat(floor.frames).hasSize(1000);
        assertThat(floor.frames.getFirst().serial()).isEqualTo("O-1/1");
        assertThat(floor.frames.getLast().serial()).isEqualTo("O-1/1000");
        assertThat(floor.frames.getFirst().camera()).isEqualTo("eye");
        assertThat(floor.painted.stream().filter(defects -> !defects.isEmpty()).count())
                .isEqualTo(done.rework());
    }

    /** It is no board that such a camera looks at; parts are judged as ever. */
    @Test
    void aCameraWithAModelOfItsOwnIsShownNoPaintedBoards() {
        var file = FILE.replace("defects: 20 %", "model: lids, defects: 20 %");
        var other = new TestFloor(PlantFile.parse("camera", file), 5);
        other.plant.degrade(LOOK, 0);
        other.plant.setFramesPerMinute(100);
        other.pass(10);
        other.work(LOOK, "O-1:10", 1000, 10, 0, true);
        other.pass(11_000);
        assertThat(other.frames).isEmpty();
        assertThat(other.facts(LOOK, Fact.OperationCompleted.class).getFirst().rework())
                .isBetween(160, 240);
    }

    @Test
    void wornMachinesMakeMoreBadParts() {
        floor.plant.degrade(LOOK, 0.95);
        floor.pass(10);
        floor.work(LOOK, "O-1:10", 1000, 10, 0, true);
        floor.pass(11_000);
        assertThat(floor.facts(LOOK, Fact.OperationCompleted.class).getFirst().rework())
                .isGreaterThan(700);
    }

    @Test
    void repairsFollowTheInspectionThatAskedForThem() {
        floor.pass(10);
        floor.work(BENCH, "O-1:10r1", 2, 30, 0, false);
        floor.work(LOOK, "O-1:10", 10, 10, 0, true);
        floor.pass(30);
        assertThat(floor.facts(BENCH, Fact.OperationStarted.class)).isEmpty();
        floor.pass(600);
        assertThat(floor.facts(BENCH, Fact.OperationCompleted.class)).hasSize(1);
        floor.work(LOOK, "O-1:10i1", 2, 10, 0, true);
        floor.pass(600);
        assertThat(floor.facts(LOOK, Fact.OperationCompleted.class)).hasSize(2);
        assertThat(List.of(OperationRank.of("O-1:20"), OperationRank.of("O-1:10i2"), OperationRank.of("O-1:10r2")))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(OperationRank.of("by hand").sequence()).isZero();
    }

    @Test
    void picturesAndCountsCanBeBounded() {
        floor.plant.setFramesPerMinute(0.5);
        floor.plant.setReportInterval(java.time.Duration.ofMinutes(5));
        floor.pass(10);
        floor.work(LOOK, "O-1:10", 180, 10, 0, true);
        floor.pass(2000);
        assertThat(floor.frames).hasSizeBetween(13, 18);
        assertThat(floor.facts(LOOK, Fact.PartsCounted.class)).hasSizeBetween(4, 6);
        floor.plant.setFramesPerMinute(0);
        floor.pass(1);
        floor.frames.clear();
        floor.work(LOOK, "O-2:10", 50, 10, 0, true);
        floor.pass(600);
        assertThat(floor.frames).isEmpty();
    }
}
