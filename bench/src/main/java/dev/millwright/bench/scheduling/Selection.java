package dev.millwright.bench.scheduling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which instances are measured.
 *
 * @param instances the folder they lie in: the data's root, or any folder below it
 * @param families by whole name, or by a part of it between dashes; empty: all
 * @param sizes such as {@code 20x15}; empty: all
 * @param limit at most this many, spread evenly over what the rest selects
 */
record Selection(Path instances, List<String> families, List<String> sizes, int limit) {

    /** An instance to measure: what is known about it, and its file. */
    record Chosen(BestKnown known, Path file) {}

    /** What is measured, and for each family left out the reason. */
    record Choice(List<Chosen> chosen, Map<String, String> leftOut) {}

    Choice from(List<BestKnown> table) {
        if (!Files.isDirectory(instances)) {
            throw new IllegalArgumentException("There is no folder of instances " + instances
                    + "\nName it with --instances, or set MILLWRIGHT_DATA to a folder with scheduling in it.");
        }
        var families = families(table);
        var chosen = new ArrayList<Chosen>();
        var leftOut = new LinkedHashMap<String, String>();
        for (var known : table) {
            var file = file(known.file());
            if (file == null
                    || !families.contains(known.family())
                    || !(sizes.isEmpty() || sizes.contains(known.size()))) {
                continue;
            }
            var reason = LeftOut.why(known);
            if (reason == null) {
                chosen.add(new Chosen(known, file));
            } else {
                leftOut.put(known.family(), reason);
            }
        }
        if (chosen.isEmpty()) {
            throw nothing(table, leftOut);
        }
        return new Choice(spread(chosen), leftOut);
    }

    private Set<String> families(List<BestKnown> table) {
        var all = new LinkedHashSet<String>();
        table.forEach(known -> all.add(known.family()));
        return families.isEmpty() ? all : named(all);
    }

    private Set<String> named(Set<String> all) {
        var named = new LinkedHashSet<String>();
        for (var family : families) {
            var matches = all.contains(family)
                    ? List.of(family)
                    : all.stream()
                            .filter(name -> ("-" + name + "-").contains("-" + family + "-"))
                            .toList();
            if (matches.isEmpty()) {
                throw new IllegalArgumentException("There is no family '" + family + "'.\nKnown are " + all + ".");
            }
            named.addAll(matches);
        }
        return named;
    }

    /** The file of this path below the folder, or below one the folder itself lies in; null when it is not there. */
    private @Nullable Path file(String relative) {
        var folder = instances.toAbsolutePath().normalize();
        for (Path root = folder; root != null; root = root.getParent()) {
            var file = root.resolve(relative);
            if (file.startsWith(folder) && Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    private List<Chosen> spread(List<Chosen> all) {
        if (limit >= all.size()) {
            return all;
        }
        var some = new ArrayList<Chosen>();
        for (int i = 0; i < limit; i++) {
            some.add(all.get((int) ((long) i * all.size() / limit)));
        }
        return some;
    }

    private IllegalArgumentException nothing(List<BestKnown> table, Map<String, String> leftOut) {
        if (leftOut.isEmpty()) {
            return new IllegalArgumentException("None of the table's " + table.size() + " instances below " + instances
                    + " is of family " + orAll(families) + " and size " + orAll(sizes)
                    + ".\nLook into the table of bounds for what there is.");
        }
        Function<Map.Entry<String, String>, String> words = entry -> entry.getKey() + ": " + entry.getValue();
        return new IllegalArgumentException("Not measured are "
                + String.join("; ", leftOut.entrySet().stream().map(words).toList()) + ".\nName other families.");
    }

    private static String orAll(List<String> names) {
        return names.isEmpty() ? "any" : String.join(" or ", names);
    }
}
