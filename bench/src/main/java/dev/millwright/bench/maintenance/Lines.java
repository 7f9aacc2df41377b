package dev.millwright.bench.maintenance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a data file, packed or not, and the numbers in them. */
final class Lines {

    private Lines() {}

    /** All lines of a file; one whose name ends in {@code .gz} is unpacked. */
    static List<String> of(Path file, String cure) {
        try (InputStream bytes = Files.newInputStream(file);
                var reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.ISO_8859_1))) {
            return reader.lines().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s\n%s".formatted(file, e.getMessage(), cure), e);
        }
    }

    /** The number in a cell; lines count from 1. */
    static double number(Path file, int line, String column, String text) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(file, line, column, text, e);
        }
        throw wrong(file, line, column, text, null);
    }

    private static IllegalArgumentException wrong(
            Path file, int line, String column, String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s line %d, column %s says '%s'.\nA number belongs there; fetch the file again."
                        .formatted(file, line, column, text),
                cause);
    }
}
