package dev.millwright.connectors.sparkplug;

import static dev.millwright.connectors.sparkplug.Vocabulary.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one device's metrics as facts. It remembers the device's last values, because a node may send only what
 * changed; a metric that makes no sense is complained about, and the rest of its message is still used.
 */
final class FactReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OPERATION_PHASES = Set.of(NONE, STARTED, COMPLETED, INTERRUPTED);
    private static final Set<String> MAINTENANCE_PHASES = Set.of(NONE, STARTED, FINISHED);

    private final EquipmentId equipment;
    private final String source;
    private final BiConsumer<Metric, String> complaints;
    private final Map<String, Metric> known = new HashMap<>();

    FactReader(EquipmentId equipment, String source, BiConsumer<Metric, String> complaints) {
        this.equipment = equipment;
        this.source = source;
        this.complaints = complaints;
    }

    /** A birth: what was known before no longer counts. */
    void birth(List<Metric> metrics, Consumer<Draft> drafts) {
        known.clear();
        read(metrics, drafts, frame -> {});
    }

    void read(List<Metric> metrics, Consumer<Draft> drafts, Consumer<CameraFrame> frames) {
        var changed = new HashSet<String>();
        var values = new HashMap<String, Metric>();
        var readings = new ArrayList<Reading>();
        for (var metric : metrics) {
            String fault = fault(metric);
            if (fault != null) {
                complaints.accept(metric, fault);
            } else if (metric.name().startsWith(SIGNALS)) {
                reading(metric, readings);
            } else if (!metric.name().startsWith(COMMAND)) {
                values.put(metric.name(), metric);
                if (metric.value() != null) {
                    changed.add(metric.name());
                }
            }
        }
        Values now = name -> values.containsKey(name) ? values.get(name) : known.get(name);
        if (changed.contains(MODE)) {
            say(drafts, now, new Fact.MachineModeChanged(MachineMode.ofCode(now.whole(MODE))), MODE);
        }
        if (changed.contains(STATE)) {
            // A cause belongs to the state it came with, not to the next one.
            Metric cause = values.get(STATE_CAUSE);
            say(
                    drafts,
                    now,
                    new Fact.MachineStateChanged(
                            PackMlState.ofCode(now.whole(STATE)), cause == null ? null : cause.text()),
                    STATE);
        }
        locations(changed, now, drafts);
        maintenance(changed, now, drafts);
        operation(changed, now, drafts);
        if (!readings.isEmpty()) {
            Instant last = readings.stream()
                    .map(Reading::sourceTime)
                    .max(Instant::compareTo)
                    .orElseThrow();
            drafts.accept(Draft.of(last, source, equipment, new Fact.ReadingsTaken(readings)));
        }
        remember(values);
        frames(changed, now, frames);
    }

    private static void reading(Metric metric, List<Reading> readings) {
        Double value = metric.number();
        // At birth a signal without a value has simply not been measured yet.
        if (value != null || metric.quality() == Quality.BAD) {
            readings.add(new Reading(
                    metric.name().substring(SIGNALS.length()),
                    value == null ? Double.NaN : value,
                    metric.time(),
                    metric.quality()));
        }
    }

    private void locations(Set<String> changed, Values now, Consumer<Draft> drafts) {
        if (changed.contains(LOCATIONS)) {
            for (String lot : lots(now.text(LOCATIONS))) {
                say(drafts, now, new Fact.LotArrived(lot), LOCATIONS);
            }
        } else if (changed.contains(LOCATION)) {
            say(drafts, now, new Fact.LotArrived(now.text(LOCATION)), LOCATION);
        }
    }

    private void maintenance(Set<String> changed, Values now, Consumer<Draft> drafts) {
        if (!changed.contains(MAINTENANCE_PHASE) || now.get(WISH) == null) {
            return;
        }
        switch (now.text(MAINTENANCE_PHASE)) {
            case STARTED -> say(drafts, now, new Fact.MaintenanceStarted(now.text(WISH)), MAINTENANCE_PHASE);
            case FINISHED -> say(drafts, now, new Fact.MaintenanceFinished(now.text(WISH)), MAINTENANCE_PHASE);
            default -> {}
        }
    }

    private void operation(Set<String> changed, Values now, Consumer<Draft> drafts) {
        boolean counted = changed.contains(GOOD) || changed.contains(SCRAP) || changed.contains(REWORK);
        if (now.get(LOT) == null || now.get(OPERATION) == null || !(counted || changed.contains(PHASE))) {
            return;
        }
        String lot = now.text(LOT);
        String id = now.text(OPERATION);
        int good = now.whole(GOOD);
        int scrap = now.whole(SCRAP);
        int rework = now.whole(REWORK);
        String phase = changed.contains(PHASE) ? now.text(PHASE) : "";
        switch (phase) {
            case STARTED -> {
                say(drafts, now, new Fact.OperationStarted(lot, id), PHASE);
                if (counted && good + scrap + rework > 0) {
                    say(drafts, now, new Fact.PartsCounted(lot, id, good, scrap, rework), GOOD, SCRAP, REWORK);
                }
            }
            case COMPLETED ->
                say(drafts, now, new Fact.OperationCompleted(lot, id, good, scrap, rework), PHASE, GOOD, SCRAP, REWORK);
            case INTERRUPTED -> {
                int processed = changed.contains(PROCESSED) ? now.whole(PROCESSED) : good + scrap + rework;
                String why = changed.contains(INTERRUPTION) ? now.text(INTERRUPTION) : "the machine gave no cause";
                say(drafts, now, new Fact.OperationInterrupted(lot, id, processed, why), PHASE);
            }
            case NONE -> {}
            default -> say(drafts, now, new Fact.PartsCounted(lot, id, good, scrap, rework), GOOD, SCRAP, REWORK);
        }
    }

    private void frames(Set<String> changed, Values now, Consumer<CameraFrame> frames) {
        for (String name : changed) {
            if (!name.startsWith(CAMERA) || !name.endsWith(IMAGE)) {
                continue;
            }
            String camera = name.substring(CAMERA.length(), name.length() - IMAGE.length());
            Metric image = now.get(name);
            Metric template = now.get(CAMERA + camera + TEMPLATE);
            if (image == null || image.bytes() == null) {
                continue;
            }
            frames.accept(new CameraFrame(
                    equipment,
                    camera,
                    now.text(CAMERA + camera + SERIAL),
                    image.time(),
                    image.bytes(),
                    template == null ? null : template.bytes()));
        }
    }

    private void remember(Map<String, Metric> values) {
        for (var metric : values.values()) {
            if (!metric.historical() && !metric.name().endsWith(IMAGE)) {
                known.put(metric.name(), metric);
            }
        }
        Metric phase = values.get(PHASE);
        if (phase != null && STARTED.equals(phase.value()) && !values.containsKey(GOOD)) {
            known.keySet().removeAll(Set.of(GOOD, SCRAP, REWORK));
        }
    }

    /** A fact is as late as the latest of the metrics it was read from. */
    private void say(Consumer<Draft> drafts, Values now, Fact fact, String... from) {
        Instant time = Instant.EPOCH;
        for (String name : from) {
            Metric metric = now.get(name);
            if (metric != null && metric.time().isAfter(time)) {
                time = metric.time();
            }
        }
        drafts.accept(Draft.of(time, source, equipment, fact));
    }

    /** What is wrong with a metric; {@code null} when nothing is. */
    private static @Nullable String fault(Metric metric) {
        DataType type = type(metric.name());
        if (type == null) {
            return "nothing here has that name";
        }
        if (metric.value() == null) {
            return null;
        }
        return switch (type) {
            case DOUBLE -> {
                Double number = metric.number();
                yield number == null
                        ? "it is no number"
                        : !Double.isFinite(number) && metric.quality() != Quality.BAD
                                ? "a value that is no number has quality BAD"
                                : null;
            }
            case INT32 -> fault(metric.name(), metric.whole());
            case STRING -> fault(metric.name(), metric.text());
            case BYTES -> metric.bytes() == null ? "it is no picture" : null;
            case INT8, INT16, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT, BOOLEAN, DATE_TIME, TEXT, UUID -> null;
        };
    }

    private static @Nullable String fault(String name, @Nullable Long whole) {
        if (whole == null) {
            return "it is no whole number";
        }
        return switch (name) {
            case STATE -> whole < 1 || whole > PackMlState.values().length ? "PackML states have codes 1 to 17" : null;
            case MODE -> whole < 1 || whole > MachineMode.values().length ? "modes have codes 1 to 4" : null;
            default -> whole < 0 || whole > Integer.MAX_VALUE ? "a count is not negative" : null;
        };
    }

    private static @Nullable String fault(String name, @Nullable String text) {
        if (text == null) {
            return "it is no text";
        }
        return switch (name) {
            case PHASE -> OPERATION_PHASES.contains(text) ? null : "an operation's phase is one of " + OPERATION_PHASES;
            case MAINTENANCE_PHASE ->
                MAINTENANCE_PHASES.contains(text) ? null : "maintenance's phase is one of " + MAINTENANCE_PHASES;
            case LOCATIONS -> text.startsWith("[") && text.endsWith("]") ? null : "lots are a JSON list of their ids";
            default -> null;
        };
    }

    static List<String> lots(String json) {
        try {
            return List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    static String lots(List<String> lots) {
        try {
            return JSON.writeValueAsString(lots);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts is JSON", e);
        }
    }

    /** A device's values as of the message being read. */
    private interface Values {

        @Nullable
        Metric get(String name);

        default int whole(String name) {
            Metric metric = get(name);
            Long whole = metric == null ? null : metric.whole();
            return whole == null ? 0 : whole.intValue();
        }

        default String text(String name) {
            Metric metric = get(name);
            String text = metric == null ? null : metric.text();
            return text == null ? "" : text;
        }
    }
}
