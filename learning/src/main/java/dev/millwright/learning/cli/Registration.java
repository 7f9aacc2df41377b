package dev.millwright.learning.cli;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.inference.TensorSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Puts a trained model into a folder of models, with its card and pictures, as the next version of its name and a shadow.
 *
 * @param licence of the data that it was learned from
 */
record Registration(Path models, String licence) {

    /** @param pictures by what follows name, version and a dash in the names of their files */
    ModelCard register(
            String name,
            byte[] onnx,
            List<TensorSpec> inputs,
            List<TensorSpec> outputs,
            Map<String, Double> metrics,
            Map<String, String> provenance,
            Map<String, byte[]> pictures) {
        int version = next(models, name);
        var file = name + "-" + version;
        var card = new ModelCard(
                name,
                String.valueOf(version),
                ModelState.SHADOW,
                file + ".onnx",
                ModelRegistry.sha256(onnx),
                licence,
                inputs,
                outputs,
                metrics,
                provenance);
        ModelRegistry.put(models, card, onnx);
        pictures.forEach((picture, bytes) -> write(file + "-" + picture, bytes));
        return card;
    }

    /** The first version of a name that is not in a folder yet. */
    static int next(Path models, String name) {
        int version = 1;
        while (Files.exists(models.resolve(name + "-" + version + ".json"))) {
            version++;
        }
        return version;
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(models.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written into " + models + ": " + e.getMessage(), e);
        }
    }
}
