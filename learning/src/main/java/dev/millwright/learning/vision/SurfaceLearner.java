package dev.millwright.learning.vision;

import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.vision.surface.SurfaceModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Learns kinds of surfaces from some pictures, and makes the probabilities hold on others: one in ten of each kind is held out of
 * learning, and the temperature is chosen by what the network says of those.
 */
public final class SurfaceLearner {
    /** What a quarter of an hour of processor time allows twice; docs/benchmarks/vision.md says what was tried. */
    public static final StepSettings STEPS = new StepSettings(2000, 48, 1.5e-3, 0.05, 0.05, 0.998, 1, 1);

    private static final int HELD_OUT = 10;
    private static final double COOLEST = 0.3;
    private static final double HOTTEST = 4;
    private static final double STEP = 0.05;

    private SurfaceLearner() {}

    /** A model file of these kinds. */
    public static byte[] learn(
            List<SurfacePicture> pictures,
            List<String> kinds,
            Lying lying,
            StepSettings settings,
            StepTraining.Progress progress,
            @Nullable Path folder) {
        var learned = new ArrayList<SurfacePicture>();
        var heldOut = new ArrayList<SurfacePicture>();
        split(pictures, kinds.size(), 1.0 / HELD_OUT, settings.seed(), heldOut, learned);
        var training = new SurfaceTraining(learned, kinds, lying);
        var weights = training.train(settings, progress, folder);
        return training.onnx(weights, heldOut.isEmpty() ? 1 : temperature(training.onnx(weights, 1), heldOut));
    }

    /** Parts pictures by chance, of each kind the same share. */
    public static void split(
            List<SurfacePicture> pictures,
            int kinds,
            double share,
            long seed,
            List<SurfacePicture> first,
            List<SurfacePicture> second) {
        var random = new SplittableRandom(seed);
        for (int kind = 0; kind < kinds; kind++) {
            int of = kind;
            var left = new ArrayList<>(
                    pictures.stream().filter(picture -> picture.kind() == of).toList());
            for (int i = (int) Math.round(share * left.size()); i > 0; i--) {
                first.add(left.remove(random.nextInt(left.size())));
            }
            second.addAll(left);
        }
    }

    /** By what the network's words are best divided: the likelihood of what the held-out pictures show is highest. */
    private static double temperature(byte[] onnx, List<SurfacePicture> heldOut) {
        try (var model = SurfaceModel.read(onnx, "the trained model")) {
            var said = heldOut.stream()
                    .map(picture ->
                            model.classifier().classify(picture.picture()).probabilities())
                    .toList();
            double best = 1;
            double most = Double.NEGATIVE_INFINITY;
            for (double temperature = COOLEST; temperature <= HOTTEST; temperature += STEP) {
                double likelihood = 0;
                for (int i = 0; i < heldOut.size(); i++) {
                    likelihood += logarithm(said.get(i), heldOut.get(i).kind(), temperature);
                }
                if (likelihood > most) {
                    most = likelihood;
                    best = temperature;
                }
            }
            return best;
        }
    }

    /** The logarithm of a kind's probability, had the network's words been divided by a temperature. */
    private static double logarithm(float[] probabilities, int kind, double temperature) {
        double sum = 0;
        for (float probability : probabilities) {
            sum += Math.exp(Math.log(Math.max(probability, 1e-12)) / temperature);
        }
        return Math.log(Math.max(probabilities[kind], 1e-12)) / temperature - Math.log(sum);
    }
}
