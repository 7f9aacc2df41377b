package dev.millwright.gateway.rest;

import dev.millwright.gateway.problem.ProblemException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one word of a few out of a parameter, in capitals or not, and names the words there are. */
@Provider
public final class Words implements ParamConverterProvider {

    /** Made by the framework. */
    public Words() {}

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        T[] words = type.getEnumConstants();
        return words == null ? null : new Word<>(List.of(words));
    }

    private record Word<T>(List<T> words) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return words.stream()
                    .filter(word -> word.toString().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(
                            "query", "'%s' is none of %s".formatted(text, Arrays.toString(words.toArray()))));
        }

        @Override
        public String toString(T word) {
            return word.toString();
        }
    }
}
