package dev.millwright.inference;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A loaded version of a model. It may be run from many threads at once; each run uses one core. */
public final class Model {
    private final ModelCard card;
    private final OnnxSession session;

    private Model(ModelCard card, OnnxSession session) {
        this.card = card;
        this.session = session;
    }

    /** Loads a model file's bytes and holds them against the card. */
    static Model load(ModelCard card, byte[] onnx) {
        OnnxSession session;
        try {
            session = OnnxSession.open(onnx);
        } catch (IllegalArgumentException e) {
            throw new ModelException(ModelException.Reason.BROKEN_MODEL, title(card) + ": " + e.getMessage(), e);
        }
        try {
            compare(card, "input", card.inputs(), session.inputs());
            compare(card, "output", card.outputs(), session.outputs());
        } catch (ModelException e) {
            session.close();
            throw e;
        }
        return new Model(card, session);
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
        for (var spec : card.inputs()) {
            var tensor = inputs.get(spec.name());
            if (tensor == null || !spec.admits(tensor.shape())) {
                throw wrongInput((tensor == null ? "nothing" : Arrays.toString(tensor.shape())) + " for " + spec);
            }
        }
        try {
            return session.run(inputs);
        } catch (IllegalArgumentException e) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_MODEL,
                    title(card) + ": " + e.getMessage() + "\nOr promote another version.",
                    e);
        }
    }

    /** The same loaded model under a changed card. */
    Model with(ModelCard changed) {
        return new Model(changed, session);
    }

    void close() {
        session.close();
    }

    private ModelException wrongInput(String what) {
        return new ModelException(
                ModelException.Reason.WRONG_INPUT,
                title(card) + " was given " + what + "\nGive each input the shape its card names.");
    }

    private static void compare(ModelCard card, String kind, List<TensorSpec> named, Set<String> held) {
        for (var spec : named) {
            if (!held.contains(spec.name())) {
                throw new ModelException(
                        ModelException.Reason.BROKEN_CARD,
                        title(card) + " has the " + kind + "s " + held + ", its card names '" + spec.name()
                                + "'\nCorrect the card.");
            }
        }
        if (named.size() != held.size()) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_CARD,
                    title(card) + " has the " + kind + "s " + held + ", its card names " + named.size()
                            + "\nName all of them.");
        }
    }

    static String title(ModelCard card) {
        return "model " + card.name() + " " + card.version();
    }
}
