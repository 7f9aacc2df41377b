package dev.millwright.connectors.sparkplug;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import dev.millwright.connectors.BrokerAddress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a broker that comes back by itself, with a will of its own each time. Everything it has to say is
 * said on its owner's one thread, in the order of arrival.
 */
final class MqttLink implements AutoCloseable {

    private static final Logger LOG = System.getLogger(MqttLink.class.getName());
    private static final int NETTY_THREADS = 2;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int WAITING_MESSAGES = 65_536;
    private static final int UNSENT_MESSAGES = 8_192;
    private static final int CLOSE_SECONDS = 3;

    /** What a link's owner does with it. */
    interface Owner {

        /** The will of the connection about to be made. */
        Message will();

        /** The topics to hear, with at-least-once delivery. */
        List<String> topics();

        void connected();

        void disconnected(String why);

        void received(String topic, byte[] payload);
    }

    /** A message as MQTT knows it. */
    @SuppressWarnings("ArrayRecordComponent") // payloads travel as they are; messages are never compared
    record Message(String topic, byte[] payload, MqttQos qos, boolean retained) {}

    private enum Phase {
        CONNECTING,
        CONNECTED,
        WAITING,
        CLOSED
    }

    private final BrokerAddress broker;
    private final String clientId;
    private final ScheduledExecutorService thread;
    private final Owner owner;
    private final Backoff backoff;
    private final Semaphore waiting = new Semaphore(WAITING_MESSAGES);
    private final Semaphore unsent = new Semaphore(UNSENT_MESSAGES);
    private final @Nullable MqttClientSslConfig encryption;
    private volatile Phase phase = Phase.WAITING;
    private volatile @Nullable Mqtt3AsyncClient client;
    /** The last trouble that was told: while it lasts, it is not told again. Known to the owner's thread only. */
    private @Nullable String told;

    MqttLink(BrokerAddress broker, String clientId, Backoff backoff, ScheduledExecutorService thread, Owner owner) {
        this.broker = broker;
        this.clientId = clientId;
        this.backoff = backoff;
        this.thread = thread;
        this.owner = owner;
        this.encryption = broker.tls() ? Encryption.trusting(broker.authority()) : null;
    }

    void open() {
        onThread(this::connect);
    }

    boolean isConnected() {
        return phase == Phase.CONNECTED;
    }

    /** Sends a message; waits only while thousands are unsent. Nothing happens while there is no connection. */
    void send(Message message) {
        var unused = sending(message);
    }

    private CompletableFuture<?> sending(Message message) {
        Mqtt3AsyncClient current = client;
        if (current == null || phase == Phase.CLOSED) {
            return CompletableFuture.completedFuture(null);
        }
        unsent.acquireUninterruptibly();
        return current.publishWith()
                .topic(message.topic())
                .payload(message.payload())
                .qos(message.qos())
                .retain(message.retained())
                .send()
                .whenComplete((_, _) -> unsent.release());
    }

    /** Says last words, goes, and comes back as a new connection with a will of its own. On the owner's thread. */
    void renew(List<Message> lastWords) {
        Mqtt3AsyncClient current = client;
        if (current == null || phase != Phase.CONNECTED) {
            return;
        }
        var said = CompletableFuture.allOf(lastWords.stream().map(this::sending).toArray(CompletableFuture[]::new));
        phase = Phase.WAITING;
        client = null;
        Duration pause = backoff.next();
        var unused =
                said.thenCompose(_ -> current.disconnect()).whenComplete((_, _) -> onThread(() -> connectAfter(pause)));
    }

    @Override
    public void close() {
        close(List.of());
    }

