package dev.millwright.vision;

import dev.millwright.vision.difference.BitMask;
import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Location;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Compares the image of a board with its template and names what differs.
 *
 * <p>Both are binarised, the template is shifted and bent onto the image, differences thicker than the jitter of an
 * edge become blobs, and what a blob touches tells its type. An inspector keeps nothing between two calls and may
 * serve many threads.
 */
public final class Inspector {
    private final InspectorSettings settings;
    private final InstantSource clock;

    /** An inspector that tells how long it took by the given clock. */
    public Inspector(InspectorSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Finds the defects of an image that shows the same board, at the same size, as the template.
     *
     * @throws WrongTemplateException when both differ in size, or so much that they cannot be the same board
     */
    public Inspection inspect(Frame image, Frame template) {
        if (image.width() != template.width() || image.height() != template.height()) {
            throw new WrongTemplateException("image of " + size(image) + " against a template of " + size(template)
                    + "\nTake the template with the same camera, or scale one of both.");
        }
        var started = clock.instant();
        var comparison = Comparison.of(
                image, template, settings.darkCopper(), settings.searchRadiusPx(), settings.bendRadiusPx());
        double mismatch = comparison.mismatch();
        refuseAnotherBoard(mismatch);
        var findings = findings(comparison);
        return new Inspection(
                findings,
                findings.isEmpty() ? Inspection.Verdict.PASS : Inspection.Verdict.FAIL,
                comparison.offset(),
                mismatch,
                Duration.between(started, clock.instant()));
    }

    private void refuseAnotherBoard(double mismatch) {
        if (mismatch > settings.mostMismatch()) {
            throw new WrongTemplateException(String.format(
                    Locale.ROOT,
                    "image and template differ in %.0f %% of their pixels, %.0f %% is the limit\n"
                            + "Check that the board is in place and the template is this product's.",
                    100 * mismatch,
                    100 * settings.mostMismatch()));
        }
    }

    private List<Finding> findings(Comparison comparison) {
        return comparison.differences(settings.mergeGapPx()).stream()
                .map(blob -> finding(blob, comparison.image(), comparison.template()))
                .filter(finding -> finding.score() >= settings.leastScore())
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .toList();
    }

    private Finding finding(Blob blob, BitMask seen, BitMask aligned) {
        var surroundings = Surroundings.of(blob, seen, aligned, settings);
        var type = surroundings.type(blob.extra);
        return new Finding(
                type,
                box(blob.box, seen.width, seen.height),
                blob.area(),
                Sureness.of(blob, aligned),
                settings.severity().of(type, blob.area()),
                Location.of(blob.box, seen.width, seen.height),
                surroundings.reason(blob));
    }

    /** The margin people leave around a defect, and more around a tiny one. */
    private Box box(Box tight, int width, int height) {
        int across = Math.max(settings.marginPx(), (settings.leastSidePx() - tight.width() + 1) / 2);
        int down = Math.max(settings.marginPx(), (settings.leastSidePx() - tight.height() + 1) / 2);
        return new Box(
                Math.max(0, tight.left() - across),
                Math.max(0, tight.top() - down),
                Math.min(width, tight.right() + across),
                Math.min(height, tight.bottom() + down));
    }

    private static String size(Frame frame) {
        return String.format(Locale.ROOT, "%d x %d pixels", frame.width(), frame.height());
    }
}
