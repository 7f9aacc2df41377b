package dev.millwright.learning.vision.task;

import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.plots.LossPlot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;

/** Keeps losses in a file beside the checkpoints, so that the curve of a training that was stopped is whole all the same. */
final class LossCurve implements StepTraining.Progress {
    private static final int MOST_POINTS = 400;

    private final Path folder;
    private final Teller teller;

    private LossCurve(Path folder, Teller teller) {
        this.folder = folder;
        this.teller = teller;
    }

    static LossCurve in(Path folder, Teller teller) {
        return new LossCurve(folder, teller);
    }

    /** Where the optimizer keeps its steps. */
    Path steps() {
        return folder.resolve("steps");
    }

    @Override
    public void at(int step, int steps, double loss) {
        if (step % Math.max(1, steps / MOST_POINTS) == 0 || step == steps) {
            try {
                Files.writeString(
                        file(), "%d,%s\n".formatted(step, loss), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "%s cannot be written: %s\nIs the disk full?".formatted(file(), e.getMessage()), e);
            }
        }
        teller.at("learning", step, steps, loss);
    }

    /** By step; of a step that was told twice the later loss. A line that a kill tore is left out. */
    List<LossPlot.Point> points() {
        var losses = new TreeMap<Integer, Double>();
        try {
            for (var line : Files.exists(file()) ? Files.readAllLines(file()) : List.<String>of()) {
                if (line.matches("[0-9]{1,9},[-0-9.E]+")) {
                    var words = line.split(",", 2);
                    losses.put(Integer.valueOf(words[0]), Double.valueOf(words[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file() + " cannot be read: " + e.getMessage(), e);
        }
        return losses.entrySet().stream()
                .map(entry -> new LossPlot.Point(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Path file() {
        return folder.resolve("losses.csv");
    }
}