    /** Says last words, then goes. */
    void close(List<Message> lastWords) {
        Mqtt3AsyncClient current = client;
        boolean wasConnected = phase == Phase.CONNECTED;
        CompletableFuture<?> said =
                CompletableFuture.allOf(lastWords.stream().map(this::sending).toArray(CompletableFuture[]::new));
        phase = Phase.CLOSED;
        if (current == null || !wasConnected) {
            return;
        }
        try {
            said.thenCompose(_ -> current.disconnect()).get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "{0} left {1} without a farewell: {2}", clientId, broker, e.getMessage());
        }
    }

    private void connect() {
        if (phase != Phase.WAITING) {
            return;
        }
        phase = Phase.CONNECTING;
        var will = owner.will();
        var next = build();
        client = next;
        next.publishes(MqttGlobalPublishFilter.ALL, this::arrived);
        var unused = next.connectWith()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .willPublish(Mqtt3Publish.builder()
                        .topic(will.topic())
                        .payload(will.payload())
                        .qos(will.qos())
                        .retain(will.retained())
                        .build())
                .send()
                .thenCompose(_ -> subscribe(next))
                .whenComplete((_, failure) -> onThread(() -> {
                    if (failure == null) {
                        up(next);
                    } else {
                        down(next, failure);
                    }
                }));
    }

    private CompletableFuture<?> subscribe(Mqtt3AsyncClient to) {
        return CompletableFuture.allOf(owner.topics().stream()
                .map(topic -> to.subscribeWith()
                        .topicFilter(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send())
                .toArray(CompletableFuture[]::new));
    }

    private void up(Mqtt3AsyncClient which) {
        if (which == client && phase == Phase.CONNECTING) {
            phase = Phase.CONNECTED;
            backoff.reset();
            told = null;
            LOG.log(Level.INFO, "{0} is connected to {1}", clientId, broker);
            owner.connected();
        }
    }

    private void down(Mqtt3AsyncClient which, Throwable why) {
        if (which != client || phase == Phase.CLOSED || phase == Phase.WAITING) {
            return;
        }
        boolean wasConnected = phase == Phase.CONNECTED;
        phase = Phase.WAITING;
        client = null;
        var unused = which.disconnect();
        Duration pause = backoff.next();
        String reason = Setback.words(why);
        LOG.log(
                reason.equals(told) ? Level.DEBUG : Level.WARNING,
                "{0} has no connection to {1} ({2}); it goes on trying",
                clientId,
                broker,
                reason);
        told = reason;
        if (wasConnected) {
            owner.disconnected(reason);
        }
        connectAfter(pause);
    }

    private void connectAfter(Duration pause) {
        if (phase == Phase.WAITING && !thread.isShutdown()) {
            var unused = thread.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void arrived(Mqtt3Publish publish) {
        // A full queue holds the network's thread back, and TCP then holds the broker back.
        waiting.acquireUninterruptibly();
        String topic = publish.getTopic().toString();
        byte[] payload = publish.getPayloadAsBytes();
        boolean taken = onThread(() -> {
            try {
                owner.received(topic, payload);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, clientId + " failed on a message of " + topic, e);
            } finally {
                waiting.release();
            }
        });
        if (!taken) {
            waiting.release();
        }
    }

    private boolean onThread(Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private Mqtt3AsyncClient build() {
        var self = new Mqtt3AsyncClient[1];
        var builder = MqttClient.builder()
                .useMqttVersion3()
                .identifier(clientId)
                .serverHost(broker.host())
                .serverPort(broker.port())
                .executorConfig(MqttClientExecutorConfig.builder()
                        .nettyThreads(NETTY_THREADS)
                        .applicationScheduler(io.reactivex.schedulers.Schedulers.trampoline())
                        .build())
                .addDisconnectedListener(context -> onThread(() -> down(self[0], context.getCause())));
        if (encryption != null) {
            builder = builder.sslConfig(encryption);
        }
        if (broker.user() != null) {
            var auth = com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth.builder()
                    .username(broker.user());
            String password = broker.password();
            builder = builder.simpleAuth(
                    password == null
                            ? auth.build()
                            : auth.password(password.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    .build());
        }
        self[0] = builder.buildAsync();
        return self[0];
    }
}
