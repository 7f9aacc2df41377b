package dev.millwright.learning.network;

import java.util.Random;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.global.torch;

/** Trains a network by AdamW on one core; the same table, settings and seed give the same weights. */
public final class NetworkTraining {
    private static final double CLIP = 1;
    private static final double WARM_UP = 0.2;
    private static final double FIRST_RATE = 0.1;

    private final SequenceTable table;
    private final NetworkSettings settings;
    private final SplittableRandom random;
    private final int[] order;

    private NetworkTraining(SequenceTable table, NetworkSettings settings, long seed) {
        this.table = table;
        this.settings = settings;
        random = new SplittableRandom(seed);
        order = new int[table.sequences()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /** The weights learned from a table. */
    public static Weights train(SequenceTable table, NetworkSettings settings, long seed) {
        torch.set_num_threads(1);
        try (var _ = new PointerScope()) {
            return new NetworkTraining(table, settings, seed).train();
        }
    }

    private Weights train() {
        var network = new RecurrentNetwork(table.channels(), settings, Random.from(random));
        var options = new AdamWOptions(settings.rate());
        options.weight_decay().put(settings.decay());
        var optimizer = new AdamW(network.parameters(), options);
        int batches = (order.length + settings.batch() - 1) / settings.batch();
        long steps = (long) batches * settings.epochs();
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle();
            for (int batch = 0; batch < batches; batch++) {
                double done = ((double) epoch * batches + batch) / steps;
                optimizer.param_groups().get(0).options().set_lr(settings.rate() * rate(done));
                step(network, optimizer, batch);
            }
        }
        return network.weights();
    }

    private void step(RecurrentNetwork network, AdamW optimizer, int batch) {
        int from = batch * settings.batch();
        int size = Math.min(settings.batch(), order.length - from);
        var windows = new float[size * table.width()];
        var targets = new float[size];
        for (int i = 0; i < size; i++) {
            int sequence = order[from + i];
            System.arraycopy(table.windows(), sequence * table.width(), windows, i * table.width(), table.width());
            targets[i] = table.targets()[sequence];
        }
        try (var _ = new PointerScope()) {
            optimizer.zero_grad();
            var loss = torch.mse_loss(
                    network.forward(
                            torch.tensor(noisy(windows)).view(size, table.steps(), table.channels()),
                            torch.tensor(kept(size)).view(size, settings.units())),
                    torch.tensor(targets));
            loss.backward();
            torch.clip_grad_norm_(network.parameters(), CLIP);
            optimizer.step();
        }
    }

    /** A share of the peak rate: up a line, then down a cosine (Smith 2018; Loshchilov and Hutter 2017). */
    static double rate(double done) {
        return done < WARM_UP
                ? FIRST_RATE + (1 - FIRST_RATE) * done / WARM_UP
                : 0.5 * (1 + Math.cos(Math.PI * (done - WARM_UP) / (1 - WARM_UP)));
    }

    private float[] noisy(float[] values) {
        if (settings.noise() > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (settings.noise() * random.nextGaussian());
            }
        }
        return values;
    }

    /** What is kept of the LSTM's answers: nothing here and there, the more of the rest. */
    private float[] kept(int size) {
        var kept = new float[size * settings.units()];
        float more = (float) (1 / (1 - settings.dropout()));
        for (int i = 0; i < kept.length; i++) {
            kept[i] = random.nextDouble() < settings.dropout() ? 0 : more;
        }
        return kept;
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }
}
