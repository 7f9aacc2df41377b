package dev.millwright.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A trained model that a person asks.
 *
 * @param name without its version
 * @param onnx its file
 */
// The file is read at once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record AskedModel(String name, byte[] onnx) {

    /**
     * The model file of that path; where there is none, the version of that name which counts, or the latest.
     *
     * @param models the folder in which names are looked for
     */
    public static AskedModel of(String asked, Path models) {
        var file = Path.of(asked);
        if (Files.exists(file) || asked.endsWith(".onnx")) {
            var stem = String.valueOf(file.getFileName()).replaceFirst("(-[^-]*)?\\.onnx$", "");
            return new AskedModel(stem, bytes(file));
        }
        if (!Files.isDirectory(models)) {
            throw unknown(asked, models);
        }
        try (var registry = ModelRegistry.open(models)) {
            var card = registry.cards().stream()
                    .filter(each -> each.name().equals(asked))
                    .max(Comparator.comparing((ModelCard each) -> each.state() == ModelState.ACTIVE)
                            .thenComparing(each -> each.version().length())
                            .thenComparing(ModelCard::version))
                    .orElseThrow(() -> unknown(asked, models));
            return new AskedModel(card.name(), registry.bytes(card));
        }
    }

    private static IllegalArgumentException unknown(String asked, Path models) {
        return new IllegalArgumentException(
                "There is no model '%s' in %s, and no such file.\nTrain one with 'millwright train', or see what there is with 'millwright models'."
                        .formatted(asked, models));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The model %s cannot be read: %s\nTrain one with 'millwright train'."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
