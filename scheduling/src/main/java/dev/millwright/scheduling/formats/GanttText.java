package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Window;
import java.util.Arrays;
import java.util.List;

/** A Gantt chart in letters, fitted to a terminal's width: a row a machine, each bar begins with its operation's name. */
public final class GanttText {
    /** Below this the time would have no room beside the machines' names. */
    private static final int NARROWEST = 24;

    private static final int TICK_WIDTH = 12;

    /** The letters a chart is made of. */
    public enum Letters {
        /** For terminals that know Unicode. */
        UNICODE('━', '╸', '╱', '░', '▒', '▓', '│'),
        /** For all others. */
        ASCII('=', '>', '/', '.', 'x', '#', '|');

        private final char bar;
        private final char end;
        private final char setup;
        private final char pause;
        private final char down;
        private final char maintenance;
        private final char edge;

        Letters(char bar, char end, char setup, char pause, char down, char maintenance, char edge) {
            this.bar = bar;
            this.end = end;
            this.setup = setup;
            this.pause = pause;
            this.down = down;
            this.maintenance = maintenance;
            this.edge = edge;
        }
    }

    private final TimeScale time;
    private final List<Lanes> rows;
    private final Letters letters;
    private final int left;
    private final int cells;
    private final StringBuilder text = new StringBuilder();

    private GanttText(Chart chart, int width, Letters letters) {
        time = TimeScale.of(chart);
        rows = Lanes.of(chart);
        this.letters = letters;
        int longest =
                rows.stream().mapToInt(row -> row.machine().id().length()).max().orElse(0);
        left = Math.min(longest, Math.max(4, width / 4));
        cells = Math.max(NARROWEST, width - left - 3);
    }

    /**
     * The chart in lines.
     *
     * @param width columns of the terminal
     */
    public static String draw(Chart chart, int width, Letters letters) {
        return new GanttText(chart, width, letters).draw();
    }

    private String draw() {
        for (var row : rows) {
            for (int lane = 0; lane < row.depth(); lane++) {
                var name = lane == 0 ? row.machine().id() : "";
                name = name.length() <= left ? name : name.substring(0, left - 1) + "~";
                line(name, letters.edge + String.valueOf(row(row, lane)) + letters.edge);
            }
        }
        axis();
        legend();
        return text.toString();
    }

    private char[] row(Lanes row, int lane) {
        var line = new char[cells];
        Arrays.fill(line, ' ');
        row.breaks().forEach(window -> closed(line, window, letters.pause));
        row.machine().down().forEach(window -> closed(line, window, letters.down));
        for (var placement : row.maintenance()) {
            bar(line, placement.start(), placement.end(), letters.maintenance, letters.maintenance, placement.taskId());
        }
        for (var bar : row.bars()) {
            var each = bar.assignment();
            if (bar.lane() == lane && each.end() >= time.from) {
                if (each.setupTime() > 0) {
                    Arrays.fill(
                            line,
                            cell(each.setupStart()),
                            Math.max(cell(each.setupStart()), cell(each.start())),
                            letters.setup);
                }
                bar(line, each.start(), each.end(), letters.bar, letters.end, each.operationId(), each.jobId());
            }
        }
        return line;
    }

    private void closed(char[] line, Window window, char letter) {
        if (window.to() > time.from && window.from() < time.to) {
            Arrays.fill(line, cell(window.from()), cell(window.to()), letter);
        }
    }

    /** The first of the names that fits, then the bar to its end; one cell at least. */
    private void bar(char[] line, long start, long end, char fill, char last, String... names) {
        int from = Math.min(cell(start), cells - 1);
        int to = Math.max(from + 1, cell(end));
        Arrays.fill(line, from, to, fill);
        if (to - from > 1) {
            line[to - 1] = last;
        }
        for (var name : names) {
            if (name.length() < to - from) {
                name.getChars(0, name.length(), line, from);
                return;
            }
        }
    }

    private int cell(long second) {
        return Math.clamp(Math.round(time.share(second) * cells), 0, cells);
    }

    private void axis() {
        var line = new char[cells + 1];
        Arrays.fill(line, ' ');
        int free = 0;
        for (var tick : time.ticks(Math.max(2, cells / TICK_WIDTH))) {
            int at = cell(tick.second());
            if (at >= free && at + tick.words().length() <= line.length) {
                tick.words().getChars(0, tick.words().length(), line, at);
                free = at + tick.words().length() + 1;
            }
        }
        line("", " " + new String(line));
    }

    private void legend() {
        boolean setups = rows.stream().anyMatch(row -> row.bars().stream()
                .anyMatch(bar -> bar.assignment().setupTime() > 0));
        boolean breaks = rows.stream().anyMatch(row -> !row.breaks().isEmpty());
        boolean down = rows.stream().anyMatch(row -> !row.machine().down().isEmpty());
        boolean maintenance = rows.stream().anyMatch(row -> !row.maintenance().isEmpty());
        line(
                "",
                " " + time.unit() + (setups ? ", " + letters.setup + " setup" : "")
                        + (breaks ? ", " + letters.pause + " break" : "")
                        + (down ? ", " + letters.down + " down" : "")
                        + (maintenance ? ", " + letters.maintenance + " maintenance" : ""));
    }

    private void line(String name, String rest) {
        text.append(name)
                .append(" ".repeat(left - name.length()))
                .append(' ')
                .append(rest.stripTrailing())
                .append('\n');
    }
}
