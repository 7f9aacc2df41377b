package dev.millwright.learning.cli;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.life.HeldOut;
import dev.millwright.learning.life.LifeSettings;
import dev.millwright.learning.life.TrainedLife;
import dev.millwright.learning.plots.LifePlots;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a trained model into a folder of models, with its card and plots, as the next version of its name and a shadow.
 *
 * @param data what was learned from
 * @param licence of that data
 * @param command that makes the model again
 */
record LifeRegistration(Path models, Path data, String licence, String command) {

    ModelCard register(String name, TrainedLife trained, LifeSettings settings) {
        return register(name, trained, settings, Map.of());
    }

    /** @param more figures for the card beside those of units held out */
    ModelCard register(String name, TrainedLife trained, LifeSettings settings, Map<String, Double> more) {
        int version = 1;
        while (Files.exists(models.resolve(name + "-" + version + ".json"))) {
            version++;
        }
        var file = name + "-" + version;
        byte[] onnx = trained.onnx();
        var card = new ModelCard(
                name,
                String.valueOf(version),
                ModelState.SHADOW,
                file + ".onnx",
                ModelRegistry.sha256(onnx),
                licence,
                inputs(trained.model().notes()),
                List.of(new TensorSpec(LifeModel.ANSWERS, List.of(-1L, 1L))),
                metrics(trained.heldOut(), more),
                provenance(trained.heldOut(), settings));
        ModelRegistry.put(models, card, onnx);
        plot(file + "-predicted.svg", LifePlots.predicted(trained));
        plot(file + "-importance.svg", LifePlots.importance(trained));
        return card;
    }

    private static List<TensorSpec> inputs(LifeNotes notes) {
        var space = notes.space();
        var features = new TensorSpec(LifeModel.FEATURES, List.of(-1L, (long) space.width()));
        var sequence = space.sequence();
        return notes.networkShare() == 0 || sequence == null
                ? List.of(features)
                : List.of(features, new TensorSpec(LifeModel.WINDOW, List.of(-1L, (long) sequence.steps(), (long)
                        space.channels())));
    }

    private static Map<String, Double> metrics(HeldOut held, Map<String, Double> more) {
        var metrics = new TreeMap<>(more);
        metrics.put("held_out_units", (double) held.units());
        metrics.put("rmse", held.rmse());
        metrics.put("rmse_low", held.rmseLow());
        metrics.put("rmse_high", held.rmseHigh());
        metrics.put("mean_life_rmse", held.meanLifeRmse());
        metrics.put("coverage90", held.coverage());
        metrics.put("width90", held.width());
        return metrics;
    }

    private Map<String, String> provenance(HeldOut held, LifeSettings settings) {
        var provenance = new LinkedHashMap<String, String>();
        provenance.put("data", String.valueOf(data.getFileName()));
        provenance.put("data_sha256", hash());
        provenance.put("split", "%d parts of whole machines, each held out once".formatted(settings.folds()));
        provenance.put("held_out", held.units() + " machines, " + held.judged().size() + " rows");
        provenance.put("seed", String.valueOf(settings.boost().seed()));
        provenance.put("hyperparameters", settings.toString());
        provenance.put("command", command);
        return provenance;
    }

    private String hash() {
        try {
            return ModelRegistry.sha256(Files.newInputStream(data));
        } catch (IOException e) {
            throw new UncheckedIOException(data + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void plot(String name, String svg) {
        try {
            Files.writeString(models.resolve(name), svg);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written into " + models + ": " + e.getMessage(), e);
        }
    }
}
