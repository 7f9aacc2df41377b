package dev.millwright.twin;

import org.jspecify.annotations.Nullable;

/** The twin cannot make events durable any more (disk full, disk error, closed) and takes none until it is reopened. */
public final class TwinUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TwinUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
