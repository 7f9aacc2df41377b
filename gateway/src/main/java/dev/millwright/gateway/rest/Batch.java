package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.InspectionRequest;
import dev.millwright.gateway.Outcome;
import dev.millwright.gateway.rest.InspectionRoutes.BatchView;
import dev.millwright.gateway.rest.InspectionRoutes.RefusedView;
import dev.millwright.gateway.view.InspectionView;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures inspected one after the other; one that cannot be is listed and holds up none. */
final class Batch {

    private final Floor floor;
    private final EquipmentId machine;
    private final byte @Nullable [] template;
    private final List<InspectionView> items = new ArrayList<>();
    private final List<RefusedView> refused = new ArrayList<>();

    Batch(Floor floor, EquipmentId machine, byte @Nullable [] template) {
        this.floor = floor;
        this.machine = machine;
        this.template = template;
    }

    void add(String name, byte[] picture) {
        if (!Images.isPicture(picture)) {
            refused.add(new RefusedView(name, name + " is no PNG, JPEG, BMP or TIFF", "Send pictures alone."));
            return;
        }
        var outcome = floor.inspect(new InspectionRequest(machine, null, null, picture, template));
        if (outcome instanceof Outcome.Unfit<Event>(var why, var cure)) {
            refused.add(new RefusedView(name, why, cure));
        } else {
            items.add(InspectionRoutes.view(Answers.value(outcome)));
        }
    }

    BatchView view() {
        return new BatchView(List.copyOf(items), List.copyOf(refused));
    }
}
