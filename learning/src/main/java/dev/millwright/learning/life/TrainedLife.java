package dev.millwright.learning.life;

import dev.millwright.maintenance.life.LifeModel;
import java.util.List;
import java.util.Map;

/**
 * Models learned from all units, and how good their like are on units held out.
 *
 * @param variants trees alone, and where networks were trained those alone and both together; the last one is what was
 *     trained for
 * @param importance each signal's share in what moves the trees' estimates
 * @param onnx the last variant as one file: its trees and networks, and its notes beside them
 */
// The file is only ever written out.
@SuppressWarnings("ArrayRecordComponent")
public record TrainedLife(List<Variant> variants, Map<String, Double> importance, byte[] onnx) {
    public TrainedLife {
        variants = List.copyOf(variants);
        importance = Map.copyOf(importance);
    }

    public LifeModel model() {
        return variants.getLast().model();
    }

    public HeldOut heldOut() {
        return variants.getLast().heldOut();
    }
}
