package dev.millwright.learning.vision.task;

import dev.millwright.inference.TensorSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a training on pictures gives, whatever its task.
 *
 * @param onnx its file
 * @param metrics on pictures that nothing was learned from, by the names of the card
 * @param details more for the card, in words, by name
 * @param pictures SVG and PNG files, by what follows the model's name and version in theirs
 * @param words how good it is, for people, a sentence each
 */
// The file is only ever written out.
@SuppressWarnings("ArrayRecordComponent")
public record TrainedVision(
        byte[] onnx,
        List<TensorSpec> inputs,
        List<TensorSpec> outputs,
        Map<String, Double> metrics,
        Map<String, String> details,
        Map<String, byte[]> pictures,
        List<String> words) {
    /** What the files of curves and worst cases are called after the model. */
    static final String LOSS = "loss.svg";

    static final String CONFUSION = "confusion.svg";
    static final String EXAMPLES = "examples.png";

    public TrainedVision {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metrics = Map.copyOf(metrics);
        details = Map.copyOf(details);
        pictures = Map.copyOf(pictures);
        words = List.copyOf(words);
    }

    static byte[] svg(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
