package dev.millwright.connectors.replay;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recorded data of machines, read as facts about the machines of a plant: series are given to machines in the plant's
 * order, and recorded signals keep their names.
 */
public sealed interface Recording permits CmapssRecording, TableRecording, SmeRecording {

    /** What can be read, in words. */
    String UNDERSTOOD = """
            understood are: C-MAPSS (CMAPSSData.zip or train_FD001.txt), SKAB (semicolon tables with 'datetime'), \
            NAB ('timestamp,value'), the SME factory log ('ts,asset,items,status,...'), and any CSV whose header has a \
            time column (time, timestamp, datetime, date or ts; ISO 8601 or epoch) and signal columns, with an optional \
            'machine' column.""";

    /** What it is, for people: the data set and how much of it. */
    String title();

    /** The machines that take part. */
    List<EquipmentId> machines();

    /** How long it takes until the first failure it holds has been told: what a person wants to see of it. */
    Duration story();

    /**
     * The facts in time order, the first of them at the given time; each call starts anew. Close the stream: files are
     * read while it runs.
     */
    Stream<Draft> drafts(Instant start);

    /** Recognises a recording by the files of its folder. */
    static Recording detect(Path folder, Plant plant) {
        return detect(folder, plant, null);
    }

    /**
     * Recognises a recording by the files of its folder.
     *
     * @param part which part of it: {@code FD001} to {@code FD004} for C-MAPSS, a file's name for tables; {@code null}
     *     for the first, or all
     */
    static Recording detect(Path folder, Plant plant, @Nullable String part) {
        return detect(folder, plant.machines().stream().map(Machine::id).toList(), part);
    }

    /** The plant that a recording fits when nobody names one. */
    static RecordedPlant plant(Path folder) {
        var recording = detect(folder, PlantSketch.MACHINES, null);
        return switch (recording) {
            case CmapssRecording _ -> new RecordedPlant.Shipped("engine-cells");
            case TableRecording _, SmeRecording _ -> PlantSketch.of(folder, recording);
        };
    }

    private static Recording detect(Path folder, List<EquipmentId> machines, @Nullable String part) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "'%s' is no folder.\nName the folder that holds the recording; %s".formatted(folder, UNDERSTOOD));
        }
        try {
            if (CmapssRecording.isIn(folder)) {
                return new CmapssRecording(folder, part == null ? "FD001" : part, machines);
            }
            List<Path> tables = tables(folder, part);
            for (Path table : tables) {
                if (SmeRecording.isIn(table)) {
                    return new SmeRecording(table, machines);
                }
            }
            var readable = tables.stream().filter(TableRecording::isIn).toList();
            if (!readable.isEmpty()) {
                return new TableRecording(readable, machines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
        throw new IllegalArgumentException("'%s' holds no recording%s.\n%s"
                .formatted(folder, part == null ? "" : " named '" + part + "'", UNDERSTOOD));
    }

    private static List<Path> tables(Path folder, @Nullable String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .filter(file -> part == null || file.toString().contains(part))
                    .sorted()
                    .toList();
        }
    }
}
