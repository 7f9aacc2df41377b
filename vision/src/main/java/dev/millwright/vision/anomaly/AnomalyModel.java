package dev.millwright.vision.anomaly;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.OnnxMetadata;
import dev.millwright.inference.trees.TreesFile;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A detector and its network in one ONNX file, so that a registry can keep both as one model: the network's file byte for byte,
 * and behind it metadata with the detector's. Readers of ONNX see the network; cut to its length it has the hash that the
 * detector names.
 */
public final class AnomalyModel implements AutoCloseable {
    /** The detector's file, in base 64. */
    private static final String DETECTOR = "millwright.anomaly";
    /** How long the network's file is. */
    private static final String NETWORK_BYTES = "millwright.anomaly.backbone-bytes";
    /** Of a network that marks: the pixels on a side of what it is shown. */
    private static final String MARKS = "millwright.anomaly.marks";

    private final byte[] onnx;
    private final Network network;
    private final AnomalyDetector detector;

    private AnomalyModel(byte[] onnx, Network network, AnomalyDetector detector) {
        this.onnx = onnx;
        this.network = network;
        this.detector = detector;
    }

    /** Whether a model file is one. */
    public static boolean isIn(byte[] onnx) {
        return TreesFile.metadata(onnx).containsKey(DETECTOR);
    }

    /**
     * The file of a detector.
     *
     * @param onnx the file that the detector's network was opened from
     */
    public static byte[] write(AnomalyDetector detector, byte[] onnx) {
        var network = detector.look().network();
        if (!ModelRegistry.sha256(onnx).equals(network.sha256())) {
            throw new IllegalArgumentException(
                    "The detector was trained with the network %s\nGive that one's file.".formatted(network.sha256()));
        }
        var metadata = new HashMap<>(
                switch (network) {
                    case Backbone backbone -> backbone.normalisation().provenance();
                    case Marker marker -> Map.of(MARKS, Integer.toString(marker.side()));
                });
        metadata.put(DETECTOR, Base64.getEncoder().encodeToString(DetectorFile.bytes(detector)));
        metadata.put(NETWORK_BYTES, Integer.toString(onnx.length));
        return OnnxMetadata.added(onnx, metadata);
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
        var length = metadata.getOrDefault(NETWORK_BYTES, "");
        if (text == null || !length.matches("[0-9]{1,9}") || Integer.parseInt(length) > onnx.length) {
            throw new IllegalArgumentException(
                    name + " tells no anomalies\nTrain a model with 'millwright train vision --task anomaly'.");
        }
        byte[] own = Arrays.copyOf(onnx, Integer.parseInt(length));
        var network = network(own, metadata);
        try {
            return new AnomalyModel(
                    own, network, DetectorFile.of(Base64.getDecoder().decode(text), network, name));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static Network network(byte[] onnx, Map<String, String> metadata) {
        var side = metadata.get(MARKS);
        return side == null
                ? Backbone.open(onnx, Normalisation.of(metadata))
                : Marker.open(onnx, Integer.parseInt(side));
    }

    /** Open as long as the model is. */
    public AnomalyDetector detector() {
        return detector;
    }

    /** The file of the same that rejects another share of good images. */
    public byte[] rejecting(double falseRejectRate) {
        return write(detector.rejecting(falseRejectRate), onnx);
    }

    @Override
    public void close() {
        network.close();
    }
}
