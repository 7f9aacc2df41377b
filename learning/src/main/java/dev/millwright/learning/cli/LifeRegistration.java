package dev.millwright.learning.cli;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.life.LifeSettings;
import dev.millwright.maintenance.fleet.FleetSource;
import dev.millwright.maintenance.life.LifeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a trained model into a folder of models, with its card and plots, as the next version of its name and a shadow.
 *
 * @param source what was learned from
 * @param licence of that data
 * @param command that makes the model again
 */
record LifeRegistration(Path models, FleetSource source, String licence, String command) {

    ModelCard register(String name, Trained trained, LifeSettings settings) {
        return register(name, trained, settings, Map.of());
    }

    /** @param more figures for the card beside those of units held out */
    ModelCard register(String name, Trained trained, LifeSettings settings, Map<String, Double> more) {
        var metrics = new TreeMap<>(trained.metrics());
        metrics.putAll(more);
        var pictures = new TreeMap<String, byte[]>();
        trained.plots().forEach((plot, svg) -> pictures.put(plot + ".svg", svg.getBytes(StandardCharsets.UTF_8)));
        return new Registration(models, licence)
                .register(
                        name,
                        trained.onnx(),
                        trained.inputs(),
                        List.of(new TensorSpec(LifeModel.ANSWERS, List.of(-1L, trained.answers()))),
                        metrics,
                        provenance(trained, settings),
                        pictures);
    }

    private Map<String, String> provenance(Trained trained, LifeSettings settings) {
        var provenance = new LinkedHashMap<String, String>();
        put("data", source.telemetry(), provenance);
        put("failures", source.failures(), provenance);
        put("maintenance", source.renewals(), provenance);
        provenance.put("split", "%d parts of whole machines, each held out once".formatted(settings.folds()));
        provenance.put("held_out", trained.heldOut());
        provenance.putAll(trained.details());
        provenance.put("seed", String.valueOf(settings.boost().seed()));
        provenance.put("hyperparameters", settings.toString());
        provenance.put("command", command);
        return provenance;
    }

    private static void put(String what, @Nullable Path file, Map<String, String> provenance) {
        if (file != null) {
            provenance.put(what, String.valueOf(file.getFileName()));
            provenance.put(what + "_sha256", hash(file));
        }
    }

    private static String hash(Path file) {
        try {
            return ModelRegistry.sha256(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
