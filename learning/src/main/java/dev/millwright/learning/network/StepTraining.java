package dev.millwright.learning.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network of {@link Operators} by AdamW on one core. The same task, settings and seed give the same weights, also when the
 * training was killed and went on from a checkpoint: each step's chance hangs on the seed and the step alone.
 */
public final class StepTraining {
    /** About two minutes of a training that takes an hour. */
    private static final int CHECKPOINTS = 30;

    /** What is learned. */
    @FunctionalInterface
    public interface Task {
        /** The loss of a batch: runs the network once, by the operators, on examples chosen by this chance. */
        Tensor loss(TorchOperators operators, int batch, SplittableRandom random);
    }

    /** Is told how far a training is. */
    @FunctionalInterface
    public interface Progress {
        /** So many steps of all are done; the loss is a mean over the last ones. */
        void at(int step, int steps, double loss);
    }

    private final StepSettings settings;
    private final Task task;
    private final Progress progress;
    private final StepCheckpoint checkpoint;

    private StepTraining(StepSettings settings, Task task, Progress progress, StepCheckpoint checkpoint) {
        this.settings = settings;
        this.task = task;
        this.progress = progress;
        this.checkpoint = checkpoint;
    }

    /**
     * The mean of the weights over the last steps.
     *
     * @param folder where a killed training left off and this one may; null: nothing is kept
     */
    public static Weights train(StepSettings settings, Task task, Progress progress, @Nullable Path folder) {
        torch.set_num_threads(1);
        try (var _ = new PointerScope()) {
            return new StepTraining(settings, task, progress, new StepCheckpoint(folder)).train();
        }
    }

    private Weights train() {
        var operators = new TorchOperators(Random.from(new SplittableRandom(settings.seed())));
        // One run brings the weights to be; its batch is thrown away.
        task.loss(operators, 1, chance(0));
        var options = new AdamWOptions(settings.rate());
        options.weight_decay().put(settings.decay());
        var optimizer = new AdamW(operators.parameters(), options);
        var mean = new ArrayList<Tensor>();
        for (long i = 0; i < operators.parameters().size(); i++) {
            mean.add(operators.parameters().get(i).detach().clone());
        }
        int first = checkpoint.restore(operators, mean, optimizer);
        double told = Double.NaN;
        for (int step = first; step < settings.steps(); step++) {
            double loss = step(operators, optimizer, mean, step);
            told = Double.isNaN(told) ? loss : 0.95 * told + 0.05 * loss;
            progress.at(step + 1, settings.steps(), told);
            if ((step + 1) % Math.max(1, settings.steps() / CHECKPOINTS) == 0) {
                checkpoint.keep(step + 1, operators, mean, optimizer);
            }
        }
        checkpoint.discard();
        return new Weights(mean.stream().map(Weights.Layer::of).toList());
    }

    private double step(TorchOperators operators, AdamW optimizer, List<Tensor> mean, int step) {
        try (var _ = new PointerScope()) {
            optimizer.param_groups().get(0).options().set_lr(settings.rate(step));
            optimizer.zero_grad();
            operators.begin();
            var loss = task.loss(operators, settings.batch(), chance(step));
            loss.backward();
            torch.clip_grad_norm_(operators.parameters(), settings.clip());
            optimizer.step();
            double told = loss.item_float();
            if (!Double.isFinite(told)) {
                throw new IllegalStateException(
                        "The loss of step %d is %s\nTry a smaller learning rate.".formatted(step + 1, told));
            }
            average(operators, mean, settings.average(step));
            return told;
        }
    }

    private static void average(TorchOperators operators, List<Tensor> mean, double kept) {
        try (var _ = new NoGradGuard()) {
            var parameters = operators.parameters();
            for (int i = 0; i < mean.size(); i++) {
                mean.get(i).lerp_(parameters.get(i), new Scalar(1 - kept));
            }
        }
    }

    private SplittableRandom chance(int step) {
        return new SplittableRandom(settings.seed() * 1_000_003 + step);
    }
}
