package dev.millwright.gateway.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The problem inside a request's text. */
final class ProblemText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String FIELD = "problem";

    private ProblemText() {}

    /**
     * The text of the field {@code problem}, with as much empty room before it that every line and column is that of the
     * request: a refusal then points at what was sent. Null when there is none. The text is known to be JSON.
     */
    static @Nullable String of(String body) {
        try (var parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = FIELD.equals(parser.currentName());
                var value = parser.nextToken();
                var begin = parser.currentTokenLocation();
                parser.skipChildren();
                if (wanted && value != JsonToken.VALUE_NULL) {
                    int end = value.isStructStart()
                            ? offset(parser.currentLocation().getCharOffset())
                            : body.length();
                    return "\n".repeat(begin.getLineNr() - 1)
                            + " ".repeat(begin.getColumnNr() - 1)
                            + body.substring(offset(begin.getCharOffset()), end);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read", e);
        }
    }

    private static int offset(long offset) {
        return Math.toIntExact(offset);
    }
}
