package dev.millwright.scheduling.formats;

import dev.millwright.plant.file.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A set of fields being read: hands out its values, remembers what was asked for, and refuses whatever else is there. */
final class Section {
    private final Json.Fields fields;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(Json.Fields fields) {
        this.fields = fields;
    }

    /** @param wanted what the set of fields should be, such as 'a machine' */
    static Section of(Json value, String wanted) {
        if (value instanceof Json.Fields fields) {
            return new Section(fields);
        }
        throw value.unexpected(wanted + " as a set of fields {...}", "Write \"field\": value pairs between braces.");
    }

    Place place() {
        return fields.place();
    }

    /** Where a field's value stands, or the whole section when it is missing. */
    Place place(String field) {
        var value = fields.values().get(field);
        return value == null ? fields.place() : value.place();
    }

    boolean has(String field) {
        return maybe(field) != null;
    }

    /** The value of a field that may be missing; {@code null} counts as missing. */
    @Nullable
    Json maybe(String field) {
        known.add(field);
        var value = fields.values().get(field);
        return value instanceof Json.Word(var _, var word) && word.equals("null") ? null : value;
    }

    /** The value of a field that must be there. */
    Json need(String field, String what) {
        var value = maybe(field);
        if (value == null) {
            for (var name : fields.names().entrySet()) {
                if (!known.contains(name.getKey())
                        && Spelling.nearest(name.getKey(), List.of(field)).isPresent()) {
                    throw unknown(name.getKey(), name.getValue());
                }
            }
            throw place().trouble("the field '" + field + "' is missing, expected " + what, "Add \"" + field + "\".");
        }
        return value;
    }

    <T> T take(String field, T otherwise, Function<Json, T> reader) {
        var value = maybe(field);
        return value == null ? otherwise : reader.apply(value);
    }

    <T> @Nullable T maybe(String field, Function<Json, T> reader) {
        var value = maybe(field);
        return value == null ? null : reader.apply(value);
    }

    /** The values of a list; empty when it is missing. */
    <T> List<T> list(String field, Function<Json, T> reader) {
        return take(field, List.of(), value -> Values.items(value, "a list", reader));
    }

    /** All fields by name, whatever they are called: for tables with names of the user's own. */
    Map<String, Json> all() {
        known.addAll(fields.values().keySet());
        return fields.values();
    }

    /** What the section describes, if it holds nothing else; the record's own refusal gets the section's place. */
    <T> T build(Supplier<T> maker) {
        fields.names().forEach((name, at) -> {
            if (!known.contains(name)) {
                throw unknown(name, at);
            }
        });
        try {
            return maker.get();
        } catch (IllegalArgumentException refused) {
            throw place().trouble(refused);
        }
    }

    private Misread unknown(String name, Place at) {
        var cure = Spelling.nearest(name, known)
                .map("Did you mean '%s'?"::formatted)
                .orElseGet(() -> "Known here: " + String.join(", ", known) + ".");
        return at.trouble("found the unknown field '" + name + "'", cure);
    }
}
