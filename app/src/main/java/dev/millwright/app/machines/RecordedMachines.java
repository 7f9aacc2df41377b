package dev.millwright.app.machines;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.Plant;
import java.nio.file.Path;
import java.time.InstantSource;

/** Recorded data on the plant's clock, behind the same edge nodes as live machines. */
public final class RecordedMachines implements AutoCloseable {
    public RecordedMachines(Plant plant, Path dir, BrokerAddress broker, InstantSource clock) {}

    @Override
    public void close() {}
}
