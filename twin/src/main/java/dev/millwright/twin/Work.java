package dev.millwright.twin;

import org.jspecify.annotations.Nullable;

/** What a machine was busy with: an operation, a maintenance wish, or nothing. */
public record Work(@Nullable String lot, @Nullable String task) {

    static final Work NONE = new Work(null, null);

    boolean busy() {
        return task != null;
    }
}
