package dev.millwright.vision.golden;

import dev.millwright.vision.Inspection.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What inspecting the golden samples again gave.
 *
 * @param samples how many there are
 * @param changes those that are no longer told as they should be
 */
public record GoldenReport(int samples, List<Change> changes) {
    /**
     * A sample told otherwise than expected.
     *
     * @param told the verdict; null when there was none
     * @param reason what was found, or why there was no verdict
     */
    public record Change(
            String sample, Verdict expected, @Nullable Verdict told, String reason) {}

    public GoldenReport {
        changes = List.copyOf(changes);
    }

    /** The report for a terminal. */
    public String text() {
        var text = new StringBuilder("golden samples              " + samples + " (" + changes.size() + " changed)\n");
        for (var change : changes) {
            text.append("%s: %s expected, %s told: %s\n"
                    .formatted(
                            change.sample(),
                            change.expected(),
                            change.told() == null ? "nothing" : change.told(),
                            change.reason().replace('\n', ' ')));
        }
        return text.toString();
    }
}
