package dev.millwright.connectors.sparkplug;

import com.google.protobuf.InvalidProtocolBufferException;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/**
 * An edge node of Sparkplug B 3.0: it speaks for the machines and buffers of one line over one MQTT connection. Reports
 * made while the broker is away are kept, and told as history once it is back.
 */
public final class EdgeNode implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EdgeNode.class.getName());
    private static final int NUMBERS = 256;

    private final String group;
    private final String node;
    private final Function<EquipmentId, List<Draft>> births;
    private final BiConsumer<EquipmentId, MachineCommand> commands;
    private final InstantSource clock;
    private final EdgeSettings settings;
    private final ScheduledExecutorService thread;
    private final MqttLink link;
    /** Known to the node's own thread only. */
    private final PrimaryHost primaryHost;

    // Everything below is guarded by this object's lock: reports and births share one numbering.
    private final Map<String, EdgeDevice> devices = new LinkedHashMap<>();
    private final ArrayDeque<Draft> keptReports = new ArrayDeque<>();
    private final ArrayDeque<CameraFrame> keptFrames = new ArrayDeque<>();
    private long lastAlias;
    private int seq;
    private int bdSeq = -1;
    private boolean born;
    private long lost;

    /**
     * A node that connects once {@link #start() started}.
     *
     * @param node its id, one of {@link SparkplugTopology#nodes()}
     * @param births a device's present state; asked on the node's own thread at each birth
     * @param commands takes what machines are told, on the node's own thread
     * @param clock the plant's, for the times of births
     */
    public EdgeNode(
            Plant plant,
            String node,
            BrokerAddress broker,
            Function<EquipmentId, List<Draft>> births,
            BiConsumer<EquipmentId, MachineCommand> commands,
            InstantSource clock,
            EdgeSettings settings) {
        var topology = SparkplugTopology.of(plant);
        var equipment = topology.nodes().get(node);
        if (equipment == null) {
            throw new IllegalArgumentException("Plant '%s' has no edge node '%s'.\nIts nodes are %s."
                    .formatted(plant.name(), node, topology.nodes().keySet()));
        }
        this.group = topology.group();
        this.node = node;
        this.births = births;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
        this.primaryHost = new PrimaryHost(settings.primaryHost());
        for (var id : equipment) {
            var device = new EdgeDevice(plant, id, () -> ++lastAlias);
            devices.put(device.id(), device);
        }
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("edge-" + node).factory());
        link = new MqttLink(
                broker,
                "edge-" + group + "-" + node,
                new Backoff(settings.firstPause(), settings.longestPause()),
                thread,
                new Line());
    }

    /** Connects, now and whenever the connection is lost. */
    public void start() {
        link.open();
    }

    /** Tells the world a fact about one of this node's machines or buffers. */
    public synchronized void report(Draft draft) {
        EdgeDevice device = device(draft.subject());
        switch (draft.fact()) {
            case Fact.ConnectionOpened _ -> {
                device.connected(true);
                bear(device);
            }
            case Fact.ConnectionLost _ -> {
                device.connected(false);
                bury(device, draft.time());
            }
            case Fact fact -> {
                var metrics = FactWriter.metrics(draft.time(), fact);
                if (!born) {
                    keep(draft);
                }
                boolean isNew = device.update(metrics);
                if (born && isNew) {
                    bear(device);
                } else if (born && device.isConnected()) {
                    publish(MessageType.DDATA, device, device.data(draft.time(), nextSeq(), metrics));
                }
            }
        }
    }

    /** Sends a picture; the picture of a good part goes along when it is another than the last time. */
    public synchronized void frame(CameraFrame frame) {
        EdgeDevice device = device(frame.machine());
        if (!born) {
            keptFrames.add(frame);
            if (keptFrames.size() > settings.keptFrames()) {
                keptFrames.remove();
                lost++;
            }
            return;
        }
        if (device.declareCamera(frame.camera())) {
            bear(device);
        }
        boolean withTemplate = device.isNewTemplate(frame.camera(), frame.template());
        // Sparkplug wants QoS 0 for data, which a birth heals. Nothing heals a lost picture, so it goes at least once.
        send(
                new Topic(group, MessageType.DDATA, node, device.id()),
                device.data(frame.time(), nextSeq(), FactWriter.frame(frame, withTemplate)),
                MqttQos.AT_LEAST_ONCE);
    }

    /** True once everything known has been said on the present connection. */
    public synchronized boolean isBorn() {
        return born;
    }

    /** How many reports and pictures were given up because the broker was away for too long. */
    public synchronized long lost() {
        return lost;
    }

    /** Says farewell for itself and its devices, and goes; who was not born on this connection has nobody to take leave of. */
    @Override
    public void close() {
        List<MqttLink.Message> farewell;
        synchronized (this) {
            farewell = born ? List.of(death()) : List.of();
            born = false;
        }
        link.close(farewell);
        thread.shutdownNow();
    }

    private EdgeDevice device(EquipmentId equipment) {
        EdgeDevice device = devices.get(SparkplugTopology.device(equipment));
        if (device == null) {
            throw new IllegalArgumentException("Edge node '%s' does not speak for %s.\nIt speaks for %s."
                    .formatted(node, equipment, devices.keySet()));
        }
        return device;
    }

    private void keep(Draft draft) {
        keptReports.add(draft);
        if (keptReports.size() > settings.keptReports()) {
            keptReports.remove();
            lost++;
        }
    }

    /** The node's own birth and those of all its devices, then what was kept; nothing while its host is away. */
    private void bearAll() {
        if (!primaryHost.isOnline()) {
            return;
        }
        var described = new LinkedHashMap<EdgeDevice, List<Draft>>();
        for (var device : List.copyOf(devices.values())) {
            // Outside the lock: the source of births may at this moment be waiting to report.
            described.put(device, births.apply(device.equipment()));
        }
        synchronized (this) {
            if (!link.isConnected()) {
                return;
            }
            seq = 0;
            Instant now = clock.instant();
            var birth = Payload.newBuilder()
                    .setTimestamp(now.toEpochMilli())
                    .setSeq(nextSeq())
                    .addMetrics(Payloads.birth(Metric.of(Vocabulary.BD_SEQ, DataType.INT64, (long) bdSeq, now), 0))
                    .addMetrics(Payloads.birth(Metric.of(Vocabulary.REBIRTH, DataType.BOOLEAN, false, now), 0))
                    .build();
            send(Topic.of(group, MessageType.NBIRTH, node), birth, MqttQos.AT_MOST_ONCE);
            born = true;
            described.forEach((device, facts) -> {
                device.describe(facts);
                if (device.isConnected()) {
                    publish(MessageType.DBIRTH, device, device.birth(now, nextSeq()));
                }
            });
            tellHistory();
        }
    }

    private void tellHistory() {
        for (Draft draft = keptReports.poll(); draft != null; draft = keptReports.poll()) {
            EdgeDevice device = device(draft.subject());
            if (device.isConnected()) {
                var metrics = FactWriter.metrics(draft.time(), draft.fact()).stream()
                        .map(Metric::asHistorical)
                        .toList();
                publish(MessageType.DDATA, device, device.data(draft.time(), nextSeq(), metrics));
            }
        }
        for (CameraFrame frame = keptFrames.poll(); frame != null; frame = keptFrames.poll()) {
            frame(frame);
        }
    }

    private void bear(EdgeDevice device) {
        if (born) {
            publish(MessageType.DBIRTH, device, device.birth(clock.instant(), nextSeq()));
        }
    }

    private void bury(EdgeDevice device, Instant time) {
        if (born) {
            publish(
                    MessageType.DDEATH,
                    device,
                    Payload.newBuilder()
                            .setTimestamp(time.toEpochMilli())
                            .setSeq(nextSeq())
                            .build());
        }
    }

    private MqttLink.Message death() {
        var payload = Payload.newBuilder()
                .addMetrics(
                        Payloads.command(Metric.of(Vocabulary.BD_SEQ, DataType.INT64, (long) bdSeq, clock.instant())))
                .build();
        return new MqttLink.Message(
                Topic.of(group, MessageType.NDEATH, node).toString(),
                payload.toByteArray(),
                MqttQos.AT_LEAST_ONCE,
                false);
    }

    private int nextSeq() {
        int next = seq;
        seq = (seq + 1) % NUMBERS;
        return next;
    }

    private void publish(MessageType type, EdgeDevice device, Payload payload) {
        send(new Topic(group, type, node, device.id()), payload, MqttQos.AT_MOST_ONCE);
    }

    private void send(Topic topic, Payload payload, MqttQos qos) {
        link.send(new MqttLink.Message(topic.toString(), payload.toByteArray(), qos, false));
    }

    /** What the connection has to say to the node. */
    private final class Line implements MqttLink.Owner {

        @Override
        public MqttLink.Message will() {
            primaryHost.forget();
            synchronized (EdgeNode.this) {
                bdSeq = (bdSeq + 1) % NUMBERS;
                return death();
            }
        }

        @Override
        public List<String> topics() {
            return Stream.concat(
                            Stream.ofNullable(primaryHost.topic()),
                            Stream.of(
                                    Topic.of(group, MessageType.NCMD, node).toString(),
                                    new Topic(group, MessageType.DCMD, node, "+").toString()))
                    .toList();
        }

        @Override
        public void connected() {
            bearAll();
        }

        @Override
        public void disconnected(String why) {
            synchronized (EdgeNode.this) {
                born = false;
            }
        }

        @Override
        public void received(String path, byte[] bytes) {
            Topic topic = Topic.parse(path);
            try {
                if (path.equals(primaryHost.topic())) {
                    hostSays(bytes);
                    return;
                }
                if (topic == null) {
                    return;
                }
                for (var wire : Payloads.parse(bytes).getMetricsList()) {
                    command(topic, wire);
                }
            } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
                LOG.log(Level.WARNING, "Edge node {0} cannot follow {1}: {2}", node, path, e.getMessage());
            }
        }

        /** A host that comes wants births; one that goes wants none to speak (birth-publish-phid-offline). */
        private void hostSays(byte[] state) {
            boolean wasOnline = primaryHost.isOnline();
            primaryHost.hear(state);
            if (primaryHost.isOnline() && !wasOnline) {
                bearAll();
            } else if (wasOnline && !primaryHost.isOnline()) {
                LOG.log(Level.INFO, "Edge node {0} falls silent until its host is back", node);
                MqttLink.Message death;
                synchronized (EdgeNode.this) {
                    born = false;
                    death = death();
                }
                link.renew(List.of(death));
            }
        }

        private void command(Topic topic, Payload.Metric wire) {
            if (topic.type() == MessageType.NCMD) {
                if (wire.getName().equals(Vocabulary.REBIRTH) && wire.getBooleanValue()) {
                    bearAll();
                }
                return;
            }
            EdgeDevice device = devices.get(String.valueOf(topic.device()));
            if (device == null) {
                throw new IllegalArgumentException("it speaks for " + devices.keySet() + " only");
            }
            String name = wire.hasName() ? wire.getName() : device.name(wire.getAlias());
            DataType type = Vocabulary.type(String.valueOf(name));
            if (name == null || type == null) {
                throw new IllegalArgumentException(
                        "nothing is called '%s'; commands are %s".formatted(name, Vocabulary.COMMANDS.keySet()));
            }
            commands.accept(device.equipment(), CommandCodec.read(Payloads.read(wire, name, type, clock.instant())));
        }
    }
}
