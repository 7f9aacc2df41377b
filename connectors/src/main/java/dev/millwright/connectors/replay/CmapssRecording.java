package dev.millwright.connectors.replay;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Engines run to failure on test cells (NASA C-MAPSS, Saxena et al. 2008). One cycle is six minutes; when an engine fails,
 * its cell aborts, is repaired for some cycles, and takes the next engine.
 */
final class CmapssRecording implements Recording {

    private static final String ZIP = "CMAPSSData.zip";
    private static final Duration CYCLE = Duration.ofMinutes(6);
    private static final int REPAIR_CYCLES = 24;
    private static final int SETTINGS = 3;
    private static final int SENSORS = 21;
    private static final List<String> SIGNALS = Stream.concat(
                    IntStream.rangeClosed(1, SETTINGS).mapToObj(n -> "setting" + n),
                    IntStream.rangeClosed(1, SENSORS).mapToObj("s%02d"::formatted))
            .toList();

    private final Path folder;
    private final String part;
    private final List<EquipmentId> machines;
    private final List<List<double[]>> units;

    CmapssRecording(Path folder, String part, List<EquipmentId> machines) throws IOException {
        this.folder = folder;
        this.part = part;
        this.units = units(text("train_" + part + ".txt"));
        this.machines = machines.subList(0, Math.min(machines.size(), units.size()));
    }

    static boolean isIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.equals(ZIP) || name.matches("train_FD\\d{3}\\.txt"));
        }
    }

    @Override
    public String title() {
        return "C-MAPSS %s: %d engines run to failure on %d test cells".formatted(part, units.size(), machines.size());
    }

    @Override
    public List<EquipmentId> machines() {
        return machines;
    }

    /** The shortest of the first lives. */
    @Override
    public Duration story() {
        int cycles =
                units.stream().limit(machines.size()).mapToInt(List::size).min().orElse(1);
        return CYCLE.multipliedBy(cycles);
    }

    @Override
    public Stream<Draft> drafts(Instant start) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < machines.size(); i++) {
            cells.add(new Cell(i, start));
        }
        return Series.stream(Series.merged(cells));
    }

    /** One test cell, which takes every n-th engine. */
    private final class Cell implements Iterator<Draft> {

        private final EquipmentId machine;
        private final ArrayDeque<Draft> told = new ArrayDeque<>();
        private int unit;
        private int cycle;
        private Instant now;

        Cell(int index, Instant start) {
            machine = machines.get(index);
            unit = index;
            now = start;
            told.add(Series.draft(now, machine, new Fact.MachineModeChanged(MachineMode.PRODUCTION)));
        }

        @Override
        public boolean hasNext() {
            return !told.isEmpty() || unit < units.size();
        }

        @Override
        public Draft next() {
            if (told.isEmpty()) {
                cycle();
            }
            return told.remove();
        }

        private void cycle() {
            List<double[]> life = units.get(unit);
            if (cycle == 0) {
                state(PackMlState.EXECUTE, null);
            }
            told.add(Series.readings(now, machine, SIGNALS, life.get(cycle)));
            now = now.plus(CYCLE);
            if (++cycle == life.size()) {
                fail();
            }
        }

        private void fail() {
            String wish = "engine-" + (unit + 1);
            state(PackMlState.ABORTED, "engine failed");
            unit += machines.size();
            cycle = 0;
            told.add(Series.draft(now, machine, new Fact.MachineModeChanged(MachineMode.MAINTENANCE)));
            told.add(Series.draft(now, machine, new Fact.MaintenanceStarted(wish)));
            now = now.plus(CYCLE.multipliedBy(REPAIR_CYCLES));
            told.add(Series.draft(now, machine, new Fact.MaintenanceFinished(wish)));
            told.add(Series.draft(now, machine, new Fact.MachineModeChanged(MachineMode.PRODUCTION)));
            state(PackMlState.IDLE, "engine replaced");
        }

        private void state(PackMlState state, @org.jspecify.annotations.Nullable String cause) {
            told.add(Series.draft(now, machine, new Fact.MachineStateChanged(state, cause)));
        }
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        Path zip = folder.resolve(ZIP);
        if (Files.exists(zip)) {
            try (var archive = new ZipFile(zip.toFile())) {
                var entry = archive.getEntry(name);
                if (entry != null) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                    }
                }
            }
        }
        throw new UncheckedIOException(new IOException(
                "C-MAPSS in '%s' has no %s.\nParts are FD001, FD002, FD003 and FD004.".formatted(folder, name)));
    }

    /** The lives of all units; the file holds them one after another, cycle by cycle. */
    private static List<List<double[]>> units(String text) {
        var units = new ArrayList<List<double[]>>();
        String last = "";
        for (String line : text.split("\n", -1)) {
            String[] cells = line.strip().split("\\s+", -1);
            if (cells.length < 2 + SETTINGS + SENSORS) {
                continue;
            }
            if (!cells[0].equals(last)) {
                units.add(new ArrayList<>());
                last = cells[0];
            }
            var row = new double[SETTINGS + SENSORS];
            for (int i = 0; i < row.length; i++) {
                row[i] = Series.number(cells[2 + i]);
            }
            units.getLast().add(row);
        }
        return units;
    }
}
