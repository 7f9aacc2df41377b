package dev.millwright.simulation;

import dev.millwright.plant.Camera;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine's camera, if it has one: sees parts as long as the budget for pictures lasts. Nobody can paint what a model of one's
 * own was trained on: a camera that names one waits for real pictures.
 */
final class Eye {

    private final Floor floor;
    private final FrameBudget budget;
    private final @Nullable Camera camera;
    private final Quality quality;

    Eye(Floor floor, FrameBudget budget, @Nullable Camera camera, Quality quality) {
        this.floor = floor;
        this.budget = budget;
        this.camera = camera;
        this.quality = quality;
    }

    Quality quality() {
        return quality;
    }

    /** Looks at a part; what the machine rejects shows its defects, what it lets pass shows none. */
    void look(String serial, boolean rejected) {
        if (camera == null) {
            return;
        }
        List<String> defects = rejected ? quality.defects() : List.of();
        long seed = quality.pictureSeed();
        if (camera.model() == null && budget.take()) {
            floor.show(new Glimpse(camera, serial, floor.time(), seed, defects));
        }
    }
}
