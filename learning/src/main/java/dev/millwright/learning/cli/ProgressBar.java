package dev.millwright.learning.cli;

import dev.millwright.learning.vision.task.Teller;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a training is: a bar that is rewritten where a person looks on, a line each tenth of a stage where none does. */
final class ProgressBar implements Teller {
    private static final String CLEAR = "\r\u001b[K";
    private static final int CELLS = 24;
    private static final int LINES = 10;
    private static final long REDRAW_NANOS = 200_000_000;
    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final boolean watched;
    private final LongSupplier nanos;
    private String stage = "";
    private int first;
    private long began;
    private long drawn;

    /** @param nanos a clock, as {@link System#nanoTime} */
    ProgressBar(PrintWriter out, boolean watched, LongSupplier nanos) {
        this.out = out;
        this.watched = watched;
        this.nanos = nanos;
    }

    @Override
    public void at(String at, int done, int of, double loss) {
        long now = nanos.getAsLong();
        if (!at.equals(stage)) {
            stage = at;
            // A training that goes on from a checkpoint begins in the middle, which says nothing of its speed.
            first = done;
            began = now;
            drawn = now - REDRAW_NANOS;
        }
        boolean over = done >= of;
        if (watched
                ? over || now - drawn >= REDRAW_NANOS
                : over || (long) done * LINES / of != (done - 1L) * LINES / of) {
            drawn = now;
            out.print(watched ? CLEAR : "");
            out.print(words(done, of, loss, (now - began) / NANOS));
            out.print(watched && !over ? "" : System.lineSeparator());
            out.flush();
        }
    }

    private String words(int done, int of, double loss, double seconds) {
        int full = (int) ((long) CELLS * done / of);
        var words = new StringBuilder(String.format(
                Locale.ROOT, "[%s%s] %s %d of %d", "#".repeat(full), ".".repeat(CELLS - full), stage, done, of));
        if (!Double.isNaN(loss)) {
            words.append(String.format(Locale.ROOT, ", loss %.4f", loss));
        }
        if (done < of && done > first) {
            words.append(", ")
                    .append(time(seconds / (done - first) * (of - done)))
                    .append(" left");
        } else if (done >= of) {
            words.append(", took ").append(time(seconds));
        }
        return words.toString();
    }

    static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }
}
