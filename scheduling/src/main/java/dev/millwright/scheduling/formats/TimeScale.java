package dev.millwright.scheduling.formats;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A span of time with ticks that people read easily: round seconds, or clock times where the epoch is known. */
final class TimeScale {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final long DAY_SECONDS = 86_400;
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        15,
        30,
        60,
        120,
        300,
        600,
        900,
        1_800,
        3_600,
        7_200,
        10_800,
        21_600,
        43_200,
        DAY_SECONDS,
        2 * DAY_SECONDS,
        7 * DAY_SECONDS,
        14 * DAY_SECONDS,
        28 * DAY_SECONDS
    };

    /** @param major whether a new day begins, or a round multiple of ticks */
    record Tick(long second, String words, boolean major) {}

    final long from;
    final long to;
    private final Epoch epoch;

    TimeScale(long from, long to, Epoch epoch) {
        this.from = from;
        this.to = Math.max(to, from + 1);
        this.epoch = epoch;
    }

    /** The whole time a chart has to show: from now or the first thing still going on, to its last end. */
    static TimeScale of(Chart chart) {
        long now = chart.problem().now();
        long from = now;
        long to = now + 1;
        for (var each : chart.schedule().assignments()) {
            from = each.end() > now || each.start() >= now ? Math.min(from, each.setupStart()) : from;
            to = Math.max(to, each.end());
        }
        for (var each : chart.schedule().maintenance()) {
            to = Math.max(to, each.end());
        }
        return new TimeScale(from, to, chart.epoch());
    }

    /** Where a second lies between the ends, 0 to 1 for what is in sight. */
    double share(long second) {
        return (double) (second - from) / (to - from);
    }

    /** Ticks at round times, no more than so many. */
    List<Tick> ticks(int most) {
        long step = step(Math.max(1, most));
        long offset = epoch.known() ? Math.floorMod(midnight(), step) : 0;
        var ticks = new ArrayList<Tick>();
        for (long t = from + Math.floorMod(offset - from, step); t <= to; t += step) {
            ticks.add(tick(t, step));
        }
        return ticks;
    }

    private Tick tick(long second, long step) {
        if (!epoch.known()) {
            return new Tick(second, String.valueOf(second), false);
        }
        var local = epoch.local(second);
        boolean day = local.toLocalTime().toSecondOfDay() == 0;
        return new Tick(second, (day ? DAY : step < 60 ? SECONDS : CLOCK).format(local), day);
    }

    private long step(int most) {
        long least = (to - from) / most + 1;
        if (!epoch.known()) {
            return decimal(least);
        }
        for (long step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return decimal((least - 1) / DAY_SECONDS + 1) * DAY_SECONDS;
    }

    /** The next of 1, 2, 5 times a power of ten. */
    private static long decimal(long least) {
        long power = 1;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private long midnight() {
        return from - epoch.local(from).toLocalTime().toSecondOfDay();
    }

    /** A second in words: a clock time with its day, or the number. */
    String words(long second) {
        return epoch.known()
                ? DAY.format(epoch.local(second)) + " " + SECONDS.format(epoch.local(second))
                : String.valueOf(second);
    }

    /** What the numbers on the axis are. */
    String unit() {
        return epoch.known() ? DAY.format(epoch.local(from)) + ", local time, " + epoch.zone() : "seconds";
    }

    /** A length of time as people say it: {@code 2 d 4 h}, {@code 1 h 05 min}, {@code 90 s}. */
    static String duration(long seconds) {
        long days = seconds / DAY_SECONDS;
        long hours = seconds % DAY_SECONDS / 3_600;
        long minutes = seconds % 3_600 / 60;
        if (days > 0) {
            return hours == 0 ? days + " d" : days + " d " + hours + " h";
        }
        if (hours > 0) {
            return minutes == 0 ? hours + " h" : String.format(Locale.ROOT, "%d h %02d min", hours, minutes);
        }
        if (minutes > 0) {
            return seconds % 60 == 0
                    ? minutes + " min"
                    : String.format(Locale.ROOT, "%d min %02d s", minutes, seconds % 60);
        }
        return seconds + " s";
    }
}
