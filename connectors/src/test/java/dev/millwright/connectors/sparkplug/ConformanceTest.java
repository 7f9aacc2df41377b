package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import dev.millwright.connectors.BrokerAddress;
import dev.millwright.connectors.EmbeddedBroker;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole life of a node and its host, heard by a third, against the clauses of Sparkplug 3.0 (named as in its TCK). */
@Timeout(120)
class ConformanceTest {

    private static final int MORE_THAN_ALL_NUMBERS = 300;

    @TempDir
    private Path folder;

    private final List<RawClient.Heard> heard = new ArrayList<>();

    @Test
    void overTheBrokerInTheBox() throws InterruptedException {
        try (var broker = EmbeddedBroker.start(0)) {
            live(broker.address());
        }
        judge();
    }

    @Test
    void overMosquitto() throws IOException, InterruptedException {
        try (var broker = Mosquitto.open(folder)) {
            live(BrokerAddress.of("127.0.0.1", broker.port()));
        }
        judge();
    }

    private void live(BrokerAddress broker) throws InterruptedException {
        var floor = new Floor(broker);
        try (var raw = new RawClient(broker)) {
            try (var edge = floor.edge(broker, "millwright")) {
                try (var host = floor.host()) {
                    floor.awaitBirths(host);
                    for (int i = 0; i < MORE_THAN_ALL_NUMBERS; i++) {
                        double value = i;
                        edge.report(SparkplugTest.reading(DRILL, value));
                        // One at a time: nothing that is sent without a receipt is to be lost here.
                        hear(raw, message -> message.topic().contains("/DDATA/"));
                    }
                    edge.report(Draft.of(Floor.NOON, "test", DRILL, new Fact.ConnectionLost("power")));
                    hear(raw, message -> message.topic().contains("/DDEATH/"));
                    edge.report(Draft.of(Floor.NOON, "test", DRILL, new Fact.ConnectionOpened()));
                    Floor.until(() -> host.isConnected(DRILL));
                    assertThat(host.send(DRILL, new MachineCommand.Control(PackMlCommand.START)))
                            .isTrue();
                    hear(raw, message -> message.topic().contains("/DCMD/"));
                    host.rebirth(Floor.NODE);
                    hear(raw, message -> message.topic().contains("/NBIRTH/"));
                }
                hear(raw, message -> message.topic().contains("/NDEATH/"));
            }
            raw.heard.drainTo(heard);
        }
    }

    /** Waits for a message and keeps it with all before it. */
    private void hear(RawClient raw, java.util.function.Predicate<RawClient.Heard> wanted) throws InterruptedException {
        raw.await(message -> {
            heard.add(message);
            return wanted.test(message);
        });
    }

    private void judge() {
        assertThat(heard.stream().filter(message -> message.topic().contains("DATA")))
                .hasSizeGreaterThanOrEqualTo(MORE_THAN_ALL_NUMBERS);
        long bdSeq = -1;
        long last = -1;
        var names = new HashMap<Long, String>();
        var born = new HashSet<String>();
        for (var message : heard) {
            Topic topic = Topic.parse(message.topic());
            if (topic == null) {
                assertThat(message.topic()).as("host-topic-phid-birth-topic").isEqualTo("spBv1.0/STATE/millwright");
                assertThat(message.qos()).as("host-topic-phid-birth-qos").isEqualTo(MqttQos.AT_LEAST_ONCE);
                continue;
            }
            Payload payload = message.payload();
            String place = "%s seq %d".formatted(message.topic(), payload.getSeq());
            switch (topic.type()) {
                case NBIRTH -> {
                    assertThat(payload.getSeq())
                            .as("nbirth-payload-seq: " + place)
                            .isZero();
                    bdSeq = payload.getMetrics(0).getLongValue();
                    names.clear();
                    born.clear();
                    assertThat(payload.getMetricsList())
                            .as("rebirth-name-aliases: " + place)
                            .noneMatch(Payload.Metric::hasAlias)
                            .anyMatch(metric -> metric.getName().equals("Node Control/Rebirth"));
                }
                case NDEATH -> {
                    assertThat(payload.hasSeq()).as("payloads-ndeath-seq").isFalse();
                    assertThat(payload.getMetrics(0).getLongValue())
                            .as("payloads-ndeath-bdseq")
                            .isEqualTo(bdSeq);
                    assertThat(message.qos())
                            .as("payloads-ndeath-will-message-qos")
                            .isEqualTo(MqttQos.AT_LEAST_ONCE);
                }
                case DBIRTH -> {
                    born.add(String.valueOf(topic.device()));
                    for (var metric : payload.getMetricsList()) {
                        assertThat(metric.hasName() && metric.hasAlias() && metric.hasDatatype())
                                .as("payloads-alias-birth-requirement: %s in %s", metric.getName(), place)
                                .isTrue();
                        String owner = topic.device() + "/" + metric.getName();
                        assertThat(names.merge(metric.getAlias(), owner, (old, now) -> old))
                                .as("payloads-alias-uniqueness")
                                .isEqualTo(owner);
                    }
                }
                case DDATA -> {
                    assertThat(born).as("ddata after its dbirth: " + place).contains(topic.device());
                    assertThat(payload.getMetricsList())
                            .as("payloads-alias-data-cmd-requirement: " + place)
                            .noneMatch(Payload.Metric::hasName)
                            .allMatch(metric -> names.containsKey(metric.getAlias()) && metric.hasTimestamp());
                }
                case DDEATH -> born.remove(String.valueOf(topic.device()));
                case DCMD -> {
                    assertThat(payload.getMetricsList())
                            .as("payloads-alias-data-cmd-requirement: " + place)
                            .noneMatch(Payload.Metric::hasName);
                    assertThat(names.get(payload.getMetrics(0).getAlias())).endsWith("Command/PackML");
                }
                case NCMD -> assertThat(payload.getMetrics(0).getName()).isEqualTo("Node Control/Rebirth");
                case NDATA -> throw new AssertionError("nobody says " + place);
            }
            boolean numbered = payload.hasSeq();
            if (numbered && topic.type() != MessageType.NBIRTH) {
                assertThat(payload.getSeq())
                        .as("payloads-sequence-num-incrementing: " + place)
                        .isEqualTo((last + 1) % 256);
            }
            if (numbered) {
                last = payload.getSeq();
                assertThat(payload.hasTimestamp()).as("timestamp: " + place).isTrue();
                assertThat(message.qos()).as("birth and data qos: " + place).isEqualTo(MqttQos.AT_MOST_ONCE);
            }
            assertThat(message.retained())
                    .as("nothing but STATE is retained: " + place)
                    .isFalse();
        }
    }
}
