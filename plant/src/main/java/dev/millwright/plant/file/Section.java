package dev.millwright.plant.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping of the file: hands out its values, remembers what was asked for, and reports whatever else is there. */
final class Section {

    private final String what;
    private final Node node;
    private final Problems problems;
    private final int problemsBefore;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** Reads a mapping; anything else is a mistake and reads as an empty one. */
    Section(String what, Node node, Problems problems) {
        this.what = what;
        this.node = node;
        this.problems = problems;
        this.problemsBefore = problems.count();
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, "%s is not a set of keys.\nWrite 'key: value' lines here.".formatted(what));
            return;
        }
        for (var entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, entry.getValueNode()) != null) {
                problems.add(entry.getKeyNode(), "Key '%s' is given twice.\nKeep one of them.".formatted(key));
            }
            keys.put(key, entry.getKeyNode());
        }
    }

    Node node() {
        return node;
    }

    /** Where a value stands, or the whole section when it is missing. */
    Node place(String key) {
        return values.getOrDefault(key, node);
    }

    boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    Set<String> names() {
        return values.keySet();
    }

    /** A value that must be there. */
    <T> T need(String key, Function<String, T> parser, T ifBroken) {
        if (!has(key) && node instanceof MappingNode) {
            problems.add(node, "%s has no '%s'.\nAdd the key '%s'.".formatted(what, key, key));
        }
        return take(key, parser, ifBroken);
    }

    /** A value with a default. */
    <T> T take(String key, Function<String, T> parser, T otherwise) {
        T value = maybe(key, parser);
        return value == null ? otherwise : value;
    }

    /** A value that may be missing. */
    <T> @Nullable T maybe(String key, Function<String, T> parser) {
        if (!has(key)) {
            return null;
        }
        return scalar(place(key), key, parser);
    }

    /** A list of words, also as one word. */
    List<String> words(String key) {
        if (!has(key)) {
            return List.of();
        }
        var nodes = place(key) instanceof SequenceNode sequence ? sequence.getValue() : List.of(place(key));
        var words = new ArrayList<String>();
        for (var word : nodes) {
            String text = scalar(word, key, Values::text);
            if (text != null) {
                words.add(text);
            }
        }
        return words;
    }

    /** The mappings of a list. */
    List<Section> list(String key, String each) {
        if (!has(key)) {
            return List.of();
        }
        if (!(place(key) instanceof SequenceNode sequence)) {
            problems.add(place(key), "'%s' is no list.\nBegin each entry with '- '.".formatted(key));
            return List.of();
        }
        return sequence.getValue().stream()
                .map(entry -> new Section(named(each, entry), entry, problems))
                .toList();
    }

    /** The mapping under a key, or {@code null}. */
    @Nullable
    Section section(String key, String name) {
        return has(key) ? new Section(name, place(key), problems) : null;
    }

    /** Builds what the section describes, unless it has a mistake; the record's own refusals become mistakes here. */
    <T> @Nullable T build(Supplier<T> maker) {
        reportUnknownKeys();
        if (problems.count() > problemsBefore) {
            return null;
        }
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            problems.add(node, String.valueOf(e.getMessage()));
            return null;
        }
    }

    <T> void build(List<T> into, Supplier<T> maker) {
        T built = build(maker);
        if (built != null) {
            into.add(built);
        }
    }

    private void reportUnknownKeys() {
        keys.forEach((key, at) -> {
            if (!known.contains(key)) {
                problems.add(at, "'%s' is no key of %s.\n%s".formatted(key, article(), Problems.suggest(key, known)));
            }
        });
    }

    private <T> @Nullable T scalar(Node value, String key, Function<String, T> parser) {
        if (!(value instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            problems.add(value, "'%s' is not a single value.\nWrite one value after '%s:'.".formatted(key, key));
            return null;
        }
        try {
            return parser.apply(scalar.getValue());
        } catch (IllegalArgumentException e) {
            problems.add(value, "%s: %s".formatted(key, e.getMessage()));
            return null;
        }
    }

    private String article() {
        return Character.toLowerCase(what.charAt(0)) + what.substring(1);
    }

    private static String named(String each, Node entry) {
        if (entry instanceof MappingNode mapping) {
            for (var pair : mapping.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode key
                        && (key.getValue().equals("id") || key.getValue().equals("name"))
                        && pair.getValueNode() instanceof ScalarNode value) {
                    return "%s '%s'".formatted(each, value.getValue());
                }
            }
        }
        return "This " + Character.toLowerCase(each.charAt(0)) + each.substring(1);
    }
}
