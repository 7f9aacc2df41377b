package dev.millwright.app.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.millwright.plant.event.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement found, in the one shape all of them share: what, commit, machine, started, seconds, settings,
 * metrics (flat keys to numbers) and rows.
 */
public record MeasureFile(
        String what,
        String commit,
        String machine,
        Instant started,
        double seconds,
        Map<String, Object> settings,
        Map<String, ? extends Number> metrics,
        List<Map<String, Object>> rows) {

    private static final double NANOS = 1e9;

    /** Stamps figures with the commit, the machine and the time since {@code startedNanos}. */
    public static MeasureFile of(
            String what,
            Instant started,
            long startedNanos,
            Map<String, Object> settings,
            Map<String, ? extends Number> metrics,
            List<Map<String, Object>> rows) {
        double seconds = (System.nanoTime() - startedNanos) / NANOS;
        return new MeasureFile(what, gitCommit(), thisMachine(), started, seconds, settings, metrics, rows);
    }

    /** Writes the file where one was asked for. */
    public void write(@Nullable Path file) throws IOException {
        if (file != null) {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            var json = EventJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);
            Files.write(file, json.writeValueAsBytes(this));
        }
    }

    /** The figures as a table for the terminal. */
    public String table() {
        var text = new StringBuilder();
        int width = metrics.keySet().stream().mapToInt(String::length).max().orElse(0);
        new LinkedHashMap<>(metrics)
                .forEach((key, value) -> text.append(("  %-" + width + "s  %s%n").formatted(key, number(value))));
        return text.toString();
    }

    private static String number(Number value) {
        double number = value.doubleValue();
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.format(java.util.Locale.ROOT, "%.4g", number);
    }

    /** The commit the measured code was built from, as far as git knows. */
    public static String gitCommit() {
        return firstLine("git", "rev-parse", "--short", "HEAD");
    }

    private static String thisMachine() {
        var runtime = Runtime.getRuntime();
        return "%s %s, %d cores, JDK %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        runtime.availableProcessors(),
                        Runtime.version().feature());
    }

    private static String firstLine(String... command) {
        try {
            var home = System.getenv("MILLWRIGHT_HOME");
            var process = new ProcessBuilder(command)
                    .directory(home == null ? null : Path.of(home).toFile())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                String line = reader.readLine();
                return process.waitFor() == 0 && line != null ? line : "unknown";
            }
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
