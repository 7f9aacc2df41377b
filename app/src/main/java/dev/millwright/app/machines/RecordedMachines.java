package dev.millwright.app.machines;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.connectors.replay.Recording;
import dev.millwright.connectors.replay.ReplayPlayer;
import dev.millwright.connectors.sparkplug.EdgeFleet;
import dev.millwright.connectors.sparkplug.EdgeSettings;
import dev.millwright.plant.Plant;
import java.nio.file.Path;
import java.time.InstantSource;

/** Recorded data on the plant's clock, behind the same edge nodes as live machines. It takes no commands: it is past. */
public final class RecordedMachines implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RecordedMachines.class.getName());
    private static final long STEP_MILLIS = 25;

    private final ReplayPlayer player;
    private final EdgeFleet fleet;
    private final Pace pace;

    public RecordedMachines(Plant plant, Path dir, BrokerAddress broker, InstantSource clock) {
        var recording = Recording.detect(dir, plant);
        LOG.log(
                System.Logger.Level.INFO,
                "Replaying {0} on {1} machines",
                recording.title(),
                recording.machines().size());
        player = new ReplayPlayer(recording, clock.instant(), this::report);
        fleet = new EdgeFleet(plant, broker, player::describe, (_, _) -> {}, clock, EdgeSettings.defaults());
        fleet.start();
        pace = new Pace("replay", STEP_MILLIS, () -> player.advanceTo(clock.instant()));
    }

    private void report(dev.millwright.plant.event.Draft draft) {
        fleet.report(draft);
    }

    @Override
    public void close() {
        pace.close();
        player.close();
        fleet.close();
    }
}
