package dev.millwright.vision.anomaly;

import static java.util.Objects.requireNonNull;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A network that turns pictures into features. It takes one input, {@code [1,3,height,width]}, and gives maps
 * {@code [1,channels,height/stride,width/stride]}; of these the ones of stride 8 to 16 are used, or else the finest. It may be
 * asked from many threads at once.
 */
public final class Backbone implements Network {
    /** Sides of its pictures are multiples of this, pixels. */
    public static final int MULTIPLE_PX = 32;

    private static final int COLOURS = 3;
    private static final int FINEST = 8;
    private static final int COARSEST = 16;
    private static final int PROBE_PX = 64;

    private final String sha256;
    private final OnnxSession session;
    private final Normalisation normalisation;
    private final List<String> outputs;
    private final int stride;

    private Backbone(
            String sha256, OnnxSession session, Normalisation normalisation, List<String> outputs, int stride) {
        this.sha256 = sha256;
        this.session = session;
        this.normalisation = normalisation;
        this.outputs = outputs;
        this.stride = stride;
    }

    /**
     * Loads a network's file.
     *
     * @throws IllegalArgumentException when it is no model, or takes or gives something else
     */
    public static Backbone open(byte[] onnx, Normalisation normalisation) {
        var session = OnnxSession.open(onnx);
        try {
            if (session.inputs().size() != 1) {
                throw new IllegalArgumentException("A backbone with the inputs " + session.inputs()
                        + "\nExport it with one input, the picture as [1,3,height,width].");
            }
            return probed(ModelRegistry.sha256(onnx), session, normalisation);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static Backbone probed(String sha256, OnnxSession session, Normalisation normalisation) {
        var answers = run(session, new float[COLOURS * PROBE_PX * PROBE_PX], PROBE_PX, PROBE_PX);
        record Output(String name, int stride) {}
        var found = new ArrayList<Output>();
        answers.forEach((name, tensor) -> {
            long[] shape = tensor.shape();
            if (shape.length == 4
                    && shape[0] == 1
                    && shape[2] > 0
                    && PROBE_PX % shape[2] == 0
                    && shape[2] == shape[3]) {
                found.add(new Output(name, (int) (PROBE_PX / shape[2])));
            }
        });
        if (found.isEmpty()) {
            throw new IllegalArgumentException("A backbone with the outputs " + session.outputs()
                    + " gives no map\nExport it with outputs of shape [1,channels,height/stride,width/stride].");
        }
        found.sort(Comparator.comparingInt(Output::stride).thenComparing(Output::name));
        var fit = found.stream()
                .filter(output -> output.stride() >= FINEST && output.stride() <= COARSEST)
                .toList();
        var used = fit.isEmpty() ? found.subList(0, 1) : fit;
        return new Backbone(
                sha256,
                session,
                normalisation,
                used.stream().map(Output::name).toList(),
                used.getFirst().stride());
    }

    @Override
    public String sha256() {
        return sha256;
    }

    /** How many pixels of the picture lie between two places of a map. */
    public int stride() {
        return stride;
    }

    /** The names of the outputs that are used, the finest first. */
    public List<String> outputs() {
        return outputs;
    }

    public Normalisation normalisation() {
        return normalisation;
    }

    /**
     * What it sees in a picture: all used outputs at the finest one's places, one after the other.
     *
     * @param planes red, green and blue plane, row by row, 0 to 1
     */
    public FeatureMap features(float[] planes, int width, int height) {
        if (width % MULTIPLE_PX != 0 || height % MULTIPLE_PX != 0 || planes.length != COLOURS * width * height) {
            throw new IllegalArgumentException(
                    "%d values for a picture of %d x %d\nGive three planes, and sides that are multiples of %d."
                            .formatted(planes.length, width, height, MULTIPLE_PX));
        }
        var answers = run(session, normalisation.apply(planes), width, height);
        var maps = outputs.stream()
                .map(name -> requireNonNull(answers.get(name), name))
                .toList();
        var grid = maps.getFirst().shape();
        int channels = maps.stream().mapToInt(map -> (int) map.shape()[1]).sum();
        var joined = new JoinedMaps((int) grid[3], (int) grid[2], channels);
        maps.forEach(map -> joined.add(map, normalisation.pooled()));
        return joined.map();
    }

    private static Map<String, Tensor> run(OnnxSession session, float[] values, int width, int height) {
        var input = session.inputs().iterator().next();
        return session.run(Map.of(input, new Tensor(new long[] {1, COLOURS, height, width}, values)));
    }

    @Override
    public void close() {
        session.close();
    }
}
