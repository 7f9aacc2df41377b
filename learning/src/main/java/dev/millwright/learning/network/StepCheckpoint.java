package dev.millwright.learning.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Where a training stands, in a folder named by its step: weights, their running mean, and what the optimizer remembers. A folder
 * gets its name when all of it is written, so that a kill leaves the one before.
 */
final class StepCheckpoint {
    private static final String STEP = "step-";

    private final @Nullable Path folder;

    StepCheckpoint(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Puts a training where its last checkpoint was; gives the step to go on with, 0 without one. */
    int restore(TorchOperators operators, List<Tensor> mean, AdamW optimizer) {
        var last = last();
        if (last == null) {
            return 0;
        }
        try {
            operators.set(Weights.read(Files.readAllBytes(last.resolve("weights"))));
            var layers = Weights.read(Files.readAllBytes(last.resolve("mean"))).layers();
            try (var _ = new NoGradGuard()) {
                for (int i = 0; i < mean.size(); i++) {
                    mean.get(i)
                            .copy_(torch.tensor(layers.get(i).values())
                                    .view(layers.get(i).shape()));
                }
            }
            var archive = new InputArchive();
            archive.load_from(last.resolve("optimizer").toString());
            optimizer.load(archive);
            return step(last);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s\nDelete it to train from the beginning.".formatted(last, e.getMessage()), e);
        }
    }

    void keep(int step, TorchOperators operators, List<Tensor> mean, AdamW optimizer) {
        if (folder == null) {
            return;
        }
        var before = last();
        try {
            var unfinished = folder.resolve("unfinished");
            delete(unfinished);
            Files.createDirectories(unfinished);
            Files.write(unfinished.resolve("weights"), operators.weights().bytes());
            Files.write(
                    unfinished.resolve("mean"),
                    new Weights(mean.stream().map(Weights.Layer::of).toList()).bytes());
            var archive = new OutputArchive();
            optimizer.save(archive);
            archive.save_to(unfinished.resolve("optimizer").toString());
            Files.move(unfinished, folder.resolve(STEP + step), StandardCopyOption.ATOMIC_MOVE);
            if (before != null) {
                delete(before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A checkpoint cannot be kept in %s: %s\nIs the disk full?".formatted(folder, e.getMessage()), e);
        }
    }

    /** Throws all checkpoints away. */
    void discard() {
        if (folder != null) {
            try {
                delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "%s cannot be deleted: %s\nDelete it by hand; it is no longer needed."
                                .formatted(folder, e.getMessage()),
                        e);
            }
        }
    }

    private @Nullable Path last() {
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(STEP))
                    .max(Comparator.comparingInt(StepCheckpoint::step))
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static int step(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring(STEP.length()));
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
