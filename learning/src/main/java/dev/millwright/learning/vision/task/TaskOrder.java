package dev.millwright.learning.vision.task;

import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.network.StepSettings;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * How a training on somebody's own pictures is to go.
 *
 * @param heldOut share of pictures that nothing is learned from, to judge by, where the set names none itself
 * @param seed of all chance
 * @param steps of the optimizer; 0: as many as are usual
 * @param batch pictures of a step; 0: as many as are usual
 * @param folder where it is kept what was trained so far, of this data and these settings alone
 * @param teller is told how far it is
 */
public record TaskOrder(double heldOut, long seed, int steps, int batch, Path folder, Teller teller) {
    public TaskOrder {
        if (!(heldOut > 0 && heldOut <= 0.5)) {
            throw new IllegalArgumentException(
                    "A share of %s is held out\nGive more than 0, up to a half.".formatted(heldOut));
        }
    }

    /** Usual settings with what was asked for. */
    StepSettings over(StepSettings usual) {
        return new StepSettings(
                steps > 0 ? steps : usual.steps(),
                batch > 0 ? batch : usual.batch(),
                usual.rate(),
                usual.warmUp(),
                usual.decay(),
                usual.average(),
                usual.clip(),
                seed);
    }

    /**
     * A model that an earlier training has finished, or that is learned now, from where one was stopped.
     *
     * @param what everything that it depends on besides the data
     * @param learned given where the optimizer's steps and losses are kept
     */
    byte[] kept(String what, Function<LossCurve, byte[]> learned) {
        return Checkpoints.in(folder).keep(what, () -> learned.apply(LossCurve.in(folder, teller)));
    }
}
