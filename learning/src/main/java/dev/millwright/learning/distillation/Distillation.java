package dev.millwright.learning.distillation;

import dev.millwright.learning.network.Weights;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.anomaly.Projection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Teaches a small network to see as a large one does (Hinton 2015; features rather than answers, as Romero 2015): it learns
 * the principal components of the large one's features. One core; the same settings and data give the same weights.
 */
public final class Distillation {
    private static final double CLIP = 1;
    /** So faint a picture is not blown up further. */
    private static final double EVEN = 0.05;

    private static final double WARM_UP = 0.05;
    private static final double FIRST_RATE = 0.02;
    private static final long KEPT_EVERY = 25;
    private static final long JUDGED = 48;

    /** Pictures no step ever sees. */
    private static final long UNSEEN = 1L << 40;

    /**
     * How far it is.
     *
     * @param done steps
     * @param of steps in all
     * @param loss share of the features' spread that the last step's answer missed, 0 to 1 and above
     */
    public record Progress(int done, int of, double loss) {}

    /**
     * What was learned.
     *
     * @param weights of each convolution
     * @param missed share of the features' spread that it misses on unseen pictures
     */
    public record Learned(Weights weights, double missed) {}

    private final Backbone teacher;
    private final Pictures pictures;
    private final DistillationSettings settings;
    private final Projection basis;
    private final double[] units;
    private final SurfaceNetwork network;

    private Distillation(Backbone teacher, Photographs photographs, DistillationSettings settings) {
        this.teacher = teacher;
        this.settings = settings;
        pictures = new Pictures(photographs, settings.seed(), settings.side());
        var rows = joined(LongStream.range(0, settings.basis())
                .mapToObj(i -> seen(pictures.picture(UNSEEN - 1 - i)))
                .toList());
        int channels = seen(pictures.picture(UNSEEN)).length / (places() * places());
        basis = Projection.fit(rows, channels, settings.components(), settings.seed());
        units = units(basis, rows);
        network = new SurfaceNetwork(settings.components(), settings.seed());
    }

    /**
     * Trains a network.
     *
     * @param photographs a folder of images, in itself or in folders
     * @param kept a folder where it is kept how far a training came, so that one that was stopped goes on there; null: nowhere
     */
    public static Learned train(
            Backbone teacher,
            Path photographs,
            DistillationSettings settings,
            @Nullable Path kept,
            Consumer<Progress> progress) {
        torch.set_num_threads(1);
        try (var _ = new PointerScope()) {
            var distillation = new Distillation(teacher, Photographs.in(photographs), settings);
            return distillation.train(kept == null ? null : new KeptTraining(kept, settings), progress);
        }
    }

    /** Places in a row of the features. */
    private int places() {
        return settings.side() / teacher.stride();
    }

    private Learned train(@Nullable KeptTraining kept, Consumer<Progress> progress) {
        var options = new AdamWOptions(settings.rate());
        options.weight_decay().put(settings.decay());
        var optimizer = new AdamW(network.parameters(), options);
        network.train(true);
        int first = kept == null ? 0 : kept.restore(network, optimizer);
        for (int step = first; step < settings.steps(); step++) {
            optimizer.param_groups().get(0).options().set_lr(settings.rate() * rate((double) step / settings.steps()));
            double loss = step(optimizer, step);
            progress.accept(new Progress(step + 1, settings.steps(), loss));
            if (kept != null && (step + 1) % KEPT_EVERY == 0) {
                kept.keep(network, optimizer, step + 1);
            }
        }
        return new Learned(network.weights(), missed());
    }

    private double step(AdamW optimizer, int step) {
        try (var _ = new PointerScope()) {
            optimizer.zero_grad();
            var loss = loss((long) step * settings.batch(), settings.batch());
            loss.backward();
            torch.clip_grad_norm_(network.parameters(), CLIP);
            optimizer.step();
            return loss.item_float();
        }
    }

    /**
     * The share of the features' squares that the answers miss, each picture for itself: else few pictures of hard contrast
     * would be all that counts. Each component is in units of its spread's root, so that faint ones count too.
     */
    private Tensor loss(long first, int count) {
        int side = settings.side();
        var inputs = new float[count * Picture.COLOURS * side * side];
        var targets = new float[count * places() * places() * settings.components()];
        var weights = new float[count];
        for (int i = 0; i < count; i++) {
            var picture = pictures.picture(first + i);
            var seen = teacher.normalisation().apply(picture.values());
            System.arraycopy(seen, 0, inputs, i * seen.length, seen.length);
            var target = target(picture);
            System.arraycopy(target, 0, targets, i * target.length, target.length);
            weights[i] = (float) (1 / (EVEN + square(target)));
        }
        var answers = network.forward(torch.tensor(inputs).view(count, Picture.COLOURS, side, side));
        var wanted = torch.tensor(targets).view(count, places(), places(), settings.components());
        var missed = answers.permute(0, 2, 3, 1).sub(wanted).square();
        return missed.mul(torch.tensor(weights).view(count, 1, 1, 1)).mean();
    }

    private static double square(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }

    private float[] target(Picture picture) {
        var target = basis.apply(seen(picture));
        for (int i = 0; i < target.length; i++) {
            target[i] /= (float) units[i % units.length];
        }
        return target;
    }

    private float[] seen(Picture picture) {
        return teacher.features(picture.values(), picture.side(), picture.side())
                .values();
    }

    /** What each component is counted in: the root of its spread, and all so that their mean square is one. */
    private static double[] units(Projection basis, float[] rows) {
        var projected = basis.apply(rows);
        int width = basis.to();
        var squares = new double[width];
        for (int i = 0; i < projected.length; i++) {
            squares[i % width] += (double) projected[i] * projected[i] * width / projected.length;
        }
        double mean = Arrays.stream(squares).map(Math::sqrt).average().orElseThrow();
        return Arrays.stream(squares)
                .map(square -> Math.sqrt(Math.sqrt(square) * mean))
                .toArray();
    }

    private static float[] joined(List<float[]> parts) {
        int each = parts.getFirst().length;
        var all = new float[parts.size() * each];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, all, i * each, each);
        }
        return all;
    }

    private double missed() {
        network.train(false);
        try (var _ = new PointerScope();
                var _ = new NoGradGuard()) {
            double sum = 0;
            for (int i = 0; i < JUDGED; i++) {
                sum += loss(UNSEEN + 1 + i, 1).item_float();
            }
            return sum / JUDGED;
        }
    }

    /** A share of the peak rate: up a line, then down a cosine. */
    private static double rate(double done) {
        return done < WARM_UP
                ? Math.max(done / WARM_UP, FIRST_RATE)
                : 0.5 * (1 + Math.cos(Math.PI * (done - WARM_UP) / (1 - WARM_UP)));
    }
}
