package dev.millwright.simulation;

import dev.millwright.simulation.kernel.Scheduled;
import org.jspecify.annotations.Nullable;

/** Counts a machine's operating time into its wear, and lets it fail when its life is used up. */
final class Operating {

    private final Floor floor;
    private final Wear wear;
    private final Runnable failure;
    private @Nullable Scheduled failing;
    private long since;

    Operating(Floor floor, Wear wear, Runnable failure) {
        this.floor = floor;
        this.wear = wear;
        this.failure = failure;
    }

    void begin() {
        if (failing == null) {
            since = floor.now();
            failing = floor.after(wear.secondsLeft(), "failure", () -> {
                end();
                failure.run();
            });
        }
    }

    void end() {
        if (failing != null) {
            failing.cancel();
            failing = null;
            wear.operate(elapsedSeconds());
        }
    }

    double level() {
        return wear.levelAfter(failing == null ? 0 : elapsedSeconds());
    }

    void setLevel(double level) {
        boolean working = failing != null;
        end();
        wear.set(level);
        if (working) {
            begin();
        }
    }

    void renew() {
        end();
        wear.renew();
    }

    private double elapsedSeconds() {
        return (floor.now() - since) / Floor.TICKS_A_SECOND;
    }
}
