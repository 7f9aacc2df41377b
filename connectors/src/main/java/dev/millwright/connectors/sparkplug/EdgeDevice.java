package dev.millwright.connectors.sparkplug;

import dev.millwright.plant.Camera;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Signal;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

/** One device of an edge node: its metrics with their aliases and last values, from which a birth is made. */
final class EdgeDevice {

    private final EquipmentId equipment;
    private final LongSupplier aliases;
    private final Map<String, Long> alias = new HashMap<>();
    private final Map<String, Metric> last = new LinkedHashMap<>();
    private final Map<String, byte[]> templateSent = new HashMap<>();
    private boolean connected = true;

    EdgeDevice(Plant plant, EquipmentId equipment, LongSupplier aliases) {
        this.equipment = equipment;
        this.aliases = aliases;
        Vocabulary.PLAIN.forEach(name -> declare(name, null));
        var machine = plant.machine(equipment);
        machine.stream()
                .flatMap(found -> found.signals().stream())
                .forEach(signal -> declare(Vocabulary.SIGNALS + signal.name(), signal));
        for (Camera camera : plant.cameras()) {
            if (camera.machine().equals(equipment)) {
                declareCamera(camera.id());
            }
        }
        if (machine.isPresent()) {
            Vocabulary.COMMANDS.keySet().stream().sorted().forEach(name -> declare(name, null));
        }
    }

    EquipmentId equipment() {
        return equipment;
    }

    String id() {
        return SparkplugTopology.device(equipment);
    }

    boolean isConnected() {
        return connected;
    }

    void connected(boolean now) {
        connected = now;
    }

    /** Takes the present state as its source tells it; what the source does not mention stays as it was. */
    void describe(List<Draft> facts) {
        var lots = new ArrayList<String>();
        Instant arrived = Instant.EPOCH;
        for (var draft : facts) {
            if (draft.fact() instanceof Fact.ConnectionOpened || draft.fact() instanceof Fact.ConnectionLost) {
                continue;
            }
            if (draft.fact() instanceof Fact.LotArrived(var lot)) {
                lots.add(lot);
                arrived = draft.time();
            }
            for (var metric : FactWriter.metrics(draft.time(), draft.fact())) {
                Metric known = last.get(metric.name());
                // A report may have overtaken the description.
                if (known == null || !known.time().isAfter(metric.time())) {
                    remember(metric);
                }
            }
        }
        if (!lots.isEmpty()) {
            remember(Metric.text(Vocabulary.LOCATIONS, FactReader.lots(lots), arrived));
        }
    }

    /** Takes new values; true when one of them was never declared, so that the device must be born again. */
    boolean update(List<Metric> metrics) {
        boolean isNew = false;
        for (var metric : metrics) {
            isNew |= remember(metric);
        }
        return isNew;
    }

    /** True when this picture of a good part differs from the one sent last, which it now is. */
    boolean isNewTemplate(String camera, byte @Nullable [] template) {
        return template != null && !Arrays.equals(templateSent.put(camera, template), template);
    }

    Payload birth(Instant time, int seq) {
        templateSent.clear();
        var payload = Payload.newBuilder().setTimestamp(time.toEpochMilli()).setSeq(seq);
        last.values().forEach(metric -> payload.addMetrics(Payloads.birth(metric, alias(metric.name()))));
        return payload.build();
    }

    Payload data(Instant time, int seq, List<Metric> metrics) {
        var payload = Payload.newBuilder().setTimestamp(time.toEpochMilli()).setSeq(seq);
        metrics.forEach(metric -> payload.addMetrics(Payloads.data(metric, alias(metric.name()))));
        return payload.build();
    }

    /** The name behind an alias, for commands that use one. */
    @Nullable
    String name(long wanted) {
        for (var entry : alias.entrySet()) {
            if (entry.getValue() == wanted) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Makes a camera's metrics known; true when they were not, so that the device must be born again. */
    boolean declareCamera(String camera) {
        boolean isNew = false;
        for (String part : List.of(Vocabulary.SERIAL, Vocabulary.TEMPLATE, Vocabulary.IMAGE)) {
            String name = Vocabulary.CAMERA + camera + part;
            if (!alias.containsKey(name)) {
                declare(name, null);
                isNew = true;
            }
        }
        return isNew;
    }

    private void declare(String name, @Nullable Signal signal) {
        var type = java.util.Objects.requireNonNull(Vocabulary.type(name), name);
        last.put(name, Metric.of(name, type, null, Instant.EPOCH).withUnit(signal == null ? null : signal.unit()));
        alias(name);
    }

    private boolean remember(Metric metric) {
        Metric before = last.get(metric.name());
        if (metric.historical() || metric.value() instanceof byte[]) {
            return before == null;
        }
        last.put(metric.name(), metric.withUnit(before == null ? null : before.unit()));
        if (metric.name().equals(Vocabulary.LOCATION)) {
            last.put(Vocabulary.LOCATIONS, Metric.of(Vocabulary.LOCATIONS, DataType.STRING, null, metric.time()));
        }
        alias(metric.name());
        return before == null;
    }

    private long alias(String name) {
        return alias.computeIfAbsent(name, _ -> aliases.getAsLong());
    }
}
