package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.connectors.EmbeddedBroker;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Reading;
import dev.millwright.plant.WorkInstruction;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SparkplugTest {

    private static final int WINDOW = 128;

    private static EmbeddedBroker broker;
    private Floor floor;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void build() {
        floor = new Floor(broker.address());
    }

    @Test
    void birthsTellThePresentStateOfEveryMachine() throws InterruptedException {
        try (var host = floor.host();
                var _ = floor.edge(broker.address())) {
            var state = floor.await(PRESS_1, Fact.MachineStateChanged.class);

            assertThat(state.fact()).isEqualTo(new Fact.MachineStateChanged(PackMlState.IDLE, null));
            assertThat(state.source()).isEqualTo("sparkplug/cell/hall.area.line-1");
            assertThat(state.time()).isEqualTo(Floor.NOON);
            floor.await(PRESS_1, Fact.ConnectionOpened.class);
            floor.awaitBirths(host);
            assertThat(host.nodes()).containsEntry(Floor.NODE, NodePhase.ONLINE);
            assertThat(host.isConnected(DRILL)).isTrue();
        }
    }

    @Test
    void reportsArriveCompleteAndInOrderAcrossTheWrapOfSequenceNumbers() throws InterruptedException {
        int reports = 1_500;
        try (var host = floor.host();
                var edge = floor.edge(broker.address())) {
            floor.awaitBirths(host);
            int seen = 0;
            for (int sent = 0; seen < reports; ) {
                // Brokers drop QoS 0 when a listener falls behind, so this one is never far behind.
                for (; sent < reports && sent < seen + WINDOW; sent++) {
                    edge.report(reading(DRILL, sent));
                }
                var fact = (Fact.ReadingsTaken)
                        floor.await(DRILL, Fact.ReadingsTaken.class).fact();
                double value = fact.readings().getFirst().value();
                // A birth on the way tells the last reading again; none may be missing.
                assertThat(value).isLessThanOrEqualTo(seen);
                seen = value == seen ? seen + 1 : seen;
            }
            assertThat(host.statistics().gaps()).isZero();
            assertThat(host.statistics().badMetrics()).isZero();
        }
    }

    @Test
    void aLostMessageIsNoticedByItsNumberAndHealedByARebirth() throws InterruptedException {
        try (var raw = new RawClient(broker.address());
                var host = floor.host()) {
            // The host's first request for births is over before the node is there, so that it is born once.
            raw.await(MessageType.NCMD);
            try (var edge = floor.edge(broker.address())) {
                floor.awaitBirths(host);
                var held = new Fact.MachineStateChanged(PackMlState.HELD, "jam");
                edge.report(Draft.of(Floor.NOON.plusSeconds(1), "test", DRILL, held));
                floor.await(draft -> draft.fact().equals(held));
                long asked = host.statistics().rebirthRequests();

                // A number far ahead of the node's own: all between it and the last one are missing.
                raw.say(
                        MessageType.DDATA,
                        SparkplugTopology.device(DRILL),
                        Payload.newBuilder().setSeq(100).build());

                Floor.until(() -> host.statistics().rebirthRequests() > asked);
                assertThat(host.statistics().gaps()).isEqualTo(1);
                // The state told before the gap is told again by the birth.
                floor.await(draft -> draft.fact().equals(held));
                Floor.until(() -> host.nodes().get(Floor.NODE) == NodePhase.ONLINE);
            }
        }
    }

    @Test
    void aCutCableKillsTheNodeByItsWillAndHistoryIsToldAfterwards() throws InterruptedException, IOException {
        try (var host = floor.host();
                var cable = new TcpProxy(broker.address());
                var edge = floor.edge(cable.address())) {
            floor.awaitBirths(host);
            cable.cut();

            assertThat(floor.await(PRESS_1, Fact.ConnectionLost.class).fact())
                    .isEqualTo(new Fact.ConnectionLost("Edge node hall.area.line-1 lost its connection."));
            floor.await(DRILL, Fact.ConnectionLost.class);
            assertThat(host.nodes()).containsEntry(Floor.NODE, NodePhase.OFFLINE);
            assertThat(host.send(DRILL, new MachineCommand.Drop("x"))).isFalse();
            Floor.until(() -> !edge.isBorn());

            edge.report(reading(DRILL, 41));
            edge.report(reading(DRILL, 42));
            edge.frame(frame("1"));
            edge.frame(frame("2"));
            edge.frame(frame("3"));
            cable.mend();

            floor.await(DRILL, Fact.ConnectionOpened.class);
            assertThat(floor.await(draft -> draft.equals(heard(reading(DRILL, 41)))))
                    .isNotNull();
            floor.await(draft -> draft.equals(heard(reading(DRILL, 42))));
            assertThat(nextFrame().serial()).as("the oldest picture gave way").isEqualTo("2");
            assertThat(edge.lost()).isEqualTo(1);
        }
    }

    @Test
    void aNewHostAsksForBirthsAndHearsTheStateOfNow() throws InterruptedException {
        try (var edge = floor.edge(broker.address())) {
            try (var first = floor.host()) {
                floor.awaitBirths(first);
            }
            floor.drafts.clear();
            edge.report(Draft.of(
                    Floor.NOON.plusSeconds(9), "test", DRILL, new Fact.MachineStateChanged(PackMlState.EXECUTE, null)));
            try (var second = floor.host()) {
                floor.awaitBirths(second);
                floor.await(draft -> draft.subject().equals(DRILL)
                        && draft.fact().equals(new Fact.MachineStateChanged(PackMlState.EXECUTE, null)));
            }
        }
    }

    @Test
    void commandsReachTheMachineTheyNameAsTheyWereSent() throws InterruptedException {
        var commands = List.of(
                new MachineCommand.Control(PackMlCommand.START),
                new MachineCommand.Work(new WorkInstruction("O-1.1", "O-1.1:10", "bracket", "steel", 5, 2.5, 60, true)),
                new MachineCommand.Drop("O-1.1:10"),
                new MachineCommand.Maintain("W-1", 900));
        try (var host = floor.host();
                var _ = floor.edge(broker.address())) {
            floor.awaitBirths(host);
            for (var command : commands) {
                assertThat(host.send(DRILL, command)).isTrue();
                assertThat(floor.commands.poll(10, TimeUnit.SECONDS)).isEqualTo(new Floor.Told(DRILL, command));
            }
            assertThatThrownBy(() -> host.send(EquipmentId.of("elsewhere"), commands.getFirst()))
                    .hasMessageContaining("elsewhere")
                    .hasMessageContaining("It has");
        }
    }

    @Test
    void commandsThatMeanNothingAreRefusedAndTheNextOneIsHeard() throws InterruptedException {
        try (var host = floor.host();
                var _ = floor.edge(broker.address());
                var raw = new RawClient(broker.address())) {
            floor.awaitBirths(host);
            String drill = SparkplugTopology.device(DRILL);
            for (var wrong : List.of(
                    Metric.whole(Vocabulary.PACKML_COMMAND, 77, Floor.NOON),
                    Metric.text(Vocabulary.WORK_COMMAND, "{", Floor.NOON),
                    Metric.whole(Vocabulary.DROP_COMMAND, 1, Floor.NOON),
                    Metric.text("Command/Dance", "now", Floor.NOON))) {
                raw.say(
                        MessageType.DCMD,
                        drill,
                        Payload.newBuilder().addMetrics(Payloads.command(wrong)).build());
            }
            raw.say("spBv1.0/cell/DCMD/" + Floor.NODE + "/nobody", new byte[] {1, 2, 3});
            var right = new MachineCommand.Control(PackMlCommand.RESET);
            raw.say(
                    MessageType.DCMD,
                    drill,
                    Payload.newBuilder()
                            .addMetrics(Payloads.command(CommandCodec.write(right, Floor.NOON)))
                            .build());

            assertThat(floor.commands.poll(10, TimeUnit.SECONDS)).isEqualTo(new Floor.Told(DRILL, right));
        }
    }

    @Test
    void picturesTravelAsTheyAreAndAnUnchangedTemplateOnlyOnce() throws InterruptedException {
        try (var host = floor.host();
                var edge = floor.edge(broker.address());
                var raw = new RawClient(broker.address())) {
            floor.awaitBirths(host);
            Floor.until(edge::isBorn);
            // The first picture of a camera nobody declared brings a birth of its machine along.
            edge.frame(frame("1"));
            edge.frame(frame("2"));

            for (String serial : List.of("1", "2")) {
                CameraFrame seen = nextFrame();
                assertThat(seen.serial()).isEqualTo(serial);
                assertThat(seen.camera()).isEqualTo("eye");
                assertThat(seen.machine()).isEqualTo(DRILL);
                assertThat(seen.image()).isEqualTo(frame(serial).image());
                assertThat(seen.template()).isEqualTo(frame(serial).template());
            }
            long large = raw.heard.stream()
                    .filter(message -> message.topic().contains("DDATA"))
                    .filter(message -> message.bytes().length > 400_000)
                    .count();
            assertThat(large).as("messages with a template").isEqualTo(1);
        }
    }

    @Test
    void aDeviceCanGoAndComeWhileItsNodeStays() throws InterruptedException {
        try (var host = floor.host();
                var edge = floor.edge(broker.address())) {
            floor.awaitBirths(host);
            edge.report(Draft.of(Floor.NOON, "test", DRILL, new Fact.ConnectionLost("power")));
            floor.await(DRILL, Fact.ConnectionLost.class);
            assertThat(host.isConnected(DRILL)).isFalse();
            assertThat(host.isConnected(PRESS_1)).isTrue();

            edge.report(Draft.of(Floor.NOON, "test", DRILL, new Fact.ConnectionOpened()));
            floor.await(DRILL, Fact.ConnectionOpened.class);
        }
    }

    @Test
    void aSignalNobodyDeclaredBringsANewBirth() throws InterruptedException {
        try (var host = floor.host();
                var edge = floor.edge(broker.address())) {
            floor.awaitBirths(host);
            edge.report(Draft.of(
                    Floor.NOON,
                    "test",
                    DRILL,
                    new Fact.ReadingsTaken(List.of(Reading.good("s07", 554.36, Floor.NOON)))));
            var readings = (Fact.ReadingsTaken)
                    floor.await(DRILL, Fact.ReadingsTaken.class).fact();
            assertThat(readings.readings()).contains(Reading.good("s07", 554.36, Floor.NOON));
            assertThat(host.statistics().badMetrics()).isZero();
        }
    }

    @Test
    void theHostTellsItsStateRetainedAndItsDeathWhenItLeaves() throws InterruptedException {
        var host = floor.host();
        Floor.until(host::isConnected);
        try (var raw = new RawClient(broker.address())) {
            raw.await(message -> message.topic().equals("spBv1.0/STATE/millwright")
                    && new String(message.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .startsWith("{\"online\":true,"));
            host.close();
            raw.await(message -> message.topic().equals("spBv1.0/STATE/millwright")
                    && new String(message.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .startsWith("{\"online\":false,"));
        }
    }

    @Test
    void aBrokerThatGoesTakesAllConnectionsWithIt() throws InterruptedException, IOException {
        try (var cable = new TcpProxy(broker.address());
                var _ = floor.edge(broker.address())) {
            var far = new Floor(cable.address());
            try (var host = far.host()) {
                far.awaitBirths(host);
                cable.cut();
                far.await(DRILL, Fact.ConnectionLost.class);
                assertThat(host.nodes()).containsEntry(Floor.NODE, NodePhase.AWAITING_BIRTH);
                cable.mend();
                far.await(DRILL, Fact.ConnectionOpened.class);
            }
        }
    }

    static Draft reading(EquipmentId machine, double value) {
        return Draft.of(
                Floor.NOON,
                "test",
                machine,
                new Fact.ReadingsTaken(List.of(Reading.good("vibration", value, Floor.NOON))));
    }

    private static Draft heard(Draft reported) {
        return Draft.of(reported.time(), "sparkplug/cell/" + Floor.NODE, reported.subject(), reported.fact());
    }

    private static CameraFrame frame(String serial) {
        var image = new byte[200_000];
        new java.util.Random(serial.hashCode()).nextBytes(image);
        var template = new byte[300_000];
        new java.util.Random(7).nextBytes(template);
        return new CameraFrame(DRILL, "eye", serial, Floor.NOON, image, template);
    }

    private CameraFrame nextFrame() throws InterruptedException {
        CameraFrame frame = floor.frames.poll(10, TimeUnit.SECONDS);
        assertThat(frame).as("a picture").isNotNull();
        return frame;
    }
}
