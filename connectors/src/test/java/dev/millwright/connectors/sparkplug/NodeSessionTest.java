package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;

/** The host's side of one node, message by message, with time in the test's hand. */
class NodeSessionTest implements NodeSession.Host {

    private static final String DEVICE = SparkplugTopology.device(DRILL);

    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> timers = new ArrayList<>();
    private final Tally tally = new Tally();
    private final NodeSession session = new NodeSession("cell", Floor.NODE, HostSettings.defaults(), tally, this);
    private final long[] alias = new long[1];
    private final EdgeDevice device = new EdgeDevice(Floor.PLANT, DRILL, () -> ++alias[0]);

    @Test
    void dataBeforeTheBirthAsksForOne() {
        reading(0, 1);
        assertThat(asked).containsExactly("it spoke before it was born");
        assertThat(drafts).isEmpty();
        assertThat(session.phase()).isEqualTo(NodePhase.AWAITING_BIRTH);
    }

    @Test
    void stragglersWithinTheToleranceArePutInOrder() {
        born();
        reading(4, 4);
        reading(3, 3);
        assertThat(values()).isEmpty();
        reading(2, 2);
        timers.forEach(Runnable::run);

        assertThat(values()).containsExactly(2.0, 3.0, 4.0);
        assertThat(tally.statistics(0, 0).gaps()).isZero();
        assertThat(session.phase()).isEqualTo(NodePhase.ONLINE);
    }

    @Test
    void whatNeverComesIsGivenUpAndTheRestUsed() {
        born();
        reading(4, 4);
        reading(3, 3);
        timers.forEach(Runnable::run);

        assertThat(values()).containsExactly(3.0, 4.0);
        assertThat(asked).containsExactly("a message of it is missing");
        assertThat(session.phase()).isEqualTo(NodePhase.CATCHING_UP);
        reading(5, 5);
        reading(2, 2);
        assertThat(values()).as("the late one is used after all").containsExactly(3.0, 4.0, 5.0, 2.0);
        born();
        assertThat(session.phase()).isEqualTo(NodePhase.ONLINE);
    }

    @Test
    void aLongQueueOfEarlyMessagesDoesNotWaitForTheTimer() {
        born();
        for (int seq = 3; seq < 3 + 64; seq++) {
            reading(seq, seq);
        }
        assertThat(tally.statistics(0, 0).gaps()).isEqualTo(1);
        assertThat(values()).hasSize(64);
    }

    /** Sparkplug 3.0: an NDEATH whose bdSeq is not that of the last NBIRTH belongs to an older connection. */
    @Test
    void aDeathOfAnOlderConnectionIsIgnored() {
        born();
        session.receive(topic(MessageType.NDEATH, null), bdSeq(4, 0));
        assertThat(session.phase()).isEqualTo(NodePhase.ONLINE);
        assertThat(tally.statistics(0, 0).staleDeaths()).isEqualTo(1);

        session.receive(topic(MessageType.NDEATH, null), bdSeq(5, 0));
        assertThat(session.phase()).isEqualTo(NodePhase.OFFLINE);
        assertThat(drafts.getLast().fact()).isInstanceOf(Fact.ConnectionLost.class);
        assertThat(session.isConnected(DEVICE)).isFalse();
    }

    @Test
    void aDeviceThatDoesNotComeBackWithItsNodeIsLost() {
        born();
        timers.clear();
        session.receive(topic(MessageType.NBIRTH, null), bdSeq(5, 0));
        reading(1, 1);
        assertThat(asked).containsExactly("device " + DEVICE + " spoke before it was born");
        assertThat(session.isConnected(DEVICE)).isTrue();
        timers.forEach(Runnable::run);
        assertThat(session.isConnected(DEVICE)).isFalse();
    }

    @Test
    void aDeviceThePlantDoesNotHaveIsCountedAndIgnored() {
        born();
        session.receive(
                topic(MessageType.DBIRTH, "hall.area.line-1.cell.lathe"),
                Payload.newBuilder().setSeq(2).build());
        assertThat(tally.statistics(0, 0).unknownDevices()).isEqualTo(1);
        reading(3, 3);
        assertThat(values()).containsExactly(3.0);
    }

    private void born() {
        session.receive(topic(MessageType.NBIRTH, null), bdSeq(5, 0));
        session.receive(topic(MessageType.DBIRTH, DEVICE), device.birth(Floor.NOON, 1));
    }

    private void reading(int seq, double value) {
        var metrics = FactWriter.metrics(
                Floor.NOON, SparkplugTest.reading(DRILL, value).fact());
        session.receive(topic(MessageType.DDATA, DEVICE), device.data(Floor.NOON, seq, metrics));
    }

    private List<Double> values() {
        return drafts.stream()
                .filter(draft -> draft.fact() instanceof Fact.ReadingsTaken)
                .map(draft -> ((Fact.ReadingsTaken) draft.fact())
                        .readings()
                        .getFirst()
                        .value())
                .toList();
    }

    private static Payload bdSeq(long number, int seq) {
        return Payload.newBuilder()
                .setSeq(seq)
                .addMetrics(Payloads.command(Metric.of("bdSeq", DataType.INT64, number, Floor.NOON)))
                .build();
    }

    private static Topic topic(MessageType type, @org.jspecify.annotations.Nullable String device) {
        return new Topic("cell", type, Floor.NODE, device);
    }

    @Override
    public Set<EquipmentId> equipment() {
        return Set.of(DRILL);
    }

    @Override
    public void draft(Draft draft) {
        drafts.add(draft);
    }

    @Override
    public void frame(CameraFrame frame) {}

    @Override
    public void askRebirth(String node, String why) {
        asked.add(why);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        timers.add(task);
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(Floor.NOON);
    }
}
