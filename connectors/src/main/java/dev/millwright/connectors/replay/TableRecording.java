package dev.millwright.connectors.replay;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tables of signals over time, such as SKAB's, NAB's or one's own: one row a moment, one column a signal. Each file, or
 * each name in its {@code machine} column, is a series; series beyond the plant's machines follow on the same machines.
 */
final class TableRecording implements Recording {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final List<Path> files;
    private final List<EquipmentId> machines;

    TableRecording(List<Path> files, List<EquipmentId> all) {
        this.files = List.copyOf(files);
        int series = files.size() > 1
                ? files.size()
                : Table.read(files.getFirst()).series().size();
        this.machines = all.subList(0, Math.min(all.size(), series));
    }

    static boolean isIn(Path file) {
        return Table.isIn(file);
    }

    @Override
    public String title() {
        return "%d table%s of signals, first %s"
                .formatted(
                        files.size(),
                        files.size() == 1 ? "" : "s",
                        files.getFirst().getFileName());
    }

    @Override
    public List<EquipmentId> machines() {
        return machines;
    }

    /** Until the first anomaly that the data name is over; where they name none, the first series. */
    @Override
    public Duration story() {
        var first = files.stream()
                .flatMap(TableRecording::series)
                .limit(machines.size())
                .toList();
        return first.stream()
                .flatMap(series -> Stream.ofNullable(AnomalyLabels.firstEnd(series.file(), series.rows()))
                        .map(series::until))
                .min(Comparator.naturalOrder())
                .orElseGet(() ->
                        first.getFirst().until(first.getFirst().rows().getLast().time()));
    }

    private static Stream<OneSeries> series(Path file) {
        return Table.read(file).series().values().stream().map(rows -> new OneSeries(file, rows));
    }

    private record OneSeries(Path file, List<Table.Row> rows) {

        Duration until(Instant time) {
            return Duration.between(rows.getFirst().time(), time);
        }
    }

    @Override
    public Stream<Draft> drafts(Instant start) {
        Map<EquipmentId, List<Draft>> told = new LinkedHashMap<>();
        Map<EquipmentId, Instant> free = new LinkedHashMap<>();
        int next = 0;
        for (Path file : files) {
            for (var rows : Table.read(file).series().values()) {
                EquipmentId machine = machines.get(next++ % machines.size());
                Instant begin = free.getOrDefault(machine, start);
                var drafts = told.computeIfAbsent(machine, _ -> opening(machine, start));
                Duration shift = Duration.between(rows.getFirst().time(), begin);
                for (var row : rows) {
                    drafts.add(Series.readings(row.time().plus(shift), machine, row.signals(), row.values()));
                }
                free.put(machine, rows.getLast().time().plus(shift).plus(PAUSE));
            }
        }
        var series = told.values().stream().map(List::iterator).toList();
        return Series.stream(Series.merged(series));
    }

    private static List<Draft> opening(EquipmentId machine, Instant start) {
        var drafts = new ArrayList<Draft>();
        drafts.add(Series.draft(start, machine, new Fact.MachineModeChanged(MachineMode.PRODUCTION)));
        drafts.add(Series.draft(start, machine, new Fact.MachineStateChanged(PackMlState.EXECUTE, null)));
        return drafts;
    }
}
