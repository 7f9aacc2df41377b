package dev.millwright.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model file, loaded. It may be run from many threads at once; each run uses one core. Two are equal that were loaded from
 * equal files.
 */
public final class OnnxSession implements AutoCloseable {
    private final String sha256;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxSession(String sha256, OrtEnvironment environment, OrtSession session) {
        this.sha256 = sha256;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads a model file's bytes.
     *
     * @throws IllegalArgumentException when they are no model
     */
    public static OnnxSession open(byte[] onnx) {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new OnnxSession(ModelRegistry.sha256(onnx), environment, environment.createSession(onnx, options));
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "The model does not load: " + e.getMessage() + "\nExport it again as ONNX, opset 20 or less.", e);
        }
    }

    public Set<String> inputs() {
        return session.getInputNames();
    }

    public Set<String> outputs() {
        return session.getOutputNames();
    }

    /**
     * Runs the model on all its inputs by name; gives all its outputs by name.
     *
     * @throws IllegalArgumentException when the model refuses them, or answers with anything but floats
     */
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        var tensors = new LinkedHashMap<String, OnnxTensor>();
        try {
            for (var input : inputs.entrySet()) {
                tensors.put(
                        input.getKey(),
                        OnnxTensor.createTensor(
                                environment,
                                FloatBuffer.wrap(input.getValue().values()),
                                input.getValue().shape()));
            }
            return outputs(tensors);
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "The model failed: " + e.getMessage() + "\nGive it the inputs " + inputs() + ".", e);
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

    private static Tensor floats(String name, OnnxValue value) {
        if (!(value instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT) {
            throw new IllegalArgumentException(
                    "The model gives '" + name + "' as " + value.getInfo() + "\nExport it with float outputs.");
        }
        var buffer = tensor.getFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return new Tensor(tensor.getInfo().getShape(), values);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A model does not close: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OnnxSession session && sha256.equals(session.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "OnnxSession[" + sha256 + "]";
    }
}
