package dev.millwright.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 wants it said.
 *
 * @param instance the path that was asked for
 * @param cure what would help
 * @param errors one entry for each thing wrong with the request, when there are several or when it has a place
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(examples = "urn:millwright:problem:not-found")
        String type,

        @Schema(examples = "Not found") String title,
        @Schema(examples = "404") int status,
        @Schema(examples = "There is no order 'O-99'.") String detail,
        @Schema(examples = "/api/v1/orders/O-99") @Nullable String instance,

        @Schema(examples = "GET /api/v1/orders lists them.") @Nullable
        String cure,

        List<Flaw> errors) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One thing wrong with a request: in which field, and where in the text when that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flaw(
            String field,
            String detail,
            @Nullable Integer line,
            @Nullable Integer column) {

        public static Flaw of(String field, String detail) {
            return new Flaw(field, detail, null, null);
        }
    }

    static Problem of(ProblemKind kind, String detail, @Nullable String cure, List<Flaw> errors) {
        return new Problem(
                "urn:millwright:problem:" + kind.slug(), kind.title(), kind.status(), detail, null, cure, errors);
    }

    /** The same problem, seen at a path. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, cure, errors);
    }
}
