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
 * @param units each life of each machine from its first row to its end; those of one machine have its name
 * @param everyNth of a life's rows are there
 * @param remarks what a person should know of how they were read, each a sentence
 */
public record Fleet(
        List<String> signals,
        List<Integer> settings,
        String unitOfTime,
        List<UnitRun> units,
        int everyNth,
        List<String> remarks) {
    public Fleet {
        signals = List.copyOf(signals);
        settings = List.copyOf(settings);
        units = List.copyOf(units);
        remarks = List.copyOf(remarks);
    }

    /** How many machines had these lives. */
    public int machines() {
        return Math.toIntExact(units.stream().map(UnitRun::unit).distinct().count());
    }

    /** How many rows all machines have. */
    public long rows() {
        return units.stream().mapToLong(UnitRun::length).sum();
    }

    /** The same with only some of the lives. */
    Fleet of(List<UnitRun> lives) {
        return new Fleet(signals, settings, unitOfTime, lives, everyNth, remarks);
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
                units.stream().map(unit -> pick(unit, kept)).toList(),
                everyNth,
                remarks);
    }

    private static UnitRun pick(UnitRun unit, int[] places) {
        var rows = new double[unit.length()][];
        for (int i = 0; i < rows.length; i++) {
            var row = unit.rows()[i];
            rows[i] = IntStream.of(places).mapToDouble(place -> row[place]).toArray();
        }
        return new UnitRun(unit.unit(), unit.ages(), rows, unit.mode());
    }
}
