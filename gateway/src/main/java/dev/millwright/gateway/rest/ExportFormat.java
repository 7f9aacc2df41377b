package dev.millwright.gateway.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms a plan can be taken away in. */
enum ExportFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV("text/csv"),
    ICS("text/calendar"),
    SVG("image/svg+xml");

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.valueOf(type);
    }

    /** How a file of it ends. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first that somebody accepts, by their own order of preference. */
    static ExportFormat of(List<MediaType> acceptable) {
        return acceptable.stream()
                .flatMap(wanted -> Arrays.stream(values()).filter(format -> wanted.isCompatible(format.type())))
                .findFirst()
                .orElse(JSON);
    }
}
