package dev.millwright.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.millwright.twin.TwinUnavailable;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where what went wrong becomes a {@link Problem}. */
public final class Problems {

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    private Problems() {}

    public static Problem of(Throwable thrown, String method, String path) {
        return switch (thrown) {
            case ProblemException known -> known.problem().at(path);
            case WebApplicationException web
            when web.getCause() instanceof ProblemException known ->
                known.problem().at(path);
            case CompletionException waited
            when waited.getCause() instanceof TwinUnavailable down ->
                told(ProblemKind.UNAVAILABLE, down.getMessage()).at(path);
            case JsonProcessingException json -> json(json).at(path);
            case WebApplicationException web
            when web.getCause() instanceof JsonProcessingException json ->
                json(json).at(path);
            // A parameter that cannot be read is no missing page, whatever Jakarta REST makes of it.
            case WebApplicationException web
            when web.getCause() != null && isOfTheSender(web) ->
                unreadable(web.getCause()).at(path);
            case WebApplicationException web ->
                ofStatus(web.getResponse().getStatus(), method, path).at(path);
            case IllegalArgumentException mistake ->
                told(ProblemKind.INVALID_REQUEST, mistake.getMessage()).at(path);
            default -> internal(thrown, method, path);
        };
    }

    /** A problem the framework found, told in our words. */
    public static Problem ofStatus(int status, String method, String path) {
        var kind = ProblemKind.ofStatus(status);
        String detail =
                switch (kind) {
                    case NOT_FOUND -> "Nothing answers to %s %s.".formatted(method, path);
                    case METHOD_NOT_ALLOWED -> "%s cannot be asked for with %s.".formatted(path, method);
                    case NOT_ACCEPTABLE -> "%s cannot be given in the form the Accept header asks for.".formatted(path);
                    case UNSUPPORTED_MEDIA_TYPE ->
                        "%s %s does not take a body of this Content-Type.".formatted(method, path);
                    case TOO_LARGE -> "The request to %s is larger than this server takes.".formatted(path);
                    default -> "%s %s ended with status %d.".formatted(method, path, status);
                };
        String cure =
                switch (kind) {
                    case TOO_LARGE -> "Send less at once, or raise quarkus.http.limits.max-body-size.";
                    case UNSUPPORTED_MEDIA_TYPE -> "Send application/json, or multipart/form-data for images.";
                    default -> "All routes, methods and forms stand under /openapi; /docs shows them.";
                };
        var problem = Problem.of(kind, detail, cure, List.of());
        return kind.status() == status
                ? problem
                : new Problem(problem.type(), problem.title(), status, detail, null, cure, List.of());
    }

    /** A problem out of a message of ours: what is wrong, and on the next line a cure. */
    public static Problem told(ProblemKind kind, @Nullable String message) {
        String words = message == null ? kind.title() + "." : message;
        int end = words.indexOf('\n');
        return end < 0
                ? Problem.of(kind, words, null, List.of())
                : Problem.of(kind, words.substring(0, end), words.substring(end + 1), List.of());
    }

    private static Problem json(JsonProcessingException thrown) {
        var place = thrown.getLocation();
        Integer line = place == null || place.getLineNr() < 1 ? null : place.getLineNr();
        Integer column = place == null || place.getColumnNr() < 1 ? null : place.getColumnNr();
        String field = thrown instanceof JsonMappingException mapping ? pathOf(mapping) : "";
        String what = words(thrown);
        String detail = (field.isEmpty() ? "" : "Field '" + field + "': ")
                + what
                + (line == null ? "" : " (line " + line + ", column " + column + ")");
        String cure =
                switch (thrown) {
                    case StreamReadException broken -> "Check commas, quotes and brackets at that place.";
                    default -> "Compare the body with its schema under /openapi.";
                };
        return Problem.of(
                ProblemKind.MALFORMED_JSON, detail, cure, List.of(new Problem.Flaw(field, what, line, column)));
    }

    private static String words(JsonProcessingException thrown) {
        if (thrown instanceof InvalidFormatException format) {
            var type = format.getTargetType();
            return type != null && type.isEnum()
                    ? "'%s' is none of %s.".formatted(format.getValue(), List.of(type.getEnumConstants()))
                    : "'%s' is not %s.".formatted(format.getValue(), type == null ? "such a value" : kind(type));
        }
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return "There is no such field; there are %s.".formatted(unknown.getKnownPropertyIds());
        }
        if (thrown instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "It has to be %s.".formatted(kind(mismatch.getTargetType()));
        }
        String message = thrown.getOriginalMessage();
        return message == null
                ? "it cannot be read."
                : message.lines().findFirst().orElse(message);
    }

    /** What JSON calls a value of this type: nobody outside knows our classes. */
    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-22T08:00:00Z";
        }
        return type == String.class ? "a text" : Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String pathOf(JsonMappingException thrown) {
        return thrown.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static boolean isOfTheSender(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        return status == 400 || status == 404;
    }

    private static Problem unreadable(Throwable cause) {
        String words = cause.getMessage() == null ? "no reason is known" : cause.getMessage();
        return Problem.of(
                ProblemKind.INVALID_REQUEST,
                "A parameter cannot be read: " + words,
                "Times look like 2026-11-22T08:00:00Z, numbers have digits only; /docs shows each parameter.",
                List.of());
    }

    private static Problem internal(Throwable thrown, String method, String path) {
        LOG.log(System.Logger.Level.ERROR, method + " " + path + " failed", thrown);
        return Problem.of(
                        ProblemKind.INTERNAL_ERROR,
                        "%s %s failed on our side.".formatted(method, path),
                        "The server's log names the cause; please report it with the time of the request.",
                        List.of())
                .at(path);
    }
}
