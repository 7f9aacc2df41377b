package dev.millwright.bench.scheduling;

import dev.millwright.scheduling.SolverChoice;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how far an evaluation is: one line rewritten on a terminal, a line a trial elsewhere. */
final class ProgressLine {

    private static final double NANOS = 1e9;
    private static final long REDRAW_NANOS = 200_000_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean rewrites;
    private final int trials;
    private final double limitSeconds;
    private int ended;
    private int measured;
    private double measuredSeconds;
    private String title = "";
    private long began;
    private long drawn;

    /**
     * @param rewrites whether the line can be rewritten in place
     * @param trials how many there are in all
     */
    ProgressLine(PrintStream out, boolean rewrites, int trials, double limitSeconds) {
        this.out = out;
        this.rewrites = rewrites;
        this.trials = trials;
        this.limitSeconds = limitSeconds;
    }

    static ProgressLine onTerminal(int trials, double limitSeconds) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ProgressLine(System.err, terminal, trials, limitSeconds);
    }

    synchronized void begin(BestKnown known, SolverChoice contestant) {
        title = "%d of %d  %s %s".formatted(ended + 1, trials, known.instance(), contestant.name());
        began = System.nanoTime();
        drawn = 0;
        draw("");
    }

    synchronized void incumbent(long value, @Nullable Double bound, @Nullable Double gap) {
        draw(words(value, bound, gap));
    }

    synchronized void end(Measured trial) {
        ended++;
        measured++;
        measuredSeconds += trial.seconds();
        var value = trial.value();
        var text = value == null ? trial.origin() : words(value, trial.lowerBound(), trial.gap());
        out.println((rewrites ? CLEAR : "") + line(text + (trial.infeasible() ? "  BREAKS A RULE" : "")));
    }

    /** A trial that an earlier, interrupted evaluation has made. */
    synchronized void skip() {
        ended++;
    }

    private void draw(String words) {
        long now = System.nanoTime();
        if (rewrites && (drawn == 0 || now - drawn > REDRAW_NANOS)) {
            drawn = now;
            out.print(CLEAR + line(words));
            out.flush();
        }
    }

    private String line(String words) {
        double mean = measured == 0 ? limitSeconds : measuredSeconds / measured;
        return String.format(
                Locale.ROOT,
                "  %s  %s  %.1f s, %s left",
                title,
                words,
                (System.nanoTime() - began) / NANOS,
                duration(mean * (trials - ended)));
    }

    private static String words(long value, @Nullable Double bound, @Nullable Double gap) {
        return value
                + (bound == null ? "" : String.format(Locale.ROOT, ", bound %.0f", bound))
                + (gap == null ? "" : String.format(Locale.ROOT, ", gap %.2f %%", gap));
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 90
                ? whole + " s"
                : whole < 5400
                        ? Math.round(whole / 60.0) + " min"
                        : String.format(Locale.ROOT, "%.1f h", whole / 3600.0);
    }
}
