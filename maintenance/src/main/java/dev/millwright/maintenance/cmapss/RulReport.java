package dev.millwright.maintenance.cmapss;

import java.util.List;
import java.util.Map;

/**
 * What an evaluation on one subset found.
 *
 * @param models scores by model: {@code trend} (fused wear along the fleet's curve), {@code monitor} (the health monitor
 *     on raw signals, knowing its past failures) and the baseline {@code mean_life}
 * @param coverage90 share of the trend model's 90 % intervals that hold the true life
 * @param width90 their mean width in cycles
 * @param coverage90Below50 the same share over engines with less than 50 cycles left
 * @param sensors numbers of the sensors that the trend model chose
 * @param rows one prediction of the trend model for each engine, in file order, as {@code truth} is
 */
public record RulReport(
        String subset,
        Map<String, RulScores> models,
        double coverage90,
        double width90,
        double coverage90Below50,
        List<Integer> sensors,
        List<RulPrediction> rows,
        List<Integer> truth) {

    public RulReport {
        models = Map.copyOf(models);
        sensors = List.copyOf(sensors);
        rows = List.copyOf(rows);
        truth = List.copyOf(truth);
    }
}
