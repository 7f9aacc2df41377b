package dev.millwright.gateway.problem;

import java.util.Locale;

/** The kinds of problem there are, each with its status. */
public enum ProblemKind {
    INVALID_REQUEST(400, "The request is not valid"),
    MALFORMED_JSON(400, "The JSON cannot be read"),
    KEY_REQUIRED(401, "A key is required"),
    FORBIDDEN_ORIGIN(403, "This origin may not connect"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not done this way"),
    NOT_ACCEPTABLE(406, "Not available in this form"),
    CONFLICT(409, "The present state does not allow it"),
    CHANGED_MEANWHILE(412, "Changed meanwhile"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Not understood in this form"),
    UNFIT(422, "Not fit to be worked on"),
    INTERNAL_ERROR(500, "A fault of ours"),
    UNAVAILABLE(503, "Not available now");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind for a bare status, as the framework raises it. */
    static ProblemKind ofStatus(int status) {
        for (var kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
