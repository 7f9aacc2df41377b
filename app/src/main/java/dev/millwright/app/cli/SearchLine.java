package dev.millwright.app.cli;

import dev.millwright.scheduling.schedule.Incumbent;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells a person how far a search is, in one line that is rewritten until the search is over. */
final class SearchLine implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";
    private static final double NANOS = 1e9;
    private static final long REDRAW_MILLIS = 250;

    private final PrintWriter out;
    private final double limitSeconds;
    private final long began = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Incumbent best;

    SearchLine(PrintWriter out, double limitSeconds) {
        this.out = out;
        this.limitSeconds = limitSeconds;
        Thread.ofVirtual().name("search-line").start(this::draw);
    }

    void better(Incumbent incumbent) {
        best = incumbent;
    }

    private void draw() {
        try {
            while (!over.await(REDRAW_MILLIS, TimeUnit.MILLISECONDS)) {
                out.print(CLEAR + words((System.nanoTime() - began) / NANOS, limitSeconds, best));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String words(double seconds, double limitSeconds, @Nullable Incumbent best) {
        var time = String.format(Locale.ROOT, "%.1f of %.0f s", seconds, limitSeconds);
        return best == null
                ? time + "  looking for a first plan"
                : String.format(
                        Locale.ROOT,
                        "%s  objective %d, bound %.0f, makespan %d, by %s",
                        time,
                        best.objective(),
                        best.bound(),
                        best.schedule().makespan(),
                        best.schedule().origin());
    }

    @Override
    public void close() {
        over.countDown();
        out.print(CLEAR);
        out.flush();
    }
}
