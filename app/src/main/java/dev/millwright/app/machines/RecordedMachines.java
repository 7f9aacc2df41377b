package dev.millwright.app.machines;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.connectors.replay.Recording;
import dev.millwright.connectors.replay.ReplayPlayer;
import dev.millwright.connectors.sparkplug.EdgeFleet;
import dev.millwright.connectors.sparkplug.EdgeSettings;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Recorded data on the plant's clock, behind the same edge nodes as live machines. What was recorded cannot be
 * commanded, but it can be worked on: a machine takes an operation up and makes one part with each recorded cycle.
 */
public final class RecordedMachines implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RecordedMachines.class.getName());
    private static final long STEP_MILLIS = 25;

    private final Recording recording;
    private final BooleanSupplier heard;
    private final EdgeFleet fleet;
    private final InstantSource clock;
    private final Pace pace;
    private final Map<EquipmentId, RecordedWork> works = new ConcurrentHashMap<>();
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    /** {@code null} until everybody listens. */
    private volatile @Nullable ReplayPlayer player;

    /**
     * @param host the id of the host its edge nodes are bound to, or {@code null}
     * @param heard true once the births of all machines have arrived: then the recording begins
     */
    public RecordedMachines(
            Plant plant,
            Path dir,
            BrokerAddress broker,
            InstantSource clock,
            @Nullable String host,
            BooleanSupplier heard) {
        this.heard = heard;
        this.clock = clock;
        recording = Recording.detect(dir, plant);
        LOG.log(
                System.Logger.Level.INFO,
                "Replaying {0} on {1} machines",
                recording.title(),
                recording.machines().size());
        var settings = EdgeSettings.defaults().boundTo(host);
        fleet = new EdgeFleet(plant, broker, this::describe, this::command, clock, settings);
        fleet.start();
        pace = new Pace("replay", STEP_MILLIS, this::step);
    }

    private void step() {
        for (var command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
        var playing = player;
        if (playing == null) {
            // A row told to nobody is a row lost: the recording begins once its machines are born to their host.
            if (!fleet.isBorn() || !heard.getAsBoolean()) {
                return;
            }
            playing = new ReplayPlayer(recording, clock.instant(), this::report);
            player = playing;
        }
        playing.advanceTo(clock.instant());
    }

    private void command(EquipmentId machine, MachineCommand command) {
        commands.add(() -> {
            switch (command) {
                case MachineCommand.Work(var instruction) -> {
                    var running = works.get(machine);
                    if (running == null) {
                        var work = new RecordedWork(machine, instruction, clock.instant());
                        works.put(machine, work);
                        fleet.report(work.started());
                    }
                }
                case MachineCommand.Drop(var operation) -> {
                    var running = works.get(machine);
                    if (running != null && running.operation().equals(operation)) {
                        end(running, "dropped");
                    }
                }
                case MachineCommand.Control _, MachineCommand.Maintain _ -> {} // the past takes no orders
            }
        });
    }

    private void report(Draft draft) {
        fleet.report(draft);
        var work = works.get(draft.subject());
        if (work == null) {
            return;
        }
        switch (draft.fact()) {
            case Fact.ReadingsTaken _ -> {
                if (!draft.time().isBefore(work.since())) {
                    cycle(work, draft.time());
                }
            }
            case Fact.MachineStateChanged(var state, var cause) -> {
                if (state.isAborted()) {
                    end(work, cause == null ? "the machine failed" : cause);
                }
            }
            default -> {}
        }
    }

    private void cycle(RecordedWork work, Instant time) {
        fleet.report(work.cycle(time));
        if (work.isDone()) {
            works.remove(work.machine());
            fleet.report(work.completed(time));
        }
    }

    private void end(RecordedWork work, String why) {
        works.remove(work.machine());
        fleet.report(work.interrupted(clock.instant(), why));
    }

    private List<Draft> describe(EquipmentId machine) {
        var playing = player;
        var known = new ArrayList<Draft>(playing == null ? List.of() : playing.describe(machine));
        var work = works.get(machine);
        if (work != null) {
            known.add(work.started());
            known.add(work.counted(clock.instant()));
        }
        return known;
    }

    @Override
    public void close() {
        pace.close();
        var playing = player;
        if (playing != null) {
            playing.close();
        }
        fleet.close();
    }
}
