package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.formats.Canvas.Anchor;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a Gantt chart on any canvas: machines from top to bottom, time from left to right, a colour a job. */
final class GanttDrawing {
    private static final int TITLE = 62;
    private static final int AXIS = 46;
    private static final int RIGHT = 26;
    private static final int MARGIN = 16;
    private static final int LETTER = 7;
    /** Of the size of small letters, on average. */
    private static final double LETTER_WIDTH = 0.58;

    private static final int DUE_ROW = 24;
    private static final int TICK_WIDTH = 78;
    /** What the narrowest bars should have on average. */
    private static final int ROOM_A_BAR = 22;

    private final Chart chart;
    private final TimeScale time;
    private final List<Lanes> rows;
    private final Map<String, Ink> inks = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    /** The ends of the late jobs. */
    private final Map<String, Long> lateEnds = new HashMap<>();

    private final boolean dated;
    private final int left;
    private final int lane;
    final int width;
    final int height;

    GanttDrawing(Chart chart) {
        this.chart = chart;
        time = TimeScale.of(chart);
        rows = Lanes.of(chart);
        for (var job : chart.problem().jobs()) {
            inks.put(job.id(), Ink.job(inks.size()));
        }
        chart.schedule().assignments().forEach(each -> ends.merge(each.jobId(), each.end(), Math::max));
        chart.problem().jobs().stream().filter(this::late).forEach(job -> lateEnds.put(job.id(), end(job)));
        dated = chart.problem().jobs().stream().anyMatch(job -> job.dueDate() != null);
        int longest =
                rows.stream().mapToInt(row -> row.machine().id().length()).max().orElse(0);
        left = MARGIN + 12 + Math.clamp((long) longest * LETTER, 40, 180);
        int lanes = rows.stream().mapToInt(Lanes::depth).sum();
        lane = lanes <= 12 ? 34 : lanes <= 30 ? 28 : 22;
        int most = rows.stream().mapToInt(row -> row.bars().size()).max().orElse(0);
        width = left + RIGHT + Math.clamp((long) most * ROOM_A_BAR, 960, 3_600);
        height = top() + lanes * lane + AXIS;
    }

    void on(Canvas canvas) {
        canvas.rect(0, 0, width, height, Ink.GROUND);
        canvas.text(MARGIN, 27, chart.title(), 17, Anchor.START, Ink.WORDS);
        canvas.text(MARGIN, 48, chart.figures(), 13, Anchor.START, Ink.FAINT);
        closed(canvas);
        axis(canvas);
        bars(canvas);
        if (dated) {
            dueDates(canvas);
        }
        now(canvas);
    }

    private int top() {
        return TITLE + (dated ? DUE_ROW : 0);
    }

    private int bottom() {
        return height - AXIS;
    }

    private double x(long second) {
        return left + Math.clamp(time.share(second), 0, 1) * (width - left - RIGHT);
    }

    private void closed(Canvas canvas) {
        int y = top();
        for (var row : rows) {
            int depth = row.depth() * lane;
            for (var window : row.breaks()) {
                shade(canvas, window, y, depth, Ink.BREAK);
            }
            for (var window : row.machine().down()) {
                shade(canvas, window, y, depth, Ink.DOWN);
            }
            y += depth;
        }
    }

    private void shade(Canvas canvas, Window window, int y, int depth, Ink ink) {
        if (window.to() > time.from && window.from() < time.to) {
            double x = x(window.from());
            canvas.rect(x, y, x(window.to()) - x, depth, ink);
        }
    }

    private void axis(Canvas canvas) {
        for (var tick : time.ticks((width - left - RIGHT) / TICK_WIDTH)) {
            canvas.line(x(tick.second()), top(), x(tick.second()), bottom(), tick.major() ? Ink.DAY : Ink.GRID);
            canvas.text(x(tick.second()), bottom() + 18, tick.words(), 12, Anchor.MIDDLE, Ink.WORDS);
        }
        canvas.text(width - RIGHT, bottom() + 36, time.unit(), 11, Anchor.END, Ink.FAINT);
        int y = top();
        for (var row : rows) {
            canvas.line(MARGIN, y, width - RIGHT, y, Ink.GRID);
            int depth = row.depth() * lane;
            var name = shortened(row.machine().id(), (left - MARGIN - 8) / LETTER);
            canvas.text(left - 8, y + depth / 2.0 + 4, name, 13, Anchor.END, Ink.WORDS);
            y += depth;
        }
        canvas.line(MARGIN, y, width - RIGHT, y, Ink.GRID);
    }

