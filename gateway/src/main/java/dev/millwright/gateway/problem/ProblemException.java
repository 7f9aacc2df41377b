package dev.millwright.gateway.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public static ProblemException of(ProblemKind kind, String detail, @Nullable String cure) {
        return new ProblemException(Problem.of(kind, detail, cure, List.of()));
    }

    /** A problem out of a message of ours: what is wrong, and on the next line a cure. */
    public static ProblemException told(ProblemKind kind, String message) {
        return new ProblemException(Problems.told(kind, message));
    }

    /** There is nothing of this kind by this name. */
    public static ProblemException notFound(String what, String id, String collection) {
        return of(
                ProblemKind.NOT_FOUND,
                "There is no %s '%s'.".formatted(what, id),
                "GET %s lists what there is.".formatted(collection));
    }

    /** The request's fields are wrong, all of them named. */
    public static ProblemException invalid(List<Problem.Flaw> flaws) {
        String detail = flaws.size() == 1
                ? flaws.getFirst().field() + ": " + flaws.getFirst().detail()
                : "%d fields are wrong.".formatted(flaws.size());
        return new ProblemException(
                Problem.of(ProblemKind.INVALID_REQUEST, detail, "Correct the fields listed under 'errors'.", flaws));
    }

    public static ProblemException invalid(String field, String detail) {
        return invalid(List.of(Problem.Flaw.of(field, detail)));
    }

    public Problem problem() {
        return problem;
    }
}
