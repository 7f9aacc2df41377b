package dev.millwright.gateway;

import dev.millwright.plant.Camera;
import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Gives each test application a floor in a folder of its own. */
final class FloorInFolder {

    /** The small cell, with a camera behind the drill. */
    static Plant plant() {
        var cell = PlantFixtures.cell();
        return new Plant(
                cell.name(),
                cell.title(),
                cell.zone(),
                cell.lines(),
                cell.machines(),
                cell.buffers(),
                cell.products(),
                cell.setupTimes(),
                cell.shifts(),
                List.of(new Camera("camera-1", PlantFixtures.DRILL, 64, 64, 0.1)),
                cell.orderBook());
    }

    @Produces
    @Singleton
    ModelFloor floor() throws IOException {
        return new ModelFloor(plant(), Files.createTempDirectory("millwright-gateway-"));
    }

    void close(@Disposes ModelFloor floor) {
        floor.close();
    }
}
