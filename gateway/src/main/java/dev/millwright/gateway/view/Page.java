package dev.millwright.gateway.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Part of a collection.
 *
 * @param next the cursor to ask for the next part with; null when this is the last
 * @param total how many there are in all; left out where that is not known
 */
public record Page<T>(
        List<T> items,
        @Schema(nullable = true) @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {}
