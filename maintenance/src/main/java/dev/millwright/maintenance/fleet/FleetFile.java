package dev.millwright.maintenance.fleet;

import dev.millwright.maintenance.fleet.LifeRows.Lives;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads machines from a CSV file with a header as a stream; rows of machines may be mixed, those of one machine stand in the
 * order of time. A cell that is empty or NaN was not measured; an empty setting is as it was.
 */
public final class FleetFile implements CsvTable.Rows {
    private static final String HOURS = "hours";

    private final CsvTable table;
    private final Clock clock;
    private final LifeRows lives;
    private final int unit;
    private final int time;
    private final int[] places;
    private final List<Integer> settings;
    /** Says how a machine failed; -1 where no column of this file does. */
    private final int mode;

    private final Map<String, double[]> settingsNow = new HashMap<>();
    private final Map<String, String> modes = new HashMap<>();

    private FleetFile(CsvTable table, FleetSource source, Clock clock, LifeRows lives) {
        var columns = source.columns();
        this.table = table;
        this.clock = clock;
        this.lives = lives;
        unit = table.place(columns.unit());
        time = table.place(columns.time());
        mode = columns.mode().isEmpty() || source.failures() != null ? -1 : table.place(columns.mode());
        columns.settings().forEach(table::place);
        columns.ignored().forEach(table::place);
        places = columns.signals().isEmpty()
                ? IntStream.range(0, table.header().size())
                        .filter(i -> i != unit
                                && i != time
                                && !columns.mode().equals(table.header().get(i))
                                && !columns.ignored().contains(table.header().get(i)))
                        .toArray()
                : columns.signals().stream().mapToInt(this::wanted).toArray();
        settings = columns.settings().stream().map(signals()::indexOf).toList();
    }

    private int wanted(String name) {
        int place = table.header().indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("There is no column '%s', which the model looks at.\nThe columns are %s."
                    .formatted(name, table.header()));
        }
        return place;
    }

    private List<String> signals() {
        return IntStream.of(places).mapToObj(table.header()::get).toList();
    }

    /**
     * All machines of a source, thinned where they are too many.
     *
     * @throws IllegalArgumentException when it is no such file; the message says line, column and cure
     */
    public static Fleet read(FleetSource source) {
        var lives = new ThinnedLives(source);
        var file = read(source, lives);
        file.lives.refuseUnknown();
        var remarks = file.lives.finish();
        file.modes.forEach(lives::mode);
        return lives.fleet(file.signals(), file.settings, file.unitOfTime(), remarks);
    }

    /** Takes machines as they go on. */
    public interface Watcher {
        /**
         * Takes a row.
         *
         * @param age since the first row of the machine's present life
         */
        void row(String unit, double age, double[] row);

        /** The machine failed or was renewed; what comes next is another life. */
        void end(String unit);
    }

    /**
     * Shows all rows of a source to a watcher, in the order of the file; none is kept.
     *
     * @throws IllegalArgumentException as {@link #read}
     */
    public static void watch(FleetSource source, Watcher watcher) {
        var file = read(source, new Lives() {
            @Override
            public void row(String unit, double age, double[] row) {
                watcher.row(unit, age, row);
            }

            @Override
            public void end(LifeEnd end, double age) {
                watcher.end(end.unit());
            }
        });
        file.lives.finish();
    }

    private static FleetFile read(FleetSource source, Lives lives) {
        var clock = new Clock();
        var rows = new LifeRows(LifeEnds.read(source, clock), lives);
        var file = CsvTable.read(source.telemetry(), table -> new FleetFile(table, source, clock, rows));
        if (rows.machines().isEmpty()) {
            throw new IllegalArgumentException(
                    source.telemetry() + " has a header and no rows.\nGive rows of several machines.");
        }
        return file;
    }

    private String unitOfTime() {
        return clock.instants() ? HOURS : table.header().get(time);
    }

    @Override
    public void add(long line, String[] cells) {
        var row = new double[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = number(line, places[i], cells);
        }
        var name = table.unit(line, unit, cells);
        if (mode >= 0 && !cells[mode].isEmpty()) {
            modes.put(name, cells[mode]);
        }
        if (!settings.isEmpty()) {
            carry(line, name, row, cells);
        }
        if (!lives.add(name, clock.time(table, line, time, cells), row)) {
            throw table.wrong(
                    line,
                    time,
                    cells,
                    "Machine " + name + " was later already; sort its rows by time, and let no two be the same.");
        }
    }

    private void carry(long line, String name, double[] row, String[] cells) {
        var before = settingsNow.put(name, row);
        for (int place : settings) {
            if (Double.isNaN(row[place])) {
                if (before == null) {
                    throw table.wrong(
                            line,
                            places[place],
                            cells,
                            "How machine " + name + " is operated belongs into its first row.");
                }
                row[place] = before[place];
            }
        }
    }

    private double number(long line, int column, String[] cells) {
        var cell = cells[column];
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(cell);
            if (!Double.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is infinite is.
        }
        throw table.wrong(
                line, column, cells, "A number belongs there; leave the column out with --ignore if it has none.");
    }
}
