package dev.millwright.plant;

import java.util.List;
import java.util.Set;

/**
 * A work unit (ISA-95) that the twin mirrors.
 *
 * @param name what people call it
 * @param type the kind of machine, such as {@code reflow-oven}; the screen draws by it
 * @param capabilities the operations it can do
 * @param speedFactor 1 works at the route's time, 2 needs half of it
 * @param assetClass whose trained models answer for it
 * @param costs what its failures, its maintenance and its standing still cost
 */
public record Machine(
        EquipmentId id,
        String name,
        String type,
        Set<String> capabilities,
        double speedFactor,
        List<Signal> signals,
        Reliability reliability,
        Position position,
        AssetClass assetClass,
        Costs costs) {

    public Machine {
        capabilities = Set.copyOf(capabilities);
        signals = List.copyOf(signals);
        if (!(speedFactor > 0)) {
            throw new IllegalArgumentException(
                    "Machine %s has speed factor %s.\nIt is greater than zero; 1 is the route's own time."
                            .formatted(id, speedFactor));
        }
    }

    /** A machine that is of the class of its type, at the usual costs. */
    public Machine(
            EquipmentId id,
            String name,
            String type,
            Set<String> capabilities,
            double speedFactor,
            List<Signal> signals,
            Reliability reliability,
            Position position) {
        this(
                id,
                name,
                type,
                capabilities,
                speedFactor,
                signals,
                reliability,
                position,
                AssetClass.of(type),
                Costs.USUAL);
    }

    public boolean can(String capability) {
        return capabilities.contains(capability);
    }
}
