package dev.millwright.learning.boosting;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosts trees with XGBoost and takes them out of it, so that whoever asks them later does without the library. */
public final class Boosting {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Boosting() {}

    /** Trees learned from a table; the same table and settings give the same trees. */
    public static TreeEnsemble train(Table table, BoostSettings settings) {
        double base = base(table, settings.goal());
        try {
            var data = new DMatrix(table.features(), table.rows(), table.width(), Float.NaN);
            try {
                data.setLabel(table.targets());
                var booster = XGBoost.train(data, settings.parameters(base), settings.trees(), Map.of(), null, null);
                try {
                    return read(booster, table.width(), base, settings.goal() == Goal.PROBABILITY);
                } finally {
                    booster.dispose();
                }
            } finally {
                data.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost refused " + settings + ": " + e.getMessage(), e);
        }
    }

    /** Where the sum begins: the mean of what is to be learned. */
    static float base(Table table, Goal goal) {
        double sum = 0;
        for (float target : table.targets()) {
            sum += target;
        }
        double mean = sum / table.rows();
        return (float) (goal == Goal.PROBABILITY ? Math.clamp(mean, 1e-4, 1 - 1e-4) : mean);
    }

    private static TreeEnsemble read(Booster booster, int width, double base, boolean logistic) throws XGBoostError {
        var roots = Stream.of(booster.getModelDump("", true, "json"))
                .map(Boosting::tree)
                .toList();
        return new TreeEnsemble(width, logistic ? Math.log(base / (1 - base)) : base, logistic, roots);
    }

    private static TreeEnsemble.Node tree(String dump) {
        try {
            return node(JSON.readTree(dump));
        } catch (JacksonException e) {
            throw new IllegalStateException("XGBoost wrote a tree that is no JSON: " + dump, e);
        }
    }

    private static TreeEnsemble.Node node(JsonNode json) {
        double cover = (float) json.path("cover").asDouble();
        if (json.has("leaf")) {
            return new TreeEnsemble.Node.Leaf((float) json.path("leaf").asDouble(), cover);
        }
        int yes = json.path("yes").asInt();
        return new TreeEnsemble.Node.Split(
                Integer.parseInt(json.path("split").asText().substring(1)),
                (float) json.path("split_condition").asDouble(),
                json.path("missing").asInt() == yes,
                cover,
                node(child(json, yes)),
                node(child(json, json.path("no").asInt())));
    }

    private static JsonNode child(JsonNode json, int id) {
        return StreamSupport.stream(json.path("children").spliterator(), false)
                .filter(child -> child.path("nodeid").asInt() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("XGBoost wrote a tree without its node " + id));
    }
}
