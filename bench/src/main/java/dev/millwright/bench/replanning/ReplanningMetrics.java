package dev.millwright.bench.replanning;

import dev.millwright.bench.Quantiles;
import dev.millwright.bench.replanning.Answered.Answer;
import dev.millwright.bench.replanning.Answered.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of all episodes, and of each family by itself, as flat keys. A mean of nothing has no key. */
final class ReplanningMetrics {

    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private final Map<String, Number> metrics = new LinkedHashMap<>();

    private ReplanningMetrics() {}

    static Map<String, Number> of(List<Answered> episodes) {
        var all = new ReplanningMetrics();
        all.add("", episodes);
        episodes.stream()
                .collect(Collectors.groupingBy(Answered::family, TreeMap::new, Collectors.toList()))
                .forEach((family, own) -> all.add("by_family_" + family + "_", own));
        return all.metrics;
    }

    private void add(String prefix, List<Answered> episodes) {
        var events =
                episodes.stream().flatMap(episode -> episode.events().stream()).toList();
        metrics.put(prefix + "episodes", episodes.size());
        metrics.put(prefix + "events", events.size());
        metrics.put(prefix + "answers", 3 * events.size());
        metrics.put(prefix + "feasible_count", feasible(events));
        mean(prefix + "mean_improvement_percent", events, event -> event.improved()
                .soonerThan(event.rightShift()));
        mean(prefix + "first_mean_improvement_percent", events, event -> event.first()
                .soonerThan(event.rightShift()));
        mean(prefix + "later_mean_improvement_percent", later(episodes), event -> event.improved()
                .soonerThan(event.rightShift()));
        mean(
                prefix + "episode_mean_improvement_percent",
                episodes,
                episode -> Answered.percentSooner(episode.improvedEnd(), episode.rightShiftEnd()));
        mean(
                prefix + "first_episode_mean_improvement_percent",
                episodes,
                episode -> Answered.percentSooner(episode.firstEnd(), episode.rightShiftEnd()));
        answers(prefix + "right_shift_", events, Event::rightShift);
        answers(prefix + "first_", events, Event::first);
        answers(prefix + "improved_", events, Event::improved);
    }

    /** Without the first event of each episode, whose answer also gains what the episode's first schedule lacked. */
    private static List<Event> later(List<Answered> episodes) {
        return episodes.stream()
                .flatMap(episode -> episode.events().stream().skip(1))
                .toList();
    }

    private void answers(String prefix, List<Event> events, Function<Event, Answer> which) {
        mean(prefix + "mean_moved_starts", events, event -> which.apply(event).movedStarts());
        mean(prefix + "mean_changed_machines", events, event -> which.apply(event)
                .changedMachines());
        latency(prefix, events.stream().map(event -> which.apply(event).ms()).toList());
    }

    private void latency(String prefix, List<Double> millis) {
        if (!millis.isEmpty()) {
            metrics.putAll(latencies(prefix, millis));
        }
    }

    /** Median and nearly the worst of times. */
    static Map<String, Number> latencies(String prefix, List<Double> millis) {
        var quantiles = new Quantiles(millis);
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put(prefix + "ms_p50", quantiles.at(MEDIAN));
        metrics.put(prefix + "ms_p99", quantiles.at(NEARLY_ALL));
        return metrics;
    }

    private <T> void mean(String key, List<T> all, ToDoubleFunction<T> value) {
        all.stream().mapToDouble(value).average().ifPresent(mean -> metrics.put(key, mean));
    }

    private static long feasible(List<Event> events) {
        return events.stream()
                .flatMap(event -> List.of(event.rightShift(), event.first(), event.improved()).stream())
                .filter(Answer::feasible)
                .count();
    }
}
