package dev.millwright.vision.anomaly;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.OnnxMetadata;
import dev.millwright.inference.trees.TreesFile;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;

/**
 * A detector and its backbone in one ONNX file, so that a registry can keep both as one model: the backbone's file byte for byte,
 * and behind it metadata with the detector's. Readers of ONNX see the backbone; cut to its length it has the hash that the
 * detector names.
 */
public final class AnomalyModel implements AutoCloseable {
    /** The detector's file, in base 64. */
    private static final String DETECTOR = "millwright.anomaly";
    /** How long the backbone's file is. */
    private static final String BACKBONE_BYTES = "millwright.anomaly.backbone-bytes";

    private final Backbone backbone;
    private final AnomalyDetector detector;

    private AnomalyModel(Backbone backbone, AnomalyDetector detector) {
        this.backbone = backbone;
        this.detector = detector;
    }

    /** Whether a model file is one. */
    public static boolean isIn(byte[] onnx) {
        return TreesFile.metadata(onnx).containsKey(DETECTOR);
    }

    /**
     * The file of a detector.
     *
     * @param backbone the file that the detector's backbone was opened from
     */
    public static byte[] write(AnomalyDetector detector, byte[] backbone) {
        if (!ModelRegistry.sha256(backbone).equals(detector.backbone().sha256())) {
            throw new IllegalArgumentException("The detector was trained with the backbone %s\nGive that one's file."
                    .formatted(detector.backbone().sha256()));
        }
        var metadata = new HashMap<>(detector.backbone().normalisation().provenance());
        metadata.put(DETECTOR, Base64.getEncoder().encodeToString(DetectorFile.bytes(detector)));
        metadata.put(BACKBONE_BYTES, Integer.toString(backbone.length));
        return OnnxMetadata.added(backbone, metadata);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param name for messages
     * @throws IllegalArgumentException when it is none, or damaged
     */
    public static AnomalyModel read(byte[] onnx, String name) {
        var metadata = TreesFile.metadata(onnx);
        var text = metadata.get(DETECTOR);
        var length = metadata.getOrDefault(BACKBONE_BYTES, "");
        if (text == null || !length.matches("[0-9]{1,9}") || Integer.parseInt(length) > onnx.length) {
            throw new IllegalArgumentException(
                    name + " tells no anomalies\nTrain a model with 'millwright train vision --task anomaly'.");
        }
        var backbone = Backbone.open(Arrays.copyOf(onnx, Integer.parseInt(length)), Normalisation.of(metadata));
        try {
            return new AnomalyModel(
                    backbone, DetectorFile.of(Base64.getDecoder().decode(text), backbone, name));
        } catch (RuntimeException e) {
            backbone.close();
            throw e;
        }
    }

    /** Open as long as the model is. */
    public AnomalyDetector detector() {
        return detector;
    }

    @Override
    public void close() {
        backbone.close();
    }
}
