package dev.millwright.plant.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** The names a file declares and the places that use them, so that each dangling one is told where it stands. */
final class Names {

    private record Use(String kind, String name, String by, Node at) {}

    private final Map<String, Map<String, Node>> declared = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final Problems problems;

    Names(Problems problems) {
        this.problems = problems;
    }

    /** Declares a name that must be the only one of its kind. */
    void declare(String kind, String name, Node at) {
        if (missing(name)) {
            return;
        }
        Node earlier = names(kind).putIfAbsent(name, at);
        if (earlier != null) {
            problems.add(
                    at,
                    "The %s '%s' is declared twice, first on line %d.\nGive each %s a name of its own."
                            .formatted(kind, name, earlier.getStartMark().getLine() + 1, kind));
        }
    }

    /** Declares a name that many may share. */
    void offer(String kind, String name, Node at) {
        names(kind).putIfAbsent(name, at);
    }

    void use(String kind, String name, String by, Node at) {
        if (!missing(name)) {
            uses.add(new Use(kind, name, by, at));
        }
    }

    /** Reports every use of a name that nothing declares. */
    void check() {
        for (var use : uses) {
            var names = names(use.kind()).keySet();
            if (!names.contains(use.name())) {
                problems.add(
                        use.at(),
                        "%s '%s' that %s names does not exist.\n%s"
                                .formatted(
                                        title(use.kind()), use.name(), use.by(), Problems.suggest(use.name(), names)));
            }
        }
    }

    private Map<String, Node> names(String kind) {
        return declared.computeIfAbsent(kind, unseen -> new LinkedHashMap<>());
    }

    /** What stands in for a name that could not be read: its own mistake is told already. */
    private static boolean missing(String name) {
        return name.isEmpty() || name.equals(PlantReader.NOWHERE.path());
    }

    private static String title(String kind) {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }
}
