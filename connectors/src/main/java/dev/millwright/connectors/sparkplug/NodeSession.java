package dev.millwright.connectors.sparkplug;

import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What a host knows of one edge node: its phase, the number its next message must carry, and its devices. All calls come
 * from the host's one thread.
 */
final class NodeSession {

    private static final int NUMBERS = 256;
    private static final int LONGEST_WAIT = 64;

    /** What a session needs of its host. */
    interface Host {

        Set<EquipmentId> equipment();

        void draft(Draft draft);

        void frame(CameraFrame frame);

        void askRebirth(String node, String why);

        void later(Duration delay, Runnable task);

        InstantSource clock();
    }

    private record Held(Topic topic, Payload payload) {}

    private final String group;
    private final String node;
    private final HostSettings settings;
    private final Tally tally;
    private final Host host;
    private final Map<String, DeviceSession> devices = new ConcurrentHashMap<>();
    /** Messages that came too early, by how far they are ahead of the one awaited. */
    private final TreeMap<Integer, Held> held = new TreeMap<>();

    private volatile NodePhase phase = NodePhase.AWAITING_BIRTH;
    private int expected;
    private long bdSeq = -1;
    private long births;
    private long waits;

    NodeSession(String group, String node, HostSettings settings, Tally tally, Host host) {
        this.group = group;
        this.node = node;
        this.settings = settings;
        this.tally = tally;
        this.host = host;
    }

    NodePhase phase() {
        return phase;
    }

    int devicesOnline() {
        return (int)
                devices.values().stream().filter(DeviceSession::isConnected).count();
    }

    boolean isConnected(String device) {
        DeviceSession session = devices.get(device);
        return session != null && session.isConnected();
    }

    /** The alias a device's birth gave a metric; {@code null} for none. From any thread. */
    @Nullable
    Long alias(String device, String metric) {
        DeviceSession session = devices.get(device);
        return session == null ? null : session.alias(metric);
    }

    void receive(Topic topic, Payload payload) {
        switch (topic.type()) {
            case NBIRTH -> birth(payload);
            case NDEATH -> death(payload);
            case NDATA, DBIRTH, DDATA, DDEATH -> {
                if (phase == NodePhase.AWAITING_BIRTH || phase == NodePhase.OFFLINE) {
                    host.askRebirth(node, "it spoke before it was born");
                } else {
                    inOrder(topic, payload);
                }
            }
            case NCMD, DCMD -> {}
        }
    }

    /** The host itself lost the broker, or leaves: nothing is known of the node any more. */
    void forget(String why) {
        phase = NodePhase.AWAITING_BIRTH;
        held.clear();
        devices.values().forEach(device -> device.lost(host.clock().instant(), why));
    }

    private void birth(Payload payload) {
        expected = (int) (payload.getSeq() + 1) % NUMBERS;
        bdSeq = bdSeq(payload);
        held.clear();
        phase = NodePhase.ONLINE;
        devices.values().forEach(DeviceSession::forgetBirth);
        long birth = ++births;
        host.later(settings.rebirthInterval(), () -> missing(birth));
    }

    /** A device that did not follow its node's birth is gone. */
    private void missing(long birth) {
        if (birth == births && phase == NodePhase.ONLINE) {
            devices.values().stream()
                    .filter(device -> !device.isBorn())
                    .forEach(device -> device.lost(
                            host.clock().instant(), "Edge node " + node + " was born again without this device."));
        }
    }

    private void death(Payload payload) {
        long dead = bdSeq(payload);
        if (phase != NodePhase.AWAITING_BIRTH && dead != bdSeq) {
            // Sparkplug 3.0: a death certificate counts only for the birth with the same bdSeq.
            tally.staleDeaths.increment();
            return;
        }
        phase = NodePhase.OFFLINE;
        held.clear();
        devices.values()
                .forEach(device -> device.lost(host.clock().instant(), "Edge node " + node + " lost its connection."));
    }

    private void inOrder(Topic topic, Payload payload) {
        int ahead = Math.floorMod((int) payload.getSeq() - expected, NUMBERS);
        if (ahead == 0) {
            use(topic, payload);
            advance();
            return;
        }
        if (ahead >= NUMBERS / 2) {
            // A straggler after all; facts carry their own time and say everything.
            use(topic, payload);
            return;
        }
        held.put(ahead, new Held(topic, payload));
        if (held.size() >= LONGEST_WAIT) {
            giveUp();
        } else if (held.size() == 1) {
            long wait = ++waits;
            host.later(settings.reorderTolerance(), () -> {
                if (wait == waits && !held.isEmpty()) {
                    giveUp();
                }
            });
        }
    }

    /** Moves on by one, and uses what was waiting for that. */
    private void advance() {
        expected = (expected + 1) % NUMBERS;
        if (held.isEmpty()) {
            return;
        }
        var closer = new HashMap<Integer, Held>();
        held.forEach((ahead, message) -> closer.put(ahead - 1, message));
        held.clear();
        held.putAll(closer);
        Held next = held.remove(0);
        if (next != null) {
            use(next.topic(), next.payload());
            advance();
        }
    }

    /** The missing message is lost: what waited is used, and the node must tell everything again. */
    private void giveUp() {
        tally.gaps.increment();
        phase = NodePhase.CATCHING_UP;
        int last = held.lastKey();
        var waited = List.copyOf(held.values());
        held.clear();
        waited.forEach(message -> use(message.topic(), message.payload()));
        expected = (expected + last + 1) % NUMBERS;
        host.askRebirth(node, "a message of it is missing");
    }

    private void use(Topic topic, Payload payload) {
        String id = topic.device();
        if (id == null) {
            return;
        }
        Instant time = payload.hasTimestamp()
                ? Instant.ofEpochMilli(payload.getTimestamp())
                : host.clock().instant();
        DeviceSession device = device(id);
        if (device == null) {
            tally.unknownDevices.increment();
            tally.once(
                    topic.group() + "/" + node + "/" + id,
                    "Edge node %s speaks for device '%s', which the plant file does not have; it is ignored."
                            .formatted(node, id));
            return;
        }
        switch (topic.type()) {
            case DBIRTH -> device.birth(payload, time);
            case DDEATH -> device.lost(time, "Edge node " + node + " lost this device.");
            case DDATA -> {
                if (device.isBorn()) {
                    device.data(payload, time, host::frame);
                } else {
                    host.askRebirth(node, "device " + id + " spoke before it was born");
                }
            }
            case NBIRTH, NDATA, NDEATH, NCMD, DCMD -> {}
        }
    }

    private @Nullable DeviceSession device(String id) {
        DeviceSession known = devices.get(id);
        if (known != null) {
            return known;
        }
        for (var equipment : host.equipment()) {
            if (SparkplugTopology.device(equipment).equals(id)) {
                var session = new DeviceSession(equipment, "sparkplug/" + group + "/" + node, tally, host::draft);
                devices.put(id, session);
                return session;
            }
        }
        return null;
    }

    private static long bdSeq(Payload payload) {
        return payload.getMetricsList().stream()
                .filter(metric -> metric.getName().equals(Vocabulary.BD_SEQ))
                .mapToLong(metric -> metric.hasLongValue() ? metric.getLongValue() : metric.getIntValue())
                .findFirst()
                .orElse(-1);
    }
}
