package dev.millwright.learning.life;

import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Units in parts, each of which is held out once. All lives of one machine have its name and lie in one part, for they are
 * alike.
 *
 * @param shuffled by chance
 * @param parts the part of each name
 */
record UnitSplit(List<UnitRun> shuffled, Map<String, Integer> parts) {

    /** As many machines in each part, as far as that goes. */
    static UnitSplit of(List<UnitRun> units, int folds, int seed) {
        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(seed));
        var parts = new HashMap<String, Integer>();
        shuffled.forEach(unit -> parts.putIfAbsent(unit.unit(), parts.size() % folds));
        if (parts.size() < folds) {
            throw new IllegalArgumentException(
                    "%d units cannot be held out in %d parts.\nGive more units that ran to failure, or fewer folds."
                            .formatted(parts.size(), folds));
        }
        return new UnitSplit(shuffled, parts);
    }

    List<UnitRun> part(int part) {
        return shuffled.stream().filter(unit -> isIn(unit, part)).toList();
    }

    List<UnitRun> without(int part) {
        return shuffled.stream().filter(unit -> !isIn(unit, part)).toList();
    }

    private boolean isIn(UnitRun unit, int part) {
        return parts.getOrDefault(unit.unit(), -1) == part;
    }
}
