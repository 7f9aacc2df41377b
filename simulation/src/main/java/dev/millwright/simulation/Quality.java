package dev.millwright.simulation;

import dev.millwright.plant.Camera;
import dev.millwright.plant.EquipmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws which parts of a machine are bad: more of them as machines wear, and what is wrong with them. */
final class Quality {

    private static final List<String> DEFECTS = List.of("open", "short", "mousebite", "spur", "copper", "pinhole");
    private static final double INSPECTED_SHARE = 0.015;
    private static final double SCRAP_SHARE = 0.002;
    private static final double WEAR_FACTOR = 4;
    private static final double WEAR_EXPONENT = 6;
    private static final double SECOND_DEFECT = 0.25;

    private final RandomGenerator verdicts;
    private final RandomGenerator defects;
    private final @Nullable Camera camera;

    Quality(Floor floor, EquipmentId machine, @Nullable Camera camera) {
        this.verdicts = floor.chance(machine, "quality");
        this.defects = floor.chance(machine, "defects");
        this.camera = camera;
    }

    /** Whether the next part is rejected, given the wear of the worst machine it went through. */
    boolean rejects(boolean inspects, double wear) {
        double share = camera != null ? camera.defectRate() : inspects ? INSPECTED_SHARE : SCRAP_SHARE;
        return verdicts.nextDouble() < Math.min(1, share * (1 + WEAR_FACTOR * Math.pow(wear, WEAR_EXPONENT)));
    }

    /** What is wrong with a rejected part: one defect, now and then two. */
    List<String> defects() {
        var found = new ArrayList<String>();
        found.add(DEFECTS.get(defects.nextInt(DEFECTS.size())));
        if (defects.nextDouble() < SECOND_DEFECT) {
            found.add(DEFECTS.get(defects.nextInt(DEFECTS.size())));
        }
        return List.copyOf(found);
    }

    /** The seed of a picture. */
    long pictureSeed() {
        return defects.nextLong();
    }
}
