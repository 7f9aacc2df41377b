package dev.millwright.inference;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a model is, as its card NAME.json beside it says.
 *
 * @param name what it is for, as "board-judge"; versions of one model share it
 * @param version tells the versions of a name apart
 * @param state whether its answers count
 * @param file the ONNX file beside the card
 * @param sha256 the hash of that file, in hexadecimal
 * @param licence under which terms it may be used
 * @param inputs what it takes
 * @param outputs what it gives
 * @param metrics how good it was, by the names its evaluation uses
 * @param provenance where it comes from: data and its hash, split, seed, hyperparameters, the command that makes it again
 */
public record ModelCard(
        String name,
        String version,
        ModelState state,
        String file,
        String sha256,
        String licence,
        List<TensorSpec> inputs,
        List<TensorSpec> outputs,
        Map<String, Double> metrics,
        Map<String, String> provenance) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLAIN_FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public ModelCard {
        if (name.isBlank() || version.isBlank() || licence.isBlank()) {
            throw new IllegalArgumentException("name '" + name + "', version '" + version + "', licence '" + licence
                    + "'\nGive all three a value.");
        }
        if (!PLAIN_FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("file '" + file + "'\nName a file beside the card, without folders.");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "sha256 '" + sha256 + "'\nGive 64 lower-case hexadecimal digits, as sha256sum prints them.");
        }
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new IllegalArgumentException(
                    inputs.size() + " inputs and " + outputs.size() + " outputs\nName at least one of each.");
        }
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metrics = Map.copyOf(metrics);
        provenance = Map.copyOf(provenance);
    }

    /** The same card in another state. */
    public ModelCard in(ModelState other) {
        return new ModelCard(name, version, other, file, sha256, licence, inputs, outputs, metrics, provenance);
    }
}
