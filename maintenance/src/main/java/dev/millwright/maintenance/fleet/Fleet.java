package dev.millwright.maintenance.fleet;

import dev.millwright.maintenance.features.UnitRun;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Machines of one kind.
 *
 * @param signals names, in the order of a row
 * @param settings the places of those that tell how a machine is operated
 * @param unitOfTime what ages are counted in
 * @param units each machine from its first row to its last
 */
public record Fleet(List<String> signals, List<Integer> settings, String unitOfTime, List<UnitRun> units) {
    public Fleet {
        signals = List.copyOf(signals);
        settings = List.copyOf(settings);
        units = List.copyOf(units);
    }

    /** How many rows all machines have. */
    public long rows() {
        return units.stream().mapToLong(UnitRun::length).sum();
    }

    /** The same machines without some of their signals. */
    Fleet without(List<Integer> dropped) {
        var kept = IntStream.range(0, signals.size())
                .filter(place -> !dropped.contains(place))
                .toArray();
        var places = IntStream.of(kept).boxed().toList();
        return new Fleet(
                places.stream().map(signals::get).toList(),
                settings.stream().filter(places::contains).map(places::indexOf).toList(),
                unitOfTime,
                units.stream().map(unit -> pick(unit, kept)).toList());
    }

    /** The same machines with these signals alone, in this order, as a model wants them. */
    public Fleet like(List<String> wanted) {
        var places = wanted.stream().mapToInt(name -> place(name)).toArray();
        return new Fleet(
                wanted,
                List.of(),
                unitOfTime,
                units.stream().map(unit -> pick(unit, places)).toList());
    }

    private int place(String name) {
        int place = signals.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "There is no column '%s', which the model looks at.\nThe columns are %s.".formatted(name, signals));
        }
        return place;
    }

    private static UnitRun pick(UnitRun unit, int[] places) {
        var rows = new double[unit.length()][];
        for (int i = 0; i < rows.length; i++) {
            var row = unit.rows()[i];
            rows[i] = IntStream.of(places).mapToDouble(place -> row[place]).toArray();
        }
        return new UnitRun(unit.unit(), unit.ages(), rows);
    }
}
