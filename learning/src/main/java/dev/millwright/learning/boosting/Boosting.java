package dev.millwright.learning.boosting;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosts trees with XGBoost and takes them out of it, so that whoever asks them later does without the library. */
public final class Boosting {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Boosting() {}

    /** Trees learned from a table; the same table and settings give the same trees. */
    public static TreeEnsemble train(Table table, BoostSettings settings) {
        if (settings.goal() == Goal.CLASS) {
            throw new IllegalArgumentException("Classes take an ensemble each.\nAsk for trainClasses.");
        }
        double base = base(table, settings.goal());
        boolean logistic = settings.goal() == Goal.PROBABILITY;
        return new TreeEnsemble(
                table.width(),
                logistic ? Math.log(base / (1 - base)) : base,
                logistic,
                roots(table, settings, settings.parameters(base)));
    }

    /** Trees that tell classes 0 to {@code classes - 1} apart, learned from a table of goal {@link Goal#CLASS}. */
    public static ClassTrees trainClasses(Table table, int classes, BoostSettings settings) {
        if (settings.goal() != Goal.CLASS || classes < 2) {
            throw new IllegalArgumentException(
                    "%d classes with goal %s\nGive 2 or more, and goal CLASS.".formatted(classes, settings.goal()));
        }
        for (float target : table.targets()) {
            if (target < 0 || target >= classes || target != Math.rint(target)) {
                throw new IllegalArgumentException(
                        "Class %s of %d\nClasses are whole numbers from 0.".formatted(target, classes));
            }
        }
        var parameters = settings.parameters(0);
        parameters.put("num_class", classes);
        var roots = roots(table, settings, parameters);
        // Round after round, a tree for each class.
        return new ClassTrees(IntStream.range(0, classes)
                .mapToObj(each -> new TreeEnsemble(
                        table.width(),
                        0,
                        false,
                        IntStream.range(0, roots.size())
                                .filter(tree -> tree % classes == each)
                                .mapToObj(roots::get)
                                .toList()))
                .toList());
    }

    private static List<TreeEnsemble.Node> roots(Table table, BoostSettings settings, Map<String, Object> parameters) {
        try {
            var data = new DMatrix(table.features(), table.rows(), table.width(), Float.NaN);
            try {
                data.setLabel(table.targets());
                var booster = XGBoost.train(data, parameters, settings.trees(), Map.of(), null, null);
                try {
                    return Stream.of(booster.getModelDump("", true, "json"))
                            .map(Boosting::tree)
                            .toList();
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
