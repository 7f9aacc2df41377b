package dev.millwright.connectors.sparkplug;

import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

/** What a host knows of one device: the aliases of its birth, its last values, and whether it is connected. */
final class DeviceSession {

    private record Named(String name, DataType type) {}

    private final EquipmentId equipment;
    private final String source;
    private final Tally tally;
    private final Consumer<Draft> drafts;
    private final FactReader reader;
    private final Map<Long, Named> byAlias = new HashMap<>();
    /** The same the other way round, for commands. */
    private final Map<String, Long> aliases = new ConcurrentHashMap<>();

    private final Map<String, DataType> types = new HashMap<>();
    private volatile boolean connected;
    private boolean born;

    DeviceSession(EquipmentId equipment, String source, Tally tally, Consumer<Draft> drafts) {
        this.equipment = equipment;
        this.source = source;
        this.tally = tally;
        this.drafts = drafts;
        this.reader =
                new FactReader(equipment, source, (metric, why) -> tally.badMetric(equipment.path(), metric, why));
    }

    boolean isConnected() {
        return connected;
    }

    boolean isBorn() {
        return born;
    }

    /** The alias its birth gave a metric; {@code null} for none. From any thread. */
    @Nullable
    Long alias(String metric) {
        return aliases.get(metric);
    }

    /** Its node was born again: until its own birth follows, its aliases mean nothing. */
    void forgetBirth() {
        born = false;
    }

    void birth(Payload payload, Instant time) {
        byAlias.clear();
        aliases.clear();
        types.clear();
        born = true;
        var metrics = new ArrayList<Metric>();
        for (var wire : payload.getMetricsList()) {
            DataType type = DataType.ofCode(wire.getDatatype());
            if (type == null) {
                var shown = Metric.of(wire.getName(), DataType.TEXT, "data type " + wire.getDatatype(), time);
                tally.badMetric(equipment.path(), shown, "the type is not understood here");
                continue;
            }
            types.put(wire.getName(), type);
            if (wire.hasAlias()) {
                byAlias.put(wire.getAlias(), new Named(wire.getName(), type));
                aliases.put(wire.getName(), wire.getAlias());
            }
            metrics.add(Payloads.read(wire, wire.getName(), type, time));
        }
        reader.birth(metrics, drafts);
        if (!connected) {
            connected = true;
            drafts.accept(Draft.of(time, source, equipment, new Fact.ConnectionOpened()));
        }
    }

    void data(Payload payload, Instant time, Consumer<CameraFrame> frames) {
        List<Metric> metrics = new ArrayList<>(payload.getMetricsCount());
        for (var wire : payload.getMetricsList()) {
            Named named = named(wire);
            if (named == null) {
                var shown = Metric.of(
                        wire.hasName() ? wire.getName() : "alias " + wire.getAlias(),
                        DataType.TEXT,
                        "no name from its birth",
                        time);
                tally.badMetric(equipment.path(), shown, "its birth did not tell it");
            } else {
                metrics.add(Payloads.read(wire, named.name(), named.type(), time));
            }
        }
        reader.read(metrics, drafts, frames);
    }

    void lost(Instant time, String why) {
        born = false;
        if (connected) {
            connected = false;
            drafts.accept(Draft.of(time, source, equipment, new Fact.ConnectionLost(why)));
        }
    }

    private @Nullable Named named(Payload.Metric wire) {
        if (wire.hasName()) {
            DataType type = wire.hasDatatype() ? DataType.ofCode(wire.getDatatype()) : types.get(wire.getName());
            return type == null ? null : new Named(wire.getName(), type);
        }
        return byAlias.get(wire.getAlias());
    }
}
