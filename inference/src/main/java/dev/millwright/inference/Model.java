package dev.millwright.inference;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A loaded version of a model. It may be run from many threads at once; each run uses one core. */
public final class Model {
    private final ModelCard card;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private Model(ModelCard card, OrtEnvironment environment, OrtSession session) {
        this.card = card;
        this.environment = environment;
        this.session = session;
    }

    /** Loads a model file's bytes and holds them against the card. */
    static Model load(ModelCard card, byte[] onnx) {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var session = environment.createSession(onnx, options);
            try {
                compare(card, "input", card.inputs(), session.getInputInfo());
                compare(card, "output", card.outputs(), session.getOutputInfo());
            } catch (ModelException e) {
                session.close();
                throw e;
            }
            return new Model(card, environment, session);
        } catch (OrtException e) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_MODEL,
                    title(card) + " does not load: " + e.getMessage() + "\nExport it again as ONNX, opset 20 or less.",
                    e);
        }
    }

    public ModelCard card() {
        return card;
    }

    /** Runs a model with one input on values laid out row by row; gives its first output. */
    public float[] run(float[] values) {
        var input = card.inputs().getFirst();
        long[] shape = input.shapeOf(values.length);
        if (card.inputs().size() != 1 || shape == null) {
            throw wrongInput(values.length + " values for " + card.inputs());
        }
        var outputs = run(Map.of(input.name(), new Tensor(shape, values)));
        String first = card.outputs().getFirst().name();
        return requireNonNull(outputs.get(first), first).values();
    }

    /** Runs a model on all its inputs by name; gives all its outputs by name. */
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        var tensors = new LinkedHashMap<String, OnnxTensor>();
        try {
            for (var spec : card.inputs()) {
                var tensor = inputs.get(spec.name());
                if (tensor == null || !spec.admits(tensor.shape())) {
                    throw wrongInput((tensor == null ? "nothing" : Arrays.toString(tensor.shape())) + " for " + spec);
                }
                tensors.put(
                        spec.name(),
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(tensor.values()), tensor.shape()));
            }
            return outputs(tensors);
        } catch (OrtException e) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_MODEL,
                    title(card) + " failed: " + e.getMessage() + "\nPromote another version.",
                    e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Map<String, Tensor> outputs(Map<String, OnnxTensor> inputs) throws OrtException {
        try (var result = session.run(inputs)) {
            var outputs = new LinkedHashMap<String, Tensor>();
            for (var entry : result) {
                outputs.put(entry.getKey(), floats(entry.getKey(), entry.getValue()));
            }
            return outputs;
        }
    }

    private Tensor floats(String name, OnnxValue value) {
        if (!(value instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_MODEL,
                    title(card) + " gives '" + name + "' as " + value.getInfo() + "\nExport it with float outputs.");
        }
        var buffer = tensor.getFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return new Tensor(tensor.getInfo().getShape(), values);
    }

    /** The same loaded model under a changed card. */
    Model with(ModelCard changed) {
        return new Model(changed, environment, session);
    }

    void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException(ModelException.Reason.BROKEN_MODEL, title(card) + " does not close", e);
        }
    }

    private ModelException wrongInput(String what) {
        return new ModelException(
                ModelException.Reason.WRONG_INPUT,
                title(card) + " was given " + what + "\nGive each input the shape its card names.");
    }

    private static void compare(ModelCard card, String kind, List<TensorSpec> named, Map<String, ?> held) {
        for (var spec : named) {
            if (!held.containsKey(spec.name())) {
                throw new ModelException(
                        ModelException.Reason.BROKEN_CARD,
                        title(card) + " has the " + kind + "s " + held.keySet() + ", its card names '" + spec.name()
                                + "'\nCorrect the card.");
            }
        }
        if (named.size() != held.size()) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_CARD,
                    title(card) + " has the " + kind + "s " + held.keySet() + ", its card names " + named.size()
                            + "\nName all of them.");
        }
    }

    static String title(ModelCard card) {
        return "model " + card.name() + " " + card.version();
    }
}
