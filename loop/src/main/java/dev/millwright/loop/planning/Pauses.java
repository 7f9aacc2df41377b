package dev.millwright.loop.planning;

import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When nobody works the machines, on the scheduler's axis, as far ahead as any plan of the open work may reach. */
final class Pauses {

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration MORE = Duration.ofDays(1);

    private final TwinState twin;
    private final Instant now;

    private Pauses(TwinState twin, Instant now) {
        this.twin = twin;
        this.now = now;
    }

    static List<Window> of(TwinState twin, Instant now) {
        return new Pauses(twin, now).windows();
    }

    /** Even with one operation after the other, after the last date anyone has named, work ends in these. */
    private List<Window> windows() {
        var begin = lastDate();
        long work = work();
        var farthest = now.plus(FARTHEST);
        var until = begin.plusSeconds(work);
        while (true) {
            var windows = windows(until);
            long left = work - worked(windows, begin, until);
            if (left <= 0 || until.isAfter(farthest)) {
                return windows;
            }
            until = until.plusSeconds(left).plus(MORE);
        }
    }

    private List<Window> windows(Instant until) {
        var windows = new ArrayList<Window>();
        for (var pause : twin.index().calendar().pauses(now, until)) {
            long to = FloorProblem.secondsUp(now, pause.to());
            if (to > 0) {
                windows.add(new Window(FloorProblem.seconds(now, pause.from()), to));
            }
        }
        return Window.merged(windows);
    }

    private long worked(List<Window> windows, Instant begin, Instant until) {
        long from = FloorProblem.seconds(now, begin);
        long to = FloorProblem.seconds(now, until);
        long worked = to - from;
        for (var window : windows) {
            worked -= Math.max(0, Math.min(to, window.to()) - Math.max(from, window.from()));
        }
        return worked;
    }

    private Instant lastDate() {
        var last = now;
        for (var order : twin.orders().values()) {
            var release = order.order().releaseDate();
            last = release != null && release.isAfter(last) ? release : last;
        }
        for (var wish : twin.wishes().values()) {
            last = wish.status().isOpen() && wish.wish().latest().isAfter(last)
                    ? wish.wish().latest()
                    : last;
        }
        for (var lot : twin.lots().values()) {
            for (var step : lot.operations()) {
                var start = step.pin() == null ? null : step.pin().start();
                last = start != null && start.isAfter(last) ? start : last;
            }
        }
        return last;
    }

    private long work() {
        var plant = twin.plant();
        long setup = plant.setupTimes().stream()
                .mapToLong(time -> time.seconds())
                .max()
                .orElse(0);
        long work = 0;
        for (var lot : twin.lots().values()) {
            for (var step : lot.operations()) {
                work += FloorProblem.open(step) ? setup + longest(plant, step) : 0;
            }
        }
        return work;
    }

    private static long longest(Plant plant, OperationState step) {
        return plant.machinesThatCan(step.operation().capability()).stream()
                .mapToLong((Machine machine) -> FloorProblem.remaining(step, machine))
                .max()
                .orElse(0);
    }
}
