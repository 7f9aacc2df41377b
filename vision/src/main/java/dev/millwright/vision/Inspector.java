package dev.millwright.vision;

import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.image.Frame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Compares the image of a board with its template and names what differs.
 *
 * <p>Both are binarised, the template is shifted and bent onto the image, differences thicker than the jitter of an
 * edge become blobs, and of each a trained model or a set of rules tells what it is. An inspector keeps nothing between two calls and may
 * serve many threads.
 */
public final class Inspector {
    private final InspectorSettings settings;
    private final Expert expert;
    private final InstantSource clock;

    private Inspector(InspectorSettings settings, Expert expert, InstantSource clock) {
        this.settings = settings;
        this.expert = expert;
        this.clock = clock;
    }

    /** An inspector that goes by rules on what touches a difference; it tells how long it took by the given clock. */
    public Inspector(InspectorSettings settings, InstantSource clock) {
        this(settings, new Rules(settings), clock);
    }

    /** An inspector that goes by a trained model and tells what that holds likely enough; without a model, by rules. */
    public static Inspector by(@Nullable JudgeModel model, InspectorSettings settings, InstantSource clock) {
        return model == null
                ? new Inspector(settings, clock)
                : new Inspector(settings.withLeastScore(model.leastScore()), model.judge(), clock);
    }

    /** An inspector that asks a trained model of each difference. */
    public Inspector(InspectorSettings settings, Judge judge, InstantSource clock) {
        this(settings, new Trained(judge, settings), clock);
    }

    /** An inspector that asks a trained network for all defects at once. */
    public Inspector(InspectorSettings settings, DenseDetector detector, InstantSource clock) {
        this(settings, new Seen(detector, settings), clock);
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
        var comparison = settings.compare(image, template);
        double mismatch = comparison.mismatch();
        refuseAnotherBoard(mismatch);
        var findings = expert.findings(comparison).stream()
                .filter(finding -> finding.score() >= settings.leastScore())
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .toList();
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

    private static String size(Frame frame) {
        return String.format(Locale.ROOT, "%d x %d pixels", frame.width(), frame.height());
    }
}
