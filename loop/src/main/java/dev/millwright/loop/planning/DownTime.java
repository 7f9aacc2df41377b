package dev.millwright.loop.planning;

import dev.millwright.plant.Machine;
import dev.millwright.twin.TwinState;
import dev.millwright.twin.WishState;
import dev.millwright.twin.WishStatus;
import java.time.Duration;
import java.time.Instant;

/** How long machines that cannot work now probably will not. */
final class DownTime {

    private static final long UNREACHABLE_SECONDS = Duration.ofMinutes(10).toSeconds();
    private static final double SECONDS_A_MINUTE = 60;

    private final TwinState twin;
    private final Instant now;

    DownTime(TwinState twin, Instant now) {
        this.twin = twin;
        this.now = now;
    }

    /** Seconds until a machine that cannot work now probably can: the mean repair, and half of it again when overdue. */
    long until(Machine machine) {
        var state = twin.machines().get(machine.id());
        if (state == null) {
            return 0;
        }
        if (state.state().isAborted()) {
            long repair = Math.round(machine.reliability().mttrMinutes() * SECONDS_A_MINUTE);
            var broken = state.stateSince();
            long since = broken == null ? 0 : -FloorProblem.seconds(now, broken);
            return since < repair ? repair - since : Math.max(1, repair / 2);
        }
        if (!state.connected()) {
            return UNREACHABLE_SECONDS;
        }
        return twin.wishes().values().stream()
                .filter(wish -> wish.wish().machine().equals(machine.id()))
                .filter(wish -> wish.status() == WishStatus.STARTED)
                .mapToLong(this::maintenanceLeft)
                .max()
                .orElse(0);
    }

    private long maintenanceLeft(WishState wish) {
        var started = wish.startedAt();
        long since = started == null ? 0 : -FloorProblem.seconds(now, started);
        return Math.max(1, wish.wish().durationSeconds() - since);
    }
}
