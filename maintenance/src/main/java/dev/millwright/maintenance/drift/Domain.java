package dev.millwright.maintenance.drift;

import dev.millwright.maintenance.features.FeatureSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a model has seen in training; outside it an answer would be a guess.
 *
 * @param settings the range of each operating setting, in the order of the space
 * @param sensors by regime the range of each sensor looked at, in the order of the space
 * @param reach how far from the middle of its regime a row of training lay at most, in ranges of the settings
 */
public record Domain(List<Range> settings, List<List<Range>> sensors, double reach) {
    /** Beyond training by more than this share of its range is far. */
    private static final double FAR = 0.5;
    /** Nor is it far by less than this share of the value: a range of one value is no range. */
    private static final double NEAR = 0.01;
    /** With more than this share of its signals missing a model answers for another machine. */
    private static final double MISSING = 1.0 / 3;

    private static final double LEAST_REACH = 0.05;

    /** Lowest and highest value of training. */
    public record Range(double low, double high) {
        boolean isFar(double value) {
            double margin = Math.max(FAR * (high - low), NEAR * Math.max(Math.abs(low), Math.abs(high)));
            return value < low - margin || value > high + margin;
        }
    }

    public Domain {
        settings = List.copyOf(settings);
        sensors = sensors.stream().map(List::copyOf).toList();
    }

    /**
     * Why a row lies outside, in words; nothing: it lies inside.
     *
     * @param space of the same model
     * @param units engineering units by signal, as far as they are known
     */
    public List<String> refusals(FeatureSpace space, double[] row, Map<String, String> units) {
        var reasons = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (int s = 0; s < settings.size(); s++) {
            int place = space.settings().get(s);
            if (Double.isNaN(row[place])) {
                missing.add(space.signals().get(place));
            }
            far(space, row, place, settings.get(s), units, "", reasons);
        }
        if (!missing.isEmpty()) {
            return List.of("without " + String.join(", ", missing) + " the regime is unknown");
        }
        if (!reasons.isEmpty()) {
            return reasons;
        }
        if (space.regimes().distance(space.settingsOf(row)) > 2 * Math.max(LEAST_REACH, reach)) {
            return List.of("settings " + settingsText(space, row, units) + " belong to no regime trained on");
        }
        int regime = space.regime(row);
        String where = sensors.size() > 1 ? " in this regime" : "";
        for (int s = 0; s < space.sensors().size(); s++) {
            int place = space.sensors().get(s);
            if (Double.isNaN(row[place])) {
                missing.add(space.signals().get(place));
            }
            far(space, row, place, sensors.get(regime).get(s), units, where, reasons);
        }
        if (missing.size() > MISSING * space.sensors().size()) {
            reasons.add("%d of %d signals missing: %s"
                    .formatted(missing.size(), space.sensors().size(), String.join(", ", missing)));
        }
        return reasons;
    }

    private static void far(
            FeatureSpace space,
            double[] row,
            int place,
            Range range,
            Map<String, String> units,
            String where,
            List<String> reasons) {
        if (range.isFar(row[place])) {
            var signal = space.signals().get(place);
            reasons.add("%s %s; trained on %s to %s%s"
                    .formatted(
                            signal,
                            text(row[place]) + unit(units, signal),
                            text(range.low()),
                            text(range.high()),
                            where));
        }
    }

    private static String settingsText(FeatureSpace space, double[] row, Map<String, String> units) {
        return String.join(
                ", ",
                space.settings().stream()
                        .map(place -> space.signals().get(place) + " " + text(row[place])
                                + unit(units, space.signals().get(place)))
                        .toList());
    }

    private static String unit(Map<String, String> units, String signal) {
        var unit = units.getOrDefault(signal, "");
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String text(double value) {
        return Math.abs(value) >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.valueOf(Math.round(value * 1_000) / 1_000.0).replaceAll("\\.0$", "");
    }
}
