package dev.millwright.connectors.sparkplug;

import com.google.protobuf.InvalidProtocolBufferException;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A host application of Sparkplug B 3.0: it hears a plant's edge nodes, turns what they say into facts, notices what was
 * lost on the way, and sends commands. Messages are handled on one thread, in the order of arrival.
 */
public final class SparkplugHost implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SparkplugHost.class.getName());
    private static final int LEAVES_WITHIN_SECONDS = 5;

    private final SparkplugTopology topology;
    private final Map<EquipmentId, String> nodeOf = new HashMap<>();
    private final Consumer<Draft> drafts;
    private final Consumer<CameraFrame> frames;
    private final InstantSource clock;
    private final HostSettings settings;
    private final Tally tally = new Tally();
    private final Map<String, NodeSession> nodes = new ConcurrentHashMap<>();
    private final Map<String, Long> rebirthAskedNanos = new HashMap<>();
    private final ScheduledExecutorService thread;
    private final MqttLink link;
    private volatile Instant stateSince = Instant.EPOCH;

    /** A host with the default settings. */
    public SparkplugHost(
            Plant plant,
            BrokerAddress broker,
            Consumer<Draft> drafts,
            Consumer<CameraFrame> frames,
            InstantSource clock) {
        this(plant, broker, drafts, frames, clock, HostSettings.defaults());
    }

    /**
     * A host that connects once {@link #start() started}.
     *
     * @param drafts takes facts, on the host's one thread; it should be quick
     * @param frames takes pictures, on the same thread
     * @param clock the plant's, for what carries no time of its own
     */
    public SparkplugHost(
            Plant plant,
            BrokerAddress broker,
            Consumer<Draft> drafts,
            Consumer<CameraFrame> frames,
            InstantSource clock,
            HostSettings settings) {
        this.topology = SparkplugTopology.of(plant);
        topology.nodes().forEach((node, equipment) -> equipment.forEach(id -> nodeOf.put(id, node)));
        this.drafts = drafts;
        this.frames = frames;
        this.clock = clock;
        this.settings = settings;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sparkplug-host").daemon().factory());
        link = new MqttLink(
                broker,
                "host-" + settings.hostId(),
                new Backoff(settings.firstPause(), settings.longestPause()),
                thread,
                new Line());
    }

    /** Connects, now and whenever the connection is lost. */
    public void start() {
        link.open();
    }

    /** True while the broker is there. */
    public boolean isConnected() {
        return link.isConnected();
    }

    /** True while a machine's own connection is up. */
    public boolean isConnected(EquipmentId equipment) {
        NodeSession node = nodes.get(nodeOf.getOrDefault(equipment, ""));
        return node != null && node.isConnected(SparkplugTopology.device(equipment));
    }

    /** Where the host stands with each edge node, the plant's own and any other it heard in the group. */
    public Map<String, NodePhase> nodes() {
        var phases = new TreeMap<String, NodePhase>();
        topology.nodes().keySet().forEach(node -> phases.put(node, NodePhase.AWAITING_BIRTH));
        nodes.forEach((node, session) -> phases.put(node, session.phase()));
        return phases;
    }

    /** Sends a command to a machine; false when there is no connection to send it over. */
    public boolean send(EquipmentId machine, MachineCommand command) {
        String node = nodeOf.get(machine);
        if (node == null) {
            throw new IllegalArgumentException("The plant has no equipment %s.\nIt has %s."
                    .formatted(machine, nodeOf.keySet().stream().sorted().toList()));
        }
        NodeSession session = nodes.get(node);
        String device = SparkplugTopology.device(machine);
        if (session == null || !session.isConnected(device)) {
            return false;
        }
        Metric metric = CommandCodec.write(command, clock.instant());
        publish(
                new Topic(topology.group(), MessageType.DCMD, node, device),
                metric,
                session.alias(device, metric.name()));
        return true;
    }

    /** Asks an edge node to tell everything again. */
    public void rebirth(String node) {
        tally.rebirthRequests.increment();
        publish(
                Topic.of(topology.group(), MessageType.NCMD, node),
                Metric.of(Vocabulary.REBIRTH, DataType.BOOLEAN, true, clock.instant()),
                null);
    }

    public SparkplugStatistics statistics() {
        int online = (int) nodes.values().stream()
                .filter(node -> node.phase() == NodePhase.ONLINE || node.phase() == NodePhase.CATCHING_UP)
                .count();
        int devices =
                nodes.values().stream().mapToInt(NodeSession::devicesOnline).sum();
        return tally.statistics(online, devices);
    }

    /** Says that the host is offline, and goes. Facts of lost connections are not told: the host went, not they. */
    @Override
    public void close() {
        // Told of now, not of the connection's beginning (host-topic-phid-death-payload-timestamp-disconnect-clean).
        link.close(List.of(state(false, InstantSource.system().instant())));
        thread.shutdownNow();
        try {
            // A message in hand is still told: after this, nothing is.
            if (!thread.awaitTermination(LEAVES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The host still reads a message and is left behind.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(Topic topic, Metric metric, @Nullable Long alias) {
        var payload = Payload.newBuilder()
                .setTimestamp(metric.time().toEpochMilli())
                .addMetrics(Payloads.command(metric, alias))
                .build();
        link.send(new MqttLink.Message(topic.toString(), payload.toByteArray(), MqttQos.AT_MOST_ONCE, false));
    }

    private MqttLink.Message state(boolean online) {
        return state(online, stateSince);
    }

    private MqttLink.Message state(boolean online, Instant since) {
        String json = "{\"online\":%s,\"timestamp\":%d}".formatted(online, since.toEpochMilli());
        return new MqttLink.Message(
                Topic.state(settings.hostId()), json.getBytes(StandardCharsets.UTF_8), MqttQos.AT_LEAST_ONCE, true);
    }

    /** What the connection has to say to the host. */
    private final class Line implements MqttLink.Owner {

        private final Sessions sessions = new Sessions();

        @Override
        public MqttLink.Message will() {
            stateSince = InstantSource.system().instant();
            return state(false);
        }

        @Override
        public List<String> topics() {
            return List.of(Topic.allOf(topology.group()), Topic.state(settings.hostId()));
        }

        @Override
        public void connected() {
            link.send(state(true));
            // Nodes that come up together with the host are born by themselves.
            sessions.later(settings.reorderTolerance(), () -> topology.nodes().keySet().stream()
                    .filter(node -> nodes().get(node) != NodePhase.ONLINE)
                    .forEach(node -> sessions.askRebirth(node, "the host has just come online")));
        }

        @Override
        public void disconnected(String why) {
            nodes.values().forEach(node -> node.forget("The broker cannot be reached: " + why));
        }

        @Override
        public void received(String path, byte[] bytes) {
            if (path.equals(Topic.state(settings.hostId()))) {
                contradict(bytes);
                return;
            }
            Topic topic = Topic.parse(path);
            if (topic == null) {
                tally.badMessages.increment();
                tally.once(path, "Topic '%s' is none of Sparkplug B; its messages are ignored.".formatted(path));
                return;
            }
            if (topic.type() == MessageType.NCMD || topic.type() == MessageType.DCMD) {
                return;
            }
            tally.messages.increment();
            tally.lastMessage = InstantSource.system().instant();
            try {
                nodes.computeIfAbsent(
                                topic.node(),
                                node -> new NodeSession(topology.group(), node, settings, tally, sessions))
                        .receive(topic, Payloads.parse(bytes));
            } catch (InvalidProtocolBufferException e) {
                tally.badMessages.increment();
                tally.once(
                        path,
                        "%d bytes on '%s' are no Sparkplug payload: %s".formatted(bytes.length, path, e.getMessage()));
            }
        }

        /** The will of an earlier connection may come late and say that this host is offline (Sparkplug 3.0, 5.14). */
        private void contradict(byte[] bytes) {
            if (new String(bytes, StandardCharsets.UTF_8).replace(" ", "").contains("\"online\":false")) {
                link.send(state(true));
            }
        }
    }

    /** What the sessions of nodes need. */
    private final class Sessions implements NodeSession.Host {

        private final Set<String> waiting = ConcurrentHashMap.newKeySet();

        @Override
        public Set<EquipmentId> equipment() {
            return nodeOf.keySet();
        }

        @Override
        public void draft(Draft draft) {
            tally.drafts.increment();
            drafts.accept(draft);
        }

        @Override
        public void frame(CameraFrame frame) {
            tally.frames.increment();
            frames.accept(frame);
        }

        @Override
        public void askRebirth(String node, String why) {
            long now = System.nanoTime();
            Long asked = rebirthAskedNanos.get(node);
            long left = asked == null ? 0 : asked + settings.rebirthInterval().toNanos() - now;
            if (left > 0) {
                if (waiting.add(node)) {
                    later(Duration.ofNanos(left), () -> {
                        waiting.remove(node);
                        NodeSession session = nodes.get(node);
                        if (session != null && session.phase() != NodePhase.ONLINE) {
                            askRebirth(node, why);
                        }
                    });
                }
                return;
            }
            rebirthAskedNanos.put(node, now);
            LOG.log(Level.DEBUG, "Edge node {0} is asked to be born again: {1}", node, why);
            rebirth(node);
        }

        @Override
        public void later(Duration delay, Runnable task) {
            try {
                var unused = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "The host is closed: {0}", e.getMessage());
            }
        }

        @Override
        public InstantSource clock() {
            return clock;
        }
    }
}
