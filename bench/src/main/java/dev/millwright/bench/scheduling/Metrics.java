package dev.millwright.bench.scheduling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an evaluation as flat keys, such as {@code mean_gap} and {@code by_size_20x15_mean_gap}. With several
 * contestants each has its own under its name, and the first one's stand under the plain keys too. A mean of nothing has
 * no key.
 */
final class Metrics {

    private final List<String> solvers;
    private final List<Measured> trials;

    /** @param solvers in the order they were named */
    Metrics(List<String> solvers, List<Measured> trials) {
        this.solvers = solvers;
        this.trials = trials;
    }

    Map<String, Number> flat() {
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put(
                "instances", trials.stream().map(Measured::instance).distinct().count());
        metrics.putAll(of(trialsOf(solvers.getFirst())));
        if (solvers.size() > 1) {
            var common = solvedByAll();
            for (var solver : solvers) {
                var prefix = key(solver) + "_";
                var own = trialsOf(solver);
                of(own).forEach((key, value) -> metrics.put(prefix + key, value));
                put(
                        metrics,
                        prefix + "mean_gap_where_all_solved",
                        mean(gaps(own, trial -> common.contains(trial.instance()))));
            }
            metrics.put("solved_by_all_count", common.size());
        }
        return metrics;
    }

    private List<Measured> trialsOf(String solver) {
        return trials.stream().filter(trial -> trial.solver().equals(solver)).toList();
    }

    private static Map<String, Number> of(List<Measured> trials) {
        var metrics = new LinkedHashMap<String, Number>();
        var gaps = gaps(trials, _ -> true);
        put(metrics, "mean_gap", mean(gaps));
        put(metrics, "median_gap", median(gaps));
        metrics.put("gap_count", gaps.size());
        metrics.put("optimal_count", count(trials, Measured::optimal));
        metrics.put("proved_count", count(trials, Measured::proved));
        metrics.put("infeasible_count", count(trials, Measured::infeasible));
        metrics.put("unsolved_count", count(trials, trial -> trial.value() == null));
        put(metrics, "mean_seconds_to_best", mean(present(trials, Measured::secondsToBest)));
        put(
                metrics,
                "seconds_max",
                trials.stream().mapToDouble(Measured::seconds).max().orElse(Double.NaN));
        grouped(trials, Measured::family).forEach((family, group) -> {
            put(metrics, "by_family_" + key(family) + "_mean_gap", mean(gaps(group, _ -> true)));
            put(metrics, "by_family_" + key(family) + "_mean_value", mean(values(group)));
        });
        grouped(trials, Measured::size)
                .forEach((size, group) -> put(metrics, "by_size_" + size + "_mean_gap", mean(gaps(group, _ -> true))));
        return metrics;
    }

    /** The instances on which every contestant has a gap: the ground on which means can be compared. */
    private Set<String> solvedByAll() {
        Set<String> common =
                new HashSet<>(trials.stream().map(Measured::instance).toList());
        for (var solver : solvers) {
            common.retainAll(trialsOf(solver).stream()
                    .filter(trial -> trial.gap() != null)
                    .map(Measured::instance)
                    .toList());
        }
        return common;
    }

    private static Map<String, List<Measured>> grouped(List<Measured> trials, Function<Measured, String> by) {
        var groups = new TreeMap<String, List<Measured>>();
        trials.forEach(trial ->
                groups.computeIfAbsent(by.apply(trial), _ -> new ArrayList<>()).add(trial));
        return groups;
    }

    private static List<Double> gaps(List<Measured> trials, Predicate<Measured> which) {
        return present(trials.stream().filter(which).toList(), Measured::gap);
    }

    private static List<Double> values(List<Measured> trials) {
        return present(
                trials, trial -> trial.value() == null ? null : trial.value().doubleValue());
    }

    private static List<Double> present(List<Measured> trials, Function<Measured, @Nullable Double> figure) {
        return trials.stream().map(figure).filter(Objects::nonNull).toList();
    }

    private static long count(List<Measured> trials, Predicate<Measured> which) {
        return trials.stream().filter(which).count();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void put(Map<String, Number> metrics, String key, double value) {
        if (!Double.isNaN(value)) {
            metrics.put(key, value);
        }
    }

    /** A name as part of a key: letters, digits and underscores. */
    static String key(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "_");
    }
}
