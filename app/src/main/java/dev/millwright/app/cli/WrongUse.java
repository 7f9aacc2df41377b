package dev.millwright.app.cli;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A word on the command line that no run could follow: exit code 2, and the way to the help. */
final class WrongUse {

    private WrongUse() {}

    /** Refuses an option's value unless it makes sense. */
    static void unless(boolean sensible, @Nullable CommandSpec spec, String words) {
        if (!sensible) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli gives it").commandLine(), words);
        }
    }

    /** What an option says, where its reader's refusal is a wrong use. */
    static <T> T unlessRead(@Nullable CommandSpec spec, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli gives it").commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
