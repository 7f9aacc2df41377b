package dev.millwright.loop.cause;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for causes of defects in what was inspected: by how often, over which machines, where on the part and on which parts
 * of a lot. Of all that was tried, the share of chance findings among those told stays below 1 % (Benjamini and Hochberg,
 * 1995), and no cause rests on fewer than four parts. Bad parts of one lot count as independent of each other.
 */
public final class Causes {

    private static final double FALSE_DISCOVERIES = 0.01;
    private static final int LEAST_PARTS = 4;
    private static final int MOST_EVIDENCE = 50;

    private Causes() {}

    /**
     * Hypotheses about defects since a time, the strongest first.
     *
     * @param parts all that were inspected, also before {@code since}, in any order
     * @param routes the machines that each lot passed
     */
    public static List<Hypothesis> since(
            Instant since, Instant now, Plant plant, List<SeenPart> parts, Map<String, Set<EquipmentId>> routes) {
        var before = parts.stream().filter(part -> part.time().isBefore(since)).toList();
        var recent = parts.stream().filter(part -> !part.time().isBefore(since)).toList();
        var clues = new Clues(plant, before, recent, routes);
        var types = new TreeSet<String>();
        recent.forEach(part -> part.defects().forEach(defect -> types.add(defect.type())));
        // What too few parts show is never told, so trying it would only weaken the rest (Tarone, 1990).
        types.removeIf(type -> recent.stream().filter(part -> part.shows(type)).count() < LEAST_PARTS);
        var tried = types.stream().flatMap(type -> clues.of(type).stream()).toList();
        var strong = strong(tried);
        return types.stream()
                .flatMap(type -> hypotheses(
                        plant,
                        strong.stream().filter(clue -> clue.type().equals(type)).toList(),
                        since,
                        now))
                .sorted(Comparator.comparingDouble(Hypothesis::pValue))
                .toList();
    }

    /** Those that stand out from all that were tried. */
    private static List<Clue> strong(List<Clue> tried) {
        var sorted =
                tried.stream().sorted(Comparator.comparingDouble(Clue::pValue)).toList();
        int told = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).pValue() <= FALSE_DISCOVERIES * (i + 1) / sorted.size()) {
                told = i + 1;
            }
        }
        return sorted.subList(0, told).stream()
                .filter(clue -> clue.parts().size() >= LEAST_PARTS)
                .toList();
    }

    /** Clues about the same parts make one hypothesis, at most one clue of a kind. */
    private static Stream<Hypothesis> hypotheses(Plant plant, List<Clue> clues, Instant since, Instant now) {
        var groups = new ArrayList<Map<Clue.Kind, Clue>>();
        for (var clue : clues) {
            var group = groups.stream()
                    .filter(known -> known.values().stream().anyMatch(clue::overlaps))
                    .findFirst();
            if (group.isEmpty()) {
                groups.add(new HashMap<>(Map.of(clue.kind(), clue)));
            } else {
                group.get().putIfAbsent(clue.kind(), clue);
            }
        }
        return groups.stream().map(group -> hypothesis(plant, group, since, now));
    }

    private static Hypothesis hypothesis(Plant plant, Map<Clue.Kind, Clue> group, Instant since, Instant now) {
        var lead = group.values().stream()
                .min(Comparator.comparingDouble(Clue::pValue).thenComparing(Clue::kind))
                .orElseThrow();
        var station = group.get(Clue.Kind.STATION);
        var machine = station == null || station.station() == null ? mostSeenAt(lead.parts()) : station.station();
        var lane = group.get(Clue.Kind.LANE);
        var position = group.get(Clue.Kind.POSITION);
        var sorted = latestFirst(lead.parts());
        return new Hypothesis(
                lead.type(),
                machine,
                lane == null ? null : lane.words(),
                position == null ? null : position.words(),
                lead.parts().size(),
                lead.expected(),
                lead.pValue(),
                begun(sorted, since, now),
                words(group, lead, machine),
                List.copyOf(new LinkedHashSet<>(sorted.stream()
                        .map(SeenPart::inspection)
                        .limit(MOST_EVIDENCE)
                        .toList())),
                station == null ? null : blame(plant, station, since, now));
    }

    /** A machine at which parts are looked at has its findings laid at its own door: that they were seen there says no more. */
    private static @Nullable Blame blame(Plant plant, Clue station, Instant since, Instant now) {
        var machines = Stream.concat(Stream.ofNullable(station.station()), station.others().stream())
                .filter(machine -> plant.cameras().stream()
                        .noneMatch(camera -> camera.machine().equals(machine)))
                .filter(machine -> station.parts().stream()
                        .noneMatch(part -> part.inspectedAt().equals(machine)))
                .toList();
        var sorted = latestFirst(station.parts());
        return machines.isEmpty()
                ? null
                : new Blame(
                        machines,
                        sorted.size(),
                        station.expected(),
                        station.pValue(),
                        begun(sorted, since, now),
                        sorted.getFirst().inspection());
    }

    private static List<SeenPart> latestFirst(List<SeenPart> parts) {
        return parts.stream()
                .sorted(Comparator.comparing(SeenPart::time).reversed())
                .toList();
    }

    private static EquipmentId mostSeenAt(List<SeenPart> parts) {
        var counts = new HashMap<EquipmentId, Integer>();
        parts.forEach(part -> counts.merge(part.inspectedAt(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<EquipmentId, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /** The time from which on the rate differs most from the one before, by likelihood under two constant rates. */
    private static Instant begun(List<SeenPart> latestFirst, Instant from, Instant to) {
        var times = latestFirst.reversed().stream().map(SeenPart::time).toList();
        var best = times.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < times.size(); i++) {
            double earlier = Math.max(1, Duration.between(from, times.get(i)).toSeconds());
            double later = Math.max(1, Duration.between(times.get(i), to).toSeconds());
            int after = times.size() - i;
            double likelihood = after * Math.log(after / later) + (i == 0 ? 0 : i * Math.log(i / earlier));
            boolean rises = i == 0 || after / later > i / earlier;
            if (rises && likelihood > most) {
                most = likelihood;
                best = times.get(i);
            }
        }
        return best;
    }

    private static String words(Map<Clue.Kind, Clue> group, Clue lead, EquipmentId machine) {
        var words = new StringBuilder(String.format(
                Locale.ROOT,
                "%d parts with '%s' where chance makes %.1f",
                lead.parts().size(),
                lead.type(),
                lead.expected()));
        var station = group.get(Clue.Kind.STATION);
        if (station == null) {
            words.append(", seen at ").append(machine.name());
        } else {
            words.append(", over ").append(machine.name());
            if (!station.others().isEmpty()) {
                words.append(" (or, by the same parts, ")
                        .append(String.join(
                                ", ",
                                station.others().stream().map(EquipmentId::name).toList()))
                        .append(")");
            }
        }
        var position = group.get(Clue.Kind.POSITION);
        var lane = group.get(Clue.Kind.LANE);
        if (position != null) {
            words.append(", again and again at one place (")
                    .append(position.words())
                    .append(")");
        }
        if (lane != null) {
            words.append(", on ").append(lane.words());
        }
        if (group.containsKey(Clue.Kind.RATE)) {
            words.append(", more often than before");
        }
        return words.append(
                        position != null
                                ? ": look at the tool or fixture that touches this place."
                                : lane != null
                                        ? ": look at the nest or lane of these parts."
                                        : ": look at this machine first.")
                .toString();
    }
}
