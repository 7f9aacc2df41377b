package dev.millwright.connectors.replay;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log of a small factory (Atzeni et al., Sensors 23(13):6078, 2023): one row a machine and five minutes, with its
 * status, the items it made, and its power. What an asset makes of one product without a break is one operation.
 */
final class SmeRecording implements Recording {

    private static final List<String> SIGNALS = List.of("power", "cycle_time");

    private static final int ALARM = 3;

    private record Row(
            Instant time, String asset, int items, int status, double power, double cycleTime, String product) {}

    private final Path file;
    private final List<Row> rows;
    private final Map<String, EquipmentId> machineOf = new LinkedHashMap<>();

    SmeRecording(Path file, List<EquipmentId> machines) throws IOException {
        this.file = file;
        this.rows = rows(file);
        rows.stream()
                .map(Row::asset)
                .distinct()
                .sorted()
                .limit(machines.size())
                .forEach(asset -> machineOf.put(asset, machines.get(machineOf.size())));
    }

    static boolean isIn(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String header = in.readLine();
            return header != null && Table.cells(header).containsAll(List.of("ts", "asset", "items", "status"));
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public String title() {
        return "SME factory log %s: %d rows of %d machines"
                .formatted(file.getFileName(), rows.size(), machineOf.size());
    }

    @Override
    public List<EquipmentId> machines() {
        return List.copyOf(machineOf.values());
    }

    /** Until the first alarm is over; without one, all of it. */
    @Override
    public Duration story() {
        Row alarm = null;
        for (var row : rows) {
            if (alarm == null && row.status() == ALARM) {
                alarm = row;
            } else if (alarm != null && row.asset().equals(alarm.asset()) && row.status() != ALARM) {
                return Duration.between(rows.getFirst().time(), row.time());
            }
        }
        return Duration.between(rows.getFirst().time(), rows.getLast().time());
    }

    @Override
    public Stream<Draft> drafts(Instant start) {
        Duration shift = Duration.between(rows.getFirst().time(), start);
        var assets = new HashMap<String, Asset>();
        return rows.stream().flatMap(row -> {
            EquipmentId machine = machineOf.get(row.asset());
            return machine == null
                    ? Stream.<Draft>empty()
                    : assets
                            .computeIfAbsent(row.asset(), _ -> new Asset(machine))
                            .tell(row, row.time().plus(shift))
                            .stream();
        });
    }

    /** One machine on its way through the log. */
    private static final class Asset {

        private final EquipmentId machine;
        private int status = -1;
        private @Nullable String product;
        private int runs;
        private int made;

        Asset(EquipmentId machine) {
            this.machine = machine;
        }

        List<Draft> tell(Row row, Instant time) {
            var facts = new ArrayList<Fact>();
            if (!row.product().equals(product)) {
                if (product != null) {
                    facts.add(new Fact.OperationCompleted(lot(), operation(), made, 0, 0));
                }
                product = row.product();
                runs++;
                made = 0;
                facts.add(new Fact.OperationStarted(lot(), operation()));
            }
            if (row.status() != status) {
                status = row.status();
                facts.add(new Fact.MachineModeChanged(status == 1 ? MachineMode.MANUAL : MachineMode.PRODUCTION));
                facts.add(state(status));
            }
            if (row.items() > 0) {
                made += row.items();
                facts.add(new Fact.PartsCounted(lot(), operation(), made, 0, 0));
            }
            var drafts = new ArrayList<Draft>();
            facts.forEach(fact -> drafts.add(Series.draft(time, machine, fact)));
            drafts.add(Series.readings(time, machine, SIGNALS, new double[] {row.power(), row.cycleTime()}));
            return drafts;
        }

        private static Fact state(int status) {
            return switch (status) {
                case 2 -> new Fact.MachineStateChanged(PackMlState.EXECUTE, null);
                case ALARM -> new Fact.MachineStateChanged(PackMlState.ABORTED, "alarm");
                default -> new Fact.MachineStateChanged(PackMlState.IDLE, null);
            };
        }

        private String lot() {
            return "%s-%d".formatted(machine.name(), runs);
        }

        private String operation() {
            return lot() + ":" + product;
        }
    }

    private static List<Row> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Table.cells(lines.getFirst());
        var rows = new ArrayList<Row>();
        for (int number = 2; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = Table.cells(line);
            Instant time = TimeText.parse(cell(header, cells, "ts"));
            if (time == null) {
                throw new IllegalArgumentException("%s, line %d: '%s' is no time.\nWrite ISO 8601."
                        .formatted(file, number, cell(header, cells, "ts")));
            }
            rows.add(new Row(
                    time,
                    cell(header, cells, "asset"),
                    (int) Series.number(cell(header, cells, "items")),
                    (int) Series.number(cell(header, cells, "status")),
                    Series.number(cell(header, cells, "power_avg")),
                    Series.number(cell(header, cells, "cycle_time")),
                    cell(header, cells, "product")));
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("%s has a header and no rows.\nGive it one at least.".formatted(file));
        }
        rows.sort(java.util.Comparator.comparing(Row::time));
        return rows;
    }

    private static String cell(List<String> header, List<String> cells, String name) {
        int index = header.indexOf(name);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }
}
