package dev.millwright.vision.evaluation;

import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspection;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run over a folder found.
 *
 * @param rows one for each board inspected
 * @param unreadable boards that could not be inspected, with the reason
 * @param score how the findings meet the annotations; null when no board has any
 */
public record InspectReport(
        List<Row> rows, List<String> unreadable, @Nullable DetectionScore score) {
    /** One board. */
    public record Row(String name, Inspection inspection) {}

    public InspectReport {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /** The same report, with more pictures that were left out and why. */
    InspectReport withLeftOut(List<String> more) {
        return new InspectReport(
                rows, Stream.concat(unreadable.stream(), more.stream()).toList(), score);
    }

    /** Boards with at least one finding. */
    public int failed() {
        return (int) rows.stream()
                .filter(row -> row.inspection().verdict() == Inspection.Verdict.FAIL)
                .count();
    }

    /** The time below which a fraction of the boards stayed, without reading files, in milliseconds. */
    public double elapsedMs(double quantile) {
        double[] sorted = rows.stream()
                .mapToDouble(row -> row.inspection().elapsed().toNanos() / 1e6)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.round(quantile * (sorted.length - 1))];
    }

    /** The figures by stable keys, for a JSON file. */
    public Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("boards", (double) rows.size());
        metrics.put("boards_failed", (double) failed());
        metrics.put("boards_unreadable", (double) unreadable.size());
        metrics.put("inspect_ms_p50", elapsedMs(0.5));
        metrics.put("inspect_ms_p99", elapsedMs(0.99));
        if (score != null) {
            metrics.put("defects", (double) score.defects());
            metrics.put("findings", (double) score.findings());
            metrics.put("recall", score.recall());
            metrics.put("precision", score.precision());
            metrics.put("f", score.f());
            metrics.put("recall_typed", score.recallTyped());
            metrics.put("precision_typed", score.precisionTyped());
            metrics.put("f_typed", score.fTyped());
            metrics.put("false_findings_per_board", score.falseFindingsPerBoard());
            for (var type : DefectType.values()) {
                metrics.put("recall_" + type.name().toLowerCase(Locale.ROOT), score.recall(type));
            }
        }
        return metrics;
    }

    /** The report for a terminal. */
    public String text() {
        var text = new Formatter(new StringBuilder(), Locale.ROOT);
        text.format("boards inspected            %d (%d failed)\n", rows.size(), failed());
        text.format("time a board                %.1f ms median, %.1f ms p99\n", elapsedMs(0.5), elapsedMs(0.99));
        if (score != null) {
            text.format("annotated defects           %d\n", score.defects());
            text.format(
                    "recall at IoU 0.33          %.4f (with the right type %.4f)\n",
                    score.recall(), score.recallTyped());
            text.format("false findings per board    %.3f\n", score.falseFindingsPerBoard());
            text.format("precision                   %.4f (typed %.4f)\n", score.precision(), score.precisionTyped());
            text.format("F                           %.4f (typed %.4f)\n", score.f(), score.fTyped());
            confusion(text, score);
        } else {
            rows.forEach(row -> lines(text, row));
        }
        unreadable.forEach(reason -> text.format("left out: %s\n", reason.replace('\n', ' ')));
        return text.toString();
    }

    private static void lines(Formatter text, Row row) {
        text.format("%-28s%s\n", row.name(), row.inspection().verdict());
        for (var finding : row.inspection().findings()) {
            text.format(
                    "  %-16s %-9s %.2f  %s: %s\n",
                    finding.type().label(), finding.severity(), finding.score(), finding.location(), finding.reason());
        }
    }

    private static void confusion(Formatter text, DetectionScore score) {
        text.format("\n%-12s%8s%8s   found and called\n", "type", "there", "recall");
        for (var type : DefectType.values()) {
            var called = new StringBuilder();
            var row = score.confusion().getOrDefault(type, Map.of());
            for (var name : DefectType.values()) {
                called.append(String.format(Locale.ROOT, "%10s %d", name, row.getOrDefault(name, 0)));
            }
            int there = score.defectsByType().getOrDefault(type, 0);
            text.format("%-12s%8d%8.4f%s\n", type, there, score.recall(type), called);
        }
    }
}
