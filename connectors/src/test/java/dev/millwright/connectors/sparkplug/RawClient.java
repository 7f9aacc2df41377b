package dev.millwright.connectors.sparkplug;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import dev.millwright.connectors.BrokerAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** A plain MQTT client that hears all of Sparkplug and says whatever a test wants, right or wrong. */
final class RawClient implements AutoCloseable {

    @SuppressWarnings("ArrayRecordComponent") // payloads as they came; messages are never compared
    record Heard(String topic, byte[] bytes, MqttQos qos, boolean retained) {

        Payload payload() {
            try {
                return Payloads.parse(bytes);
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                throw new AssertionError(topic, e);
            }
        }
    }

    private static final int CONNECTION_TRIES = 3;

    final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Mqtt3BlockingClient client;

    RawClient(BrokerAddress broker) {
        client = MqttClient.builder()
                .useMqttVersion3()
                .identifier("raw")
                .serverHost(broker.host())
                .serverPort(broker.port())
                .buildBlocking();
        client.toAsync()
                .publishes(
                        MqttGlobalPublishFilter.ALL,
                        message -> heard.add(new Heard(
                                message.getTopic().toString(),
                                message.getPayloadAsBytes(),
                                message.getQos(),
                                message.isRetain())));
        listen();
    }

    /** A broker that has only just started closes a connection now and then, as real ones do: it is tried again. */
    private void listen() {
        for (int tries = 1; ; tries++) {
            try {
                client.connect();
                client.subscribeWith()
                        .topicFilter("spBv1.0/#")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send();
                return;
            } catch (ConnectionFailedException | MqttSessionExpiredException e) {
                if (tries == CONNECTION_TRIES) {
                    throw e;
                }
            }
        }
    }

    void say(String topic, byte[] payload) {
        say(topic, payload, MqttQos.AT_MOST_ONCE, false);
    }

    void say(String topic, byte[] payload, MqttQos qos, boolean retained) {
        client.publishWith()
                .topic(topic)
                .payload(payload)
                .qos(qos)
                .retain(retained)
                .send();
    }

    void say(MessageType type, String device, Payload payload) {
        say(new Topic("cell", type, Floor.NODE, device.isEmpty() ? null : device).toString(), payload.toByteArray());
    }

    /** Waits for a message and drops those before it. */
    Heard await(Predicate<Heard> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Floor.PATIENCE.toNanos();
        while (true) {
            Heard next = heard.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("No such message arrived within " + Floor.PATIENCE);
            }
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    Heard await(MessageType type) throws InterruptedException {
        return await(message -> message.topic().contains("/" + type + "/"));
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
