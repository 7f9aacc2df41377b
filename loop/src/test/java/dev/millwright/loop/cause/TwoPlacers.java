package dev.millwright.loop.cause;

import dev.millwright.plant.Camera;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Position;
import dev.millwright.plant.Reliability;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A plant in which parts pass one of two placers, then an oven, and are looked at behind it. */
public final class TwoPlacers {

    public static final EquipmentId PLACER_1 = EquipmentId.of("hall/placer-1");
    public static final EquipmentId PLACER_2 = EquipmentId.of("hall/placer-2");
    public static final EquipmentId OVEN = EquipmentId.of("hall/oven");
    public static final EquipmentId AOI = EquipmentId.of("hall/aoi");
    public static final String CAMERA = "cam";

    private TwoPlacers() {}

    public static Plant plant(Machine... more) {
        var cell = PlantFixtures.cell();
        return new Plant(
                cell.name(),
                cell.title(),
                cell.zone(),
                List.of(),
                Stream.concat(
                                Stream.of(
                                        machine(PLACER_1, "placer"),
                                        machine(PLACER_2, "placer"),
                                        machine(OVEN, "oven"),
                                        machine(AOI, "aoi")),
                                Stream.of(more))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Camera(CAMERA, AOI, 100, 100, 0)),
                List.of());
    }

    public static Machine machine(EquipmentId id, String type) {
        return new Machine(
                id,
                id.name(),
                type,
                Set.of(type),
                1,
                List.of(),
                new Reliability(500, 30, 2, 45),
                new Position(0, 0, 0));
    }
}
