package dev.millwright.loop.quality;

import dev.millwright.plant.Camera;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Verdict;
import dev.millwright.vision.eye.Eye;
import dev.millwright.vision.eye.Sight;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at a part.
 *
 * @param sight all that the eye saw
 * @param findings what of it rejects the part, by the rules of its camera
 * @param millis how long it took
 */
record Look(Sight sight, List<Finding> findings, double millis) {

    static Look at(SeenPicture picture, Eye eye, @Nullable Camera camera, InstantSource clock) {
        var began = clock.instant();
        var sight = eye.look(picture.colour(), picture.template());
        double millis = Duration.between(began, clock.instant()).toNanos() / 1e6;
        return new Look(sight, Findings.weighed(sight.findings(), camera), millis);
    }

    Verdict verdict() {
        return failed() ? Verdict.FAIL : Verdict.PASS;
    }

    boolean failed() {
        return !findings.isEmpty();
    }

    /** What it says of a part. */
    String words(String serial) {
        String told = Findings.words(serial, findings);
        return sight.words().isEmpty() ? told : told + ": " + sight.words();
    }
}
