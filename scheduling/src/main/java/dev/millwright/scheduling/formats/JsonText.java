package dev.millwright.scheduling.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Parses a JSON text into values that know where they stand. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String name;
    private final JsonParser parser;

    private JsonText(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** @param name what to call the text in messages */
    static Json parse(String name, String text) {
        try (var parser = FACTORY.createParser(text)) {
            return new JsonText(name, parser).whole();
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new Place(name, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), "")
                    .trouble(
                            "this is not JSON: " + broken.getOriginalMessage(),
                            "Look for a missing comma, quote or bracket here or just before.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Json whole() throws IOException {
        var first = parser.nextToken();
        if (first == null) {
            throw new Place(name, 1, 1, "").trouble("the text is empty, expected JSON", "Is it the right file?");
        }
        var value = value(first, "");
        if (parser.nextToken() != null) {
            throw place("").trouble("the text goes on after its end", "Keep one set of fields in a file.");
        }
        return value;
    }

    private Json value(@Nullable JsonToken token, String path) throws IOException {
        var place = place(path);
        return switch (token) {
            case START_OBJECT -> fields(place);
            case START_ARRAY -> items(place);
            case VALUE_STRING -> new Json.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(place, parser.getText());
            case null, default -> new Json.Word(place, parser.getText());
        };
    }

    private Json fields(Place place) throws IOException {
        var values = new LinkedHashMap<String, Json>();
        var names = new LinkedHashMap<String, Place>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var path = place.path().isEmpty() ? field : place.path() + "." + field;
            var at = place(path);
            if (names.putIfAbsent(field, at) != null) {
                throw at.trouble("the field is given twice", "Keep one of the two.");
            }
            values.put(field, value(parser.nextToken(), path));
        }
        return new Json.Fields(place, values, names);
    }

    private Json items(Place place) throws IOException {
        var items = new ArrayList<Json>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, place.path() + "[" + items.size() + "]"));
        }
        return new Json.Items(place, items);
    }

    private Place place(String path) {
        var at = parser.currentTokenLocation();
        return new Place(name, at.getLineNr(), at.getColumnNr(), path);
    }
}
