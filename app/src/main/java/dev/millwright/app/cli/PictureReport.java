package dev.millwright.app.cli;

import dev.millwright.vision.evaluation.PictureRun;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a trained model said of pictures, for people and for a file. */
final class PictureReport {
    private PictureReport() {}

    /** A picture, as soon as it is judged. */
    static void line(PictureRun.Row row, PrintWriter out) {
        out.printf(
                "%-28s%-10s %s%n", row.name(), row.seen().verdict(), row.seen().words());
        out.flush();
    }

    /** All of them together. */
    static void summary(PictureRun run, PrintWriter out) {
        var verdicts = run.verdicts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT, "pictures inspected          %d (%s)%n", run.rows().size(), verdicts);
        out.printf(Locale.ROOT, "time a picture              %.1f ms median%n", run.medianMillis());
        run.unreadable().forEach(reason -> out.printf("left out: %s%n", reason.replace('\n', ' ')));
    }

    static Map<String, Number> metrics(PictureRun run) {
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("pictures", run.rows().size());
        run.verdicts()
                .forEach((verdict, count) -> metrics.put(
                        "pictures_" + verdict.toLowerCase(Locale.ROOT).replace(' ', '_'), count));
        metrics.put("pictures_unreadable", run.unreadable().size());
        metrics.put("inspect_ms_p50", run.medianMillis());
        return metrics;
    }

    static List<Map<String, Object>> rows(PictureRun run) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : run.rows()) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("picture", row.name());
            figures.put("verdict", row.seen().verdict());
            figures.putAll(row.seen().figures());
            rows.add(figures);
        }
        return rows;
    }
}
