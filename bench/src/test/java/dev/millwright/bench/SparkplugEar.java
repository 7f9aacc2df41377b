package dev.millwright.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** A stranger on the plant's broker: hears what machines and host say in Sparkplug B, and can ask a node for a birth. */
final class SparkplugEar implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BOOLEAN = 11;
    private static final Pattern BROKER = Pattern.compile("mqtt://([^:]+):(\\d+)");

    /** A message as it came over the wire. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Heard(String topic, byte[] payload) {

        List<Payload.Metric> metrics() {
            try {
                return Payload.parseFrom(payload).getMetricsList();
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("No Sparkplug on " + topic, e);
            }
        }

        List<String> names() {
            return metrics().stream().map(Payload.Metric::getName).toList();
        }
    }

    private final Mqtt3AsyncClient client;
    private final List<Heard> heard = new ArrayList<>();

    private SparkplugEar(String host, int port) {
        client = MqttClient.builder()
                .useMqttVersion3()
                .identifier("stranger-" + UUID.randomUUID())
                .serverHost(host)
                .serverPort(port)
                .buildAsync();
        client.connect().join();
        client.subscribeWith()
                .topicFilter("spBv1.0/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> take(new Heard(message.getTopic().toString(), message.getPayloadAsBytes())))
                .send()
                .join();
    }

    /** Listens at the broker that the server says it is connected to. */
    static SparkplugEar at(ServerProcess server) throws IOException, InterruptedException {
        var ready = server.get("/health/ready").toString();
        var address = BROKER.matcher(ready);
        if (!address.find()) {
            throw new IllegalStateException("The server names no broker: " + ready);
        }
        return new SparkplugEar(address.group(1), Integer.parseInt(address.group(2)));
    }

    /** Asks an edge node to say everything again. */
    void askForBirth(String group, String node) {
        var rebirth = Payload.Metric.newBuilder()
                .setName("Node Control/Rebirth")
                .setDatatype(BOOLEAN)
                .setBooleanValue(true);
        client.publishWith()
                .topic("spBv1.0/" + group + "/NCMD/" + node)
                .payload(Payload.newBuilder().addMetrics(rebirth).build().toByteArray())
                .send()
                .join();
    }

    synchronized Heard await(String what, Predicate<Heard> isIt) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int looked = 0;
        while (true) {
            for (; looked < heard.size(); looked++) {
                if (isIt.test(heard.get(looked))) {
                    return heard.get(looked);
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Waited %s in vain for %s on MQTT; %d messages were heard."
                        .formatted(PATIENCE, what, heard.size()));
            }
            wait(left);
        }
    }

    private synchronized void take(Heard message) {
        heard.add(message);
        notifyAll();
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
