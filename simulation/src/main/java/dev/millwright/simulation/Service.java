package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Fact;
import dev.millwright.simulation.kernel.Scheduled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planned maintenance of one machine: asked for, running, done. */
final class Service {

    private final Floor floor;
    private final EquipmentId machine;
    private final Runnable done;
    private @Nullable String wanted;
    private @Nullable String running;
    private @Nullable String finished;
    private @Nullable Scheduled end;
    private int seconds;

    Service(Floor floor, EquipmentId machine, Runnable done) {
        this.floor = floor;
        this.machine = machine;
        this.done = done;
    }

    /** Takes a wish; one that runs or is done already is not done again. */
    void ask(String wish, int duration) {
        if (!wish.equals(running) && !wish.equals(finished)) {
            wanted = wish;
            seconds = duration;
        }
    }

    boolean wanted() {
        return wanted != null && running == null;
    }

    boolean running() {
        return running != null;
    }

    void begin() {
        var wish = wanted;
        if (wish == null) {
            return;
        }
        running = wish;
        wanted = null;
        floor.say(machine, new Fact.MaintenanceStarted(wish));
        end = floor.after(seconds, "maintenance", () -> {
            running = null;
            finished = wish;
            floor.say(machine, new Fact.MaintenanceFinished(wish));
            done.run();
        });
    }

    /** A breakdown stops the work; it is taken up again after the repair. */
    void cancel() {
        if (end != null && running != null) {
            end.cancel();
            wanted = running;
            running = null;
        }
    }

    List<Fact> describe() {
        if (running != null) {
            return List.of(new Fact.MaintenanceStarted(running));
        }
        return finished == null ? List.of() : List.of(new Fact.MaintenanceFinished(finished));
    }
}