    private void bars(Canvas canvas) {
        int y = top();
        for (var row : rows) {
            for (var bar : row.bars()) {
                if (bar.assignment().end() >= time.from) {
                    bar(canvas, bar.assignment(), y + bar.lane() * lane + 3, lane - 6);
                }
            }
            for (var placement : row.maintenance()) {
                double x = x(placement.start());
                double wide = Math.max(1, x(placement.end()) - x);
                canvas.hint("maintenance " + placement.taskId() + "\n" + span(placement.start(), placement.end()));
                canvas.rect(x, y + 3.0, wide, lane - 6.0, Ink.MAINTENANCE);
                label(canvas, x, y + 3.0, wide, Ink.GROUND, placement.taskId());
                canvas.endHint();
            }
            y += row.depth() * lane;
        }
    }

    private void bar(Canvas canvas, Assignment each, int y, int high) {
        var ink = inks.getOrDefault(each.jobId(), Ink.DOWN);
        double x = x(each.start());
        double wide = Math.max(1, x(each.end()) - x - 0.6);
        canvas.hint(hint(each));
        if (each.setupTime() > 0) {
            double setup = x(each.setupStart());
            canvas.hatch(setup, y, x - setup, high, Ink.FAINT);
        }
        canvas.rect(x, y, wide, high, ink);
        if (each.end() == lateEnds.getOrDefault(each.jobId(), Long.MIN_VALUE)) {
            canvas.frame(x, y, wide, high, Ink.LATE);
        }
        label(canvas, x, y, wide, Ink.ON_BAR, each.operationId(), each.jobId());
        canvas.endHint();
    }

    /** The first of these names for which there is room, if any. */
    private void label(Canvas canvas, double x, double y, double wide, Ink ink, String... names) {
        int size = lane > 24 ? 11 : 10;
        for (var name : names) {
            if (name.length() * size * LETTER_WIDTH <= wide - 2) {
                canvas.text(x + wide / 2, y + (lane - 6) / 2.0 + size * 0.36, name, size, Anchor.MIDDLE, ink);
                return;
            }
        }
    }

    private String hint(Assignment each) {
        return each.operationId() + " of " + each.jobId() + " on " + each.machineId() + "\n"
                + span(each.start(), each.end())
                + (each.setupTime() > 0 ? "\nsetup " + TimeScale.duration(each.setupTime()) : "");
    }

    private String span(long start, long end) {
        return time.words(start) + " to " + time.words(end) + " (" + TimeScale.duration(end - start) + ")";
    }

    private boolean late(Job job) {
        return end(job) > due(job);
    }

    /** The due date; the end of all time where there is none. */
    private static long due(Job job) {
        return job.dueDate() == null ? Long.MAX_VALUE : job.dueDate();
    }

    private long end(Job job) {
        return ends.getOrDefault(job.id(), Long.MIN_VALUE);
    }

    /** A mark a job above the machines, with its name where there is room before the next. */
    private void dueDates(Canvas canvas) {
        canvas.text(left - 8, TITLE + 15, "due", 12, Anchor.END, Ink.FAINT);
        var jobs = chart.problem().jobs().stream()
                .filter(job -> due(job) >= time.from && due(job) <= time.to)
                .sorted(Comparator.comparingLong(GanttDrawing::due))
                .toList();
        double free = left;
        for (var job : jobs) {
            long due = due(job);
            canvas.hint(job.id() + " due " + time.words(due)
                    + (late(job) ? "\nlate by " + TimeScale.duration(end(job) - due) : ""));
            canvas.mark(x(due), top(), late(job) ? Ink.LATE : inks.getOrDefault(job.id(), Ink.FAINT));
            double half = job.id().length() * 6.4 / 2;
            if (x(due) - half >= free) {
                canvas.text(x(due), TITLE + 12, job.id(), 11, Anchor.MIDDLE, late(job) ? Ink.LATE : Ink.WORDS);
                free = x(due) + half + 4;
            }
            canvas.endHint();
        }
    }

    private void now(Canvas canvas) {
        if (chart.problem().now() > time.from) {
            double x = x(chart.problem().now());
            canvas.line(x, top(), x, bottom(), Ink.NOW);
            canvas.text(x, bottom() + 32, "now", 11, Anchor.MIDDLE, Ink.NOW);
        }
    }

    /** Machines of one plant begin alike: the end is what tells them apart. */
    private static String shortened(String name, int letters) {
        return name.length() <= letters ? name : "\u2026" + name.substring(name.length() - letters + 1);
    }
}
