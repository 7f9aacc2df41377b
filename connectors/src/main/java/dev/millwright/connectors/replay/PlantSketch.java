package dev.millwright.connectors.replay;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A plant file drawn from a recording: its machines with the signals they measured, as they were while all was well, and
 * enough work to keep them busy until the recording's first failure.
 */
final class PlantSketch {

    /** Where recorded machines stand; a recording takes as many of them as it needs. */
    static final List<EquipmentId> MACHINES = IntStream.rangeClosed(1, 6)
            .mapToObj(n -> EquipmentId.of("site/recorded/line/machine-" + n))
            .toList();

    /** The first part of the story, in which the machines were well. */
    private static final int HEALTHY_SHARE = 4;

    private static final int ORDERS_A_MACHINE = 3;
    private static final int METRES_APART = 6;

    private final Path folder;
    private final Recording recording;
    private final double storySeconds;
    private final Map<EquipmentId, Map<String, Spread>> signals = new LinkedHashMap<>();
    private double periodSeconds = 1;

    private PlantSketch(Path folder, Recording recording) {
        this.folder = folder;
        this.recording = recording;
        this.storySeconds = Math.max(60, recording.story().toSeconds());
    }

    static RecordedPlant.Drawn of(Path folder, Recording recording) {
        var sketch = new PlantSketch(folder, recording);
        sketch.look();
        return new RecordedPlant.Drawn(sketch.name(), sketch.yaml());
    }

    private void look() {
        Instant start = Instant.EPOCH;
        Instant until = start.plus(Duration.ofSeconds(Math.round(storySeconds / HEALTHY_SHARE)));
        try (var drafts = recording.drafts(start)) {
            drafts.takeWhile(draft -> !draft.time().isAfter(until)).forEach(draft -> {
                if (draft.fact() instanceof Fact.ReadingsTaken(var readings)) {
                    var known = signals.computeIfAbsent(draft.subject(), _ -> new LinkedHashMap<>());
                    readings.forEach(reading -> take(known, reading));
                }
            });
        }
        periodSeconds = signals.values().stream()
                .flatMap(known -> known.values().stream())
                .mapToDouble(spread -> spread.periodSeconds(until))
                .max()
                .orElse(1);
    }

    private static void take(Map<String, Spread> known, Reading reading) {
        if (reading.quality() == Quality.GOOD) {
            known.computeIfAbsent(reading.signal(), _ -> new Spread()).add(reading.value());
        }
    }

    private String name() {
        String plain = String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "recording" : plain.substring(0, Math.min(plain.length(), 60));
    }

    private String yaml() {
        var text = new StringBuilder();
        text.append("# Drawn from a recording: %s.%n".formatted(recording.title()));
        text.append("# Change names, units, limits, routes and orders as you like: it is not written again.\n");
        text.append("plant: %s%ntitle: \"Recording %s\"%nzone: UTC%n%n".formatted(name(), name()));
        text.append("lines:\n  - {id: site/recorded/line, name: Recorded line}\n\ntypes:\n  recorded:\n    can: run\n");
        text.append("    reliability: {mttf: %s s, mttr: %s s, shape: 3, maintenance: %s s}%n%nmachines:%n"
                .formatted(number(storySeconds), number(storySeconds / 10), number(storySeconds / 20)));
        for (int i = 0; i < recording.machines().size(); i++) {
            machine(text, recording.machines().get(i), i);
        }
        work(text);
        return text.toString();
    }

    private void machine(StringBuilder text, EquipmentId machine, int index) {
        text.append("  - id: %s%n    name: Machine %d%n    type: recorded%n    at: {x: %d, y: 4}%n"
                .formatted(machine, index + 1, 2 + METRES_APART * index));
        var known = signals.getOrDefault(machine, Map.of());
        if (!known.isEmpty()) {
            text.append("    signals:\n");
            known.forEach((signal, spread) -> text.append("      \"%s\": {nominal: %s, noise: %s, every: %s s}%n"
                    .formatted(
                            signal.replace("\\", "\\\\").replace("\"", "\\\""),
                            number(spread.mean()),
                            number(spread.deviation()),
                            number(periodSeconds))));
        }
    }

    private void work(StringBuilder text) {
        long parts = Math.max(1, Math.round(storySeconds / periodSeconds / ORDERS_A_MACHINE));
        text.append("""

                # A part is one row of the recording.
                products:
                  - id: run
                    name: Run
                    lot-size: %d
                    route:
                      - {name: Run, needs: run, family: run, per-part: %s s}

                shifts:
                  - {name: day, days: daily, start: "06:00", end: "18:00"}
                  - {name: night, days: daily, start: "18:00", end: "06:00"}

                orders:
                """.formatted(Math.max(1, parts / 4), number(periodSeconds)));
        for (int i = 0; i < ORDERS_A_MACHINE * recording.machines().size(); i++) {
            double share =
                    1.5 * (i + 1) / ORDERS_A_MACHINE / recording.machines().size();
            text.append("  - {id: R-%d, product: run, quantity: %d, due: %s s}%n"
                    .formatted(i + 1, parts, number(storySeconds * share + parts * periodSeconds)));
        }
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
