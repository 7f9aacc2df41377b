package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Objectives in a line: {@code makespan}, {@code tardiness*2+makespan}, and with levels, the first of which is minimised
 * before the second counts at all: {@code late-jobs>makespan}.
 */
public final class ObjectiveText {
    private static final Map<String, Measure> MEASURES = Arrays.stream(Measure.values())
            .collect(Collectors.toMap(ObjectiveText::name, measure -> measure, (a, _) -> a, LinkedHashMap::new));

    private ObjectiveText() {}

    /** How a measure is called, such as {@code late-jobs}. */
    public static String name(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The measure of a name. */
    static Measure measure(String name) {
        var measure = MEASURES.get(name.strip().toLowerCase(Locale.ROOT));
        if (measure == null) {
            throw new IllegalArgumentException("found '" + name.strip() + "', expected a measure\n"
                    + Values.nearest(name.strip(), MEASURES.keySet()));
        }
        return measure;
    }

    public static Objective parse(String text) {
        var levels = new ArrayList<Objective.Level>();
        for (var level : text.split(">", -1)) {
            var weights = new LinkedHashMap<Measure, Long>();
            for (var term : level.split("\\+", -1)) {
                term(term, weights);
            }
            levels.add(new Objective.Level(weights));
        }
        return new Objective(levels);
    }

    /** The objective as {@link #parse} reads it; what weighs nothing is left out. */
    public static String of(Objective objective) {
        return objective.levels().stream().map(ObjectiveText::of).collect(Collectors.joining(">"));
    }

    private static String of(Objective.Level level) {
        return Arrays.stream(Measure.values())
                .filter(measure -> level.weight(measure) > 0)
                .map(measure -> name(measure) + (level.weight(measure) == 1 ? "" : "*" + level.weight(measure)))
                .collect(Collectors.joining("+"));
    }

    private static void term(String term, Map<Measure, Long> weights) {
        var factors = List.of(term.split("\\*", -1));
        var name = factors.getFirst().strip();
        long weight = 1;
        if (factors.size() == 2) {
            boolean weightFirst = name.matches("\\d+");
            weight = weight(weightFirst ? name : factors.getLast().strip(), term);
            name = weightFirst ? factors.getLast().strip() : name;
        }
        if (factors.size() > 2 || name.isEmpty()) {
            throw new IllegalArgumentException("found '" + term.strip() + "', expected a measure, such as makespan, or"
                    + " with its weight tardiness*2\nJoin measures by +, levels by >.");
        }
        weights.merge(measure(name), weight, Math::addExact);
    }

    private static long weight(String digits, String term) {
        if (!digits.matches("\\d{1,12}")) {
            throw new IllegalArgumentException("found the weight '" + digits + "' in '" + term.strip()
                    + "', expected a whole number of zero or more\nWrite it as tardiness*2.");
        }
        return Long.parseLong(digits);
    }
}
