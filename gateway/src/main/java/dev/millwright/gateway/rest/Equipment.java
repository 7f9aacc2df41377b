package dev.millwright.gateway.rest;

import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import org.jspecify.annotations.Nullable;

/** Finds what a request names, or says that it is not there. */
final class Equipment {

    private Equipment() {}

    static Machine machine(Plant plant, String path) {
        return plant.machines().stream()
                .filter(machine -> machine.id().path().equals(path))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("machine", path, "/api/v1/machines"));
    }

    /** The machine a field of a request names. */
    static Machine machine(Plant plant, String field, @Nullable String path) {
        if (path == null || path.isBlank()) {
            throw ProblemException.invalid(
                    field,
                    "is missing; it names a machine such as "
                            + plant.machines().getFirst().id());
        }
        return machine(plant, path.strip());
    }

    /** Site, area, line, cell or machine. */
    static EquipmentId any(Plant plant, @Nullable String path) {
        if (path == null || path.isBlank()) {
            return plant.site();
        }
        var id = EquipmentId.of(path);
        if (plant.machines().stream().noneMatch(machine -> id.contains(machine.id()))) {
            throw ProblemException.notFound("equipment", path, "/api/v1/plant");
        }
        return id;
    }
}
