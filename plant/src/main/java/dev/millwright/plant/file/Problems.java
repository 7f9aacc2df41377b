package dev.millwright.plant.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The mistakes found so far. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds a mistake at a node; the words' first line says what is wrong, the others how to cure it. */
    void add(Node at, String words) {
        add(at.getStartMark(), words);
    }

    void add(Mark at, String words) {
        String[] parts = words.split("\n", 2);
        found.add(new Problem(at.getLine() + 1, at.getColumn() + 1, parts[0], parts.length > 1 ? parts[1] : ""));
    }

    int count() {
        return found.size();
    }

    List<Problem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** The names nearest to a misspelt one, as a question, or all names when none is near. */
    static String suggest(String wrong, Iterable<String> names) {
        return Spelling.nearest(wrong, names)
                .map("Did you mean '%s'?"::formatted)
                .orElseGet(() -> names.iterator().hasNext()
                        ? "There are: %s.".formatted(String.join(", ", names))
                        : "None is declared.");
    }
}
