package dev.millwright.app;

import dev.millwright.connectors.BrokerAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a running Millwright is told.
 *
 * @param plantFile the plant to run
 * @param dataDir where journal, history and images live
 * @param speed plant seconds in a wall second, from 1; to 1000 for a plant, further for a recording
 * @param replay a directory of recorded data to play instead of the virtual plant
 * @param virtualPlant false when real machines speak
 * @param broker an outside MQTT broker, or {@code null} for the one in the box
 * @param hostId the name under which this host is known to the broker's edge nodes
 * @param mqttPort where the broker in the box listens; 0 takes any free port
 * @param seed of everything drawn by the virtual plant
 * @param models where trained models lie, or {@code null} for none
 */
public record Settings(
        Path plantFile,
        Path dataDir,
        double speed,
        @Nullable Path replay,
        boolean virtualPlant,
        @Nullable BrokerAddress broker,
        String hostId,
        int mqttPort,
        long seed,
        @Nullable Path models,
        Duration planningLimit) {

    public Settings {
        PlantClock.requireSpeed(speed, replay != null);
    }
}
