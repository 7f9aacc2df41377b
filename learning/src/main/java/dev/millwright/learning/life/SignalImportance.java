package dev.millwright.learning.life;

import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.life.LifeDriver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Each signal's share in what moves a model's answers. */
final class SignalImportance {
    /** At about so many rows answers are explained; a row takes some milliseconds. */
    private static final int EXPLAINED = 300;

    private SignalImportance() {}

    /**
     * At rows spread over all units; shares of 1.
     *
     * @param drivers of features
     */
    static Map<String, Double> of(
            List<UnitRun> units, FeatureSpace space, Function<float[], List<LifeDriver>> drivers) {
        var sums = new HashMap<String, Double>();
        long rows = units.stream().mapToLong(UnitRun::length).sum();
        long apart = Math.max(1, rows / EXPLAINED);
        long row = 0;
        for (var unit : units) {
            var features = space.unit();
            for (int i = 0; i < unit.length(); i++) {
                features.add(unit.ages()[i], unit.rows()[i]);
                if (row++ % apart == 0) {
                    drivers.apply(features.features())
                            .forEach(driver -> sums.merge(driver.signal(), Math.abs(driver.share()), Double::sum));
                }
            }
        }
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        sums.replaceAll((_, sum) -> all == 0 ? 0 : sum / all);
        return sums;
    }
}
