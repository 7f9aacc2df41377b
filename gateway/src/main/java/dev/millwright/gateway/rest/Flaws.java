package dev.millwright.gateway.rest;

import dev.millwright.gateway.problem.Problem;
import dev.millwright.gateway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects all that is wrong with a request, so that its sender corrects it once. */
final class Flaws {

    private static final int LONGEST = 500;

    private final List<Problem.Flaw> found = new ArrayList<>();

    Flaws check(boolean right, String field, String detail) {
        if (!right) {
            found.add(Problem.Flaw.of(field, detail));
        }
        return this;
    }

    /** The value, noting it when it is missing. */
    <T> @Nullable T need(@Nullable T value, String field) {
        check(value != null && !(value instanceof String text && text.isBlank()), field, "is missing");
        return value;
    }

    /** Notes a text that is too long to be read on a screen. */
    Flaws brief(@Nullable String text, String field) {
        return check(
                text == null || text.length() <= LONGEST,
                field,
                "has more than %d characters; say it shorter".formatted(LONGEST));
    }

    void end() {
        if (!found.isEmpty()) {
            throw ProblemException.invalid(found);
        }
    }

    /** The body itself, or a problem when there was none. */
    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw ProblemException.invalid("body", "is missing; send JSON");
        }
        return body;
    }
}
