package dev.millwright.plant;

import java.util.ArrayList;
import java.util.List;

/**
 * What lives that ended said of one version of a model.
 *
 * @param lives how many ended
 * @param errors by how much was left, the longest first
 */
public record ModelErrors(String model, String version, int lives, List<LifeError> errors) {

    public ModelErrors {
        errors = List.copyOf(errors);
    }

    /** With what other lives said of the same version; where they were counted otherwise, these alone. */
    public ModelErrors plus(ModelErrors later) {
        var known = errors.stream().map(LifeError::leftAtMost).toList();
        if (!known.equals(later.errors.stream().map(LifeError::leftAtMost).toList())) {
            return later;
        }
        var sums = new ArrayList<LifeError>();
        for (int i = 0; i < errors.size(); i++) {
            sums.add(errors.get(i).plus(later.errors.get(i)));
        }
        return new ModelErrors(model, version, lives + later.lives, sums);
    }
}
