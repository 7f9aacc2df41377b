package dev.millwright.scheduling;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** How far a search has come through its limit: by the clock, or in deterministic mode by how often it was asked. */
final class Pace {
    /** What some dozens of moves stand for in deterministic mode, for each operation and for the moves themselves. */
    private static final long NANOS_A_LOOK = 1_000;

    private static final int MOVES_THEMSELVES = 20;

    private final SolverSettings settings;
    private final StopSignal signal;
    private final long nanosALook;
    private final long began = System.nanoTime();

    Pace(SolverSettings settings, StopSignal signal, int operations) {
        this.settings = settings;
        this.signal = signal;
        nanosALook = NANOS_A_LOOK * (MOVES_THEMSELVES + operations);
    }

    /** Progress from 0 to 1 through a part of the limit, and 1 as soon as the search is stopped. */
    DoubleSupplier through(double from, double to) {
        double limit = settings.limit().toNanos();
        if (settings.deterministic()) {
            var looks = new AtomicLong();
            return () -> signal.stopped() ? 1 : looks.incrementAndGet() * nanosALook / (limit * (to - from));
        }
        return () -> signal.stopped() ? 1 : ((System.nanoTime() - began) / limit - from) / (to - from);
    }

    /** What is left of the limit after a share of it. */
    Duration leftAfter(double share) {
        return settings.deterministic()
                ? Duration.ofNanos((long) (settings.limit().toNanos() * (1 - share)))
                : settings.limit().minus(elapsed());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
