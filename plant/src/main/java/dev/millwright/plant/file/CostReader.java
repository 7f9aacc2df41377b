package dev.millwright.plant.file;

import dev.millwright.plant.Costs;

/** Reads what failures, maintenance and standing still cost: in the whole plant, and where a type or a machine differs. */
final class CostReader {

    /** What holds wherever nothing else is said, and the currency it is told in. */
    record Usual(Costs costs, String currency) {}

    private CostReader() {}

    static Usual usual(Section root) {
        var section = root.section("costs", "'costs'");
        if (section == null) {
            return new Usual(Costs.USUAL, "");
        }
        String currency = section.take("currency", Values::text, "");
        return new Usual(read(section, Costs.USUAL), currency);
    }

    /** The costs of a type or a machine, on top of what is known already. */
    static Costs of(Section entry, Costs base) {
        var section = entry.section("costs", "'costs'");
        return section == null ? base : read(section, base);
    }

    private static Costs read(Section section, Costs base) {
        double failure = section.take("failure", Values::cost, base.failure());
        double maintenance = section.take("maintenance", Values::cost, base.maintenance());
        double downtime = section.take("downtime", Values::cost, base.downtimeHour());
        double idle = section.take("idle", Values::cost, base.idleHour());
        var built = section.build(() -> new Costs(failure, maintenance, downtime, idle));
        return built == null ? base : built;
    }
}
