package dev.millwright.learning.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How sure a figure is: computed again over as many units drawn with replacement (bootstrap, Efron 1979). */
final class DrawnUnits {
    private static final int DRAWS = 200;

    /** Where the figure lies nine times in ten. */
    record Interval(double low, double high) {}

    private DrawnUnits() {}

    /** @param unit to which a row belongs; units are drawn whole */
    static <T> Interval interval(List<T> rows, Function<T, String> unit, ToDoubleFunction<List<T>> figure, int seed) {
        var byUnit = List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(unit, TreeMap::new, Collectors.toList()))
                .values());
        var random = new Random(seed);
        var figures = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            var some = new ArrayList<T>();
            for (int i = 0; i < byUnit.size(); i++) {
                some.addAll(byUnit.get(random.nextInt(byUnit.size())));
            }
            figures[draw] = figure.applyAsDouble(some);
        }
        Arrays.sort(figures);
        return new Interval(figures[DRAWS / 20], figures[DRAWS - 1 - DRAWS / 20]);
    }
}
