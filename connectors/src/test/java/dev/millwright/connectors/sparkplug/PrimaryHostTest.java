package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import dev.millwright.connectors.EmbeddedBroker;
import dev.millwright.plant.event.Fact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An edge node bound to a host, over a real broker (Sparkplug 3.0, message-flow-edge-node-birth-publish-phid-*). */
@Timeout(60)
class PrimaryHostTest {

    private static final String HOST = "millwright";

    private EmbeddedBroker broker;
    private Floor floor;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(0);
        floor = new Floor(broker.address());
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void itIsBornOnlyWhenItsOwnHostIsOnline() throws InterruptedException {
        try (var raw = new RawClient(broker.address());
                var edge = floor.edge(broker.address(), HOST)) {
            heard(raw, 1);
            state(raw, "another-host", true, 100);
            state(raw, HOST, false, 100);
            // One that was online before it went offline (-wait-timestamp).
            state(raw, HOST, true, 99);
            raw.say(MessageType.NCMD, "", rebirth());
            // Messages are heard in order: when this one has arrived, all of the above has.
            heard(raw, 2);
            assertThat(edge.isBorn()).isFalse();

            state(raw, HOST, true, 100);
            raw.await(MessageType.NBIRTH);
            Floor.until(edge::isBorn);
        }
    }

    /** Rows told before anybody listens would be gone: they wait, and are told as history after the birth. */
    @Test
    void whatHappensBeforeTheHostIsThereIsToldOnceItIs() throws InterruptedException {
        try (var edge = floor.edge(broker.address(), HOST)) {
            var told = List.of(1.0, 2.0, 3.0);
            told.forEach(value -> edge.report(SparkplugTest.reading(DRILL, value)));
            try (var host = floor.host()) {
                for (double value : told) {
                    floor.await(draft -> draft.fact() instanceof Fact.ReadingsTaken(var readings)
                            && readings.getFirst().value() == value);
                }
                floor.awaitBirths(host);
            }
            assertThat(edge.lost()).isZero();
        }
    }

    /** {@code phid-offline}: a death of its own, a new connection with the next bdSeq, and silence until then. */
    @Test
    void itFallsSilentWhenItsHostGoesAndIsBornAnewWhenItIsBack() throws InterruptedException {
        try (var raw = new RawClient(broker.address());
                var edge = floor.edge(broker.address(), HOST)) {
            state(raw, HOST, true, 100);
            long first = bdSeq(raw.await(MessageType.NBIRTH));
            state(raw, HOST, false, 50);
            state(raw, HOST, true, 100);
            edge.report(SparkplugTest.reading(DRILL, 1));
            raw.await(MessageType.DDATA);
            assertThat(edge.isBorn()).as("a straggler kills nobody").isTrue();

            state(raw, HOST, false, 100);
            assertThat(bdSeq(raw.await(MessageType.NDEATH))).isEqualTo(first);
            Floor.until(() -> !edge.isBorn());
            edge.report(SparkplugTest.reading(DRILL, 2));

            state(raw, HOST, true, 101);
            var birth = raw.await(message ->
                    message.topic().contains("BIRTH") || message.topic().contains("DATA"));
            assertThat(birth.topic()).contains("/NBIRTH/");
            assertThat(bdSeq(birth)).isEqualTo(first + 1);
            var data = raw.await(MessageType.DDATA).payload();
            assertThat(data.getMetrics(0).getIsHistorical()).isTrue();
            assertThat(data.getMetrics(0).getDoubleValue()).isEqualTo(2);
        }
    }

    @Test
    void aRealHostThatRestartsFindsItsNodesBornOnce() throws InterruptedException {
        try (var edge = floor.edge(broker.address(), HOST)) {
            try (var first = floor.host()) {
                floor.awaitBirths(first);
            }
            Floor.until(() -> !edge.isBorn());
            edge.report(SparkplugTest.reading(DRILL, 7));
            floor.drafts.clear();
            try (var second = floor.host()) {
                floor.await(draft -> draft.fact() instanceof Fact.ReadingsTaken(var readings)
                        && readings.getFirst().value() == 7);
                floor.awaitBirths(second);
            }
        }
    }

    private static void state(RawClient raw, String host, boolean online, long timestamp) {
        raw.say(
                Topic.state(host),
                "{\"online\":%s,\"timestamp\":%d}".formatted(online, timestamp).getBytes(StandardCharsets.UTF_8),
                MqttQos.AT_LEAST_ONCE,
                true);
    }

    /** Says a command until the node has heard it: then it listens, to its host's state before all. */
    private void heard(RawClient raw, int code) {
        var command = Metric.whole(Vocabulary.PACKML_COMMAND, code, Floor.NOON);
        var payload = Payload.newBuilder().addMetrics(Payloads.command(command)).build();
        var wanted = new Floor.Told(DRILL, CommandCodec.read(command));
        Floor.until(() -> {
            raw.say(MessageType.DCMD, SparkplugTopology.device(DRILL), payload);
            return floor.commands.contains(wanted);
        });
    }

    private static Payload rebirth() {
        return Payload.newBuilder()
                .addMetrics(Payloads.command(Metric.of(Vocabulary.REBIRTH, DataType.BOOLEAN, true, Floor.NOON)))
                .build();
    }

    private static long bdSeq(RawClient.Heard message) {
        return message.payload().getMetrics(0).getLongValue();
    }
}
