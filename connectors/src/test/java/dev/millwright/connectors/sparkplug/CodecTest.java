package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;

class CodecTest {

    private static final EquipmentId MACHINE = DRILL;
    private static final List<Quality> QUALITIES = List.of(Quality.values());

    private final List<Draft> heard = new ArrayList<>();
    private final List<CameraFrame> frames = new ArrayList<>();
    private final Tally tally = new Tally();
    private final DeviceSession session = new DeviceSession(MACHINE, "wire", tally, heard::add);
    private long lastAlias;
    private final EdgeDevice device = new EdgeDevice(Floor.PLANT, MACHINE, () -> ++lastAlias);

    @Test
    void everyFactSurvivesTheWire() throws InvalidProtocolBufferException {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            birth();
            for (int i = 0; i < 20; i++) {
                heard.clear();
                var fact = fact(random);
                Instant time = Floor.NOON.plusMillis(random.nextInt(1_000_000));
                if (fact instanceof Fact.ReadingsTaken(var readings)) {
                    time = readings.stream()
                            .map(Reading::sourceTime)
                            .max(Instant::compareTo)
                            .orElseThrow();
                }
                var metrics = FactWriter.metrics(time, fact);
                if (random.nextBoolean()) {
                    metrics = metrics.stream().map(Metric::asHistorical).toList();
                }
                device.update(metrics);
                session.data(wire(device.data(time, 1, metrics)), time, frames::add);

                assertThat(heard)
                        .as("seed %d, fact %d", seed, i)
                        .containsExactly(Draft.of(time, "wire", MACHINE, fact));
            }
        }
        assertThat(tally.statistics(0, 0).badMetrics()).isZero();
    }

    @Test
    void aBirthTellsEverythingThatIsSoNow() throws InvalidProtocolBufferException {
        var facts = List.<Fact>of(
                new Fact.MachineModeChanged(MachineMode.SETUP),
                new Fact.MachineStateChanged(PackMlState.HELD, "jam"),
                new Fact.LotArrived("O-1.1"),
                new Fact.LotArrived("O-1.2"),
                new Fact.MaintenanceStarted("W-1"),
                new Fact.OperationStarted("O-1.1", "O-1.1:20"),
                new Fact.PartsCounted("O-1.1", "O-1.1:20", 3, 1, 0),
                new Fact.ReadingsTaken(List.of(Reading.good("vibration", 2.5, Floor.NOON))));
        device.describe(facts.stream()
                .map(fact -> Draft.of(Floor.NOON, "test", MACHINE, fact))
                .toList());
        birth();

        assertThat(heard).extracting(Draft::fact).containsExactlyElementsOf(with(facts, new Fact.ConnectionOpened()));
    }

    @Test
    void aNodeThatSendsOnlyWhatChangedIsUnderstood() throws InvalidProtocolBufferException {
        device.describe(List.of(Draft.of(Floor.NOON, "test", MACHINE, new Fact.OperationStarted("O-1.1", "O-1.1:20"))));
        birth();
        heard.clear();
        data(Metric.whole(Vocabulary.GOOD, 4, Floor.NOON));
        data(Metric.text(Vocabulary.PHASE, "completed", Floor.NOON));
        data(Metric.text(Vocabulary.PHASE, "interrupted", Floor.NOON));
        data(Metric.whole(Vocabulary.STATE, 6, Floor.NOON));

        assertThat(heard)
                .extracting(Draft::fact)
                .containsExactly(
                        new Fact.PartsCounted("O-1.1", "O-1.1:20", 4, 0, 0),
                        new Fact.OperationCompleted("O-1.1", "O-1.1:20", 4, 0, 0),
                        new Fact.OperationInterrupted("O-1.1", "O-1.1:20", 4, "the machine gave no cause"),
                        new Fact.MachineStateChanged(PackMlState.EXECUTE, null));
    }

    @Test
    void aBadMetricIsCountedAndTheRestOfItsMessageUsed() throws InvalidProtocolBufferException {
        birth();
        heard.clear();
        data(
                Metric.text("Signals/vibration", "much", Floor.NOON),
                Metric.of("Signals/temperature", DataType.DOUBLE, Double.NaN, Floor.NOON),
                Metric.whole(Vocabulary.STATE, 99, Floor.NOON),
                Metric.text(Vocabulary.MODE, "auto", Floor.NOON),
                Metric.whole(Vocabulary.GOOD, -1, Floor.NOON),
                Metric.text(Vocabulary.PHASE, "almost", Floor.NOON),
                Metric.text(Vocabulary.MAINTENANCE_PHASE, "soon", Floor.NOON),
                Metric.text(Vocabulary.LOCATIONS, "here", Floor.NOON),
                Metric.whole(Vocabulary.LOT, 1, Floor.NOON),
                Metric.text("Camera/eye/Image", "no bytes", Floor.NOON),
                Metric.text("Weather", "fine", Floor.NOON),
                Metric.text(Vocabulary.LOCATION, "O-1.1", Floor.NOON));

        assertThat(heard).extracting(Draft::fact).containsExactly(new Fact.LotArrived("O-1.1"));
        assertThat(tally.statistics(0, 0).badMetrics()).isEqualTo(11);
    }

    @Test
    void aBadReadingIsSaidToBeBad() throws InvalidProtocolBufferException {
        birth();
        heard.clear();
        var broken = new Fact.ReadingsTaken(List.of(
                new Reading("vibration", Double.NaN, Floor.NOON, Quality.BAD),
                new Reading("temperature", 61, Floor.NOON, Quality.UNCERTAIN)));
        var metrics = FactWriter.metrics(Floor.NOON, broken);
        session.data(wire(device.data(Floor.NOON, 1, metrics)), Floor.NOON, frames::add);

        assertThat(heard).extracting(Draft::fact).containsExactly(broken);
    }

    @Test
    void aPictureGoesOnWithItsTemplateOrWithout() throws InvalidProtocolBufferException {
        assertThat(device.declareCamera("eye")).isTrue();
        assertThat(device.declareCamera("eye")).isFalse();
        assertThat(device.isNewTemplate("eye", new byte[] {1})).isTrue();
        assertThat(device.isNewTemplate("eye", new byte[] {1})).isFalse();
        assertThat(device.isNewTemplate("eye", null)).isFalse();
        birth();
        var frame = new CameraFrame(MACHINE, "eye", "S/1", Floor.NOON, new byte[] {2}, new byte[] {1});
        session.data(wire(device.data(Floor.NOON, 1, FactWriter.frame(frame, false))), Floor.NOON, frames::add);
        assertThat(frames.getLast().image()).containsExactly(2);
        assertThat(frames.getLast().template()).isNull();
        session.data(wire(device.data(Floor.NOON, 2, FactWriter.frame(frame, true))), Floor.NOON, frames::add);
        assertThat(frames.getLast().template()).containsExactly(1);
        session.data(wire(device.data(Floor.NOON, 3, FactWriter.frame(frame, false))), Floor.NOON, frames::add);
        assertThat(frames.getLast().template()).as("remembered").containsExactly(1);
        assertThat(tally.statistics(0, 0).badMetrics()).isZero();
    }

    @Test
    void tahuReadsOurBirthsAsWeMeanThem() throws Exception {
        device.describe(List.of(
                Draft.of(Floor.NOON, "test", MACHINE, new Fact.MachineStateChanged(PackMlState.EXECUTE, null)),
                SparkplugTest.reading(MACHINE, 2.25)));
        var decoded = new SparkplugBPayloadDecoder()
                .buildFromByteArray(device.birth(Floor.NOON, 7).toByteArray(), null);

        assertThat(decoded.getSeq()).isEqualTo(7);
        assertThat(decoded.getTimestamp()).isEqualTo(java.util.Date.from(Floor.NOON));
        var state = decoded.getMetrics().stream()
                .filter(metric -> metric.getName().equals("State"))
                .findFirst()
                .orElseThrow();
        assertThat(state.getDataType()).isEqualTo(MetricDataType.Int32);
        assertThat(state.getValue()).isEqualTo(6);
        assertThat(state.getAlias()).isPositive();
        var vibration = decoded.getMetrics().stream()
                .filter(metric -> metric.getName().equals("Signals/vibration"))
                .findFirst()
                .orElseThrow();
        assertThat(vibration.getValue()).isEqualTo(2.25);
        assertThat(vibration.getProperties().getPropertyValue("engUnit").getValue())
                .isEqualTo("mm/s");
        assertThat(vibration.getProperties().getPropertyValue("Quality").getValue())
                .isEqualTo(192);
        assertThat(decoded.getMetrics())
                .filteredOn(metric -> metric.getName().equals("Mode"))
                .first()
                .matches(org.eclipse.tahu.message.model.Metric::getIsNull);
    }

    @Test
    void whatNoMachineReportsIsRefusedInWords() {
        assertThatThrownBy(() -> FactWriter.metrics(Floor.NOON, new Fact.PlanFailed("no time")))
                .hasMessageContaining("plan-failed")
                .hasMessageContaining("readings");
    }

    private void birth() throws InvalidProtocolBufferException {
        session.birth(wire(device.birth(Floor.NOON, 0)), Floor.NOON);
    }

    private void data(Metric... metrics) throws InvalidProtocolBufferException {
        var payload = Payload.newBuilder();
        for (var metric : metrics) {
            payload.addMetrics(Payloads.command(metric));
        }
        session.data(wire(payload.build()), Floor.NOON, frames::add);
    }

    private static Payload wire(Payload payload) throws InvalidProtocolBufferException {
        return Payloads.parse(payload.toByteArray());
    }

    private static List<Fact> with(List<Fact> facts, Fact last) {
        var all = new ArrayList<>(facts);
        all.add(last);
        return all;
    }

    private static Fact fact(Random random) {
        String lot = "O-" + random.nextInt(50) + "." + random.nextInt(9);
        String operation = lot + ":" + random.nextInt(90);
        int good = random.nextInt(100);
        int scrap = random.nextInt(10);
        int rework = random.nextInt(10);
        return switch (random.nextInt(10)) {
            case 0 -> new Fact.MachineStateChanged(PackMlState.ofCode(1 + random.nextInt(17)), null);
            case 1 -> new Fact.MachineStateChanged(PackMlState.ofCode(1 + random.nextInt(17)), "cause " + good);
            case 2 -> new Fact.MachineModeChanged(MachineMode.ofCode(1 + random.nextInt(4)));
            case 3 -> new Fact.OperationStarted(lot, operation);
            case 4 -> new Fact.PartsCounted(lot, operation, good, scrap, rework);
            case 5 -> new Fact.OperationCompleted(lot, operation, good, scrap, rework);
            case 6 -> new Fact.OperationInterrupted(lot, operation, good, "cause " + scrap);
            case 7 -> new Fact.LotArrived(lot);
            case 8 ->
                random.nextBoolean()
                        ? new Fact.MaintenanceStarted("W-" + good)
                        : new Fact.MaintenanceFinished("W-" + good);
            default ->
                new Fact.ReadingsTaken(List.of(
                        Reading.good("vibration", random.nextGaussian(), Floor.NOON.plusMillis(good)),
                        new Reading("temperature", random.nextGaussian(), Floor.NOON, QUALITIES.get(good % 3))));
        };
    }
}
