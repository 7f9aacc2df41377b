package dev.millwright.gateway;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How an order to the floor ended; a refusal is expected and no exception. */
public sealed interface Outcome<T> {

    /** It is done, and this came of it. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The present state does not allow it. */
    record Refused<T>(String why, @Nullable String cure) implements Outcome<T> {}

    /** What it needs is not there now, such as a model or a solver. */
    record Unavailable<T>(String why, @Nullable String cure) implements Outcome<T> {}

    /** What came along cannot be worked on, such as a picture that is damaged or blurred. */
    record Unfit<T>(String why, @Nullable String cure) implements Outcome<T> {}

    /** What follows from it once it is done; else why it is not. */
    default <R> Outcome<R> then(Function<T, R> step) {
        return switch (this) {
            case Done<T>(var value) -> done(step.apply(value));
            case Refused<T>(var why, var cure) -> new Refused<>(why, cure);
            case Unavailable<T>(var why, var cure) -> new Unavailable<>(why, cure);
            case Unfit<T>(var why, var cure) -> new Unfit<>(why, cure);
        };
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String why) {
        return new Refused<>(why, null);
    }

    /** Unfit for what a message says on its first line, with the cure on its second. */
    static <T> Outcome<T> unfit(String message) {
        String[] lines = message.split("\n", 2);
        return new Unfit<>(lines[0], lines.length > 1 ? lines[1] : null);
    }

    static <T> Outcome<T> unavailable(String why) {
        return new Unavailable<>(why, null);
    }
}
