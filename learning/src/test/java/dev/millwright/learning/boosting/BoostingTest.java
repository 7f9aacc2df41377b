package dev.millwright.learning.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.inference.TensorSpec;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreesFile;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.onnx.TreesOnnx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees leave XGBoost as they were learned, and ONNX Runtime reads them as they are. */
class BoostingTest {
    private static final BoostSettings MEAN = new BoostSettings(Goal.MEAN, 60, 4, 0.2, 1, 0.8, 0.8, false, 7);
    private static final Table HILLS = hills(2_000);

    /** The target is a step and a slope, with noise; some features are missing. */
    private static Table hills(int rows) {
        var random = new Random(1);
        var features = new ArrayList<float[]>();
        var targets = new ArrayList<Float>();
        for (int i = 0; i < rows; i++) {
            var row = new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
            targets.add((float) ((row[0] < 0.3 ? 10 : 0) + 5 * row[1] + random.nextGaussian() * 0.1));
            row[2] = random.nextInt(4) == 0 ? Float.NaN : row[2];
            features.add(row);
        }
        return Table.of(features, targets);
    }

    private static float[] row(int i) {
        return Arrays.copyOfRange(HILLS.features(), i * HILLS.width(), (i + 1) * HILLS.width());
    }

    @Test
    void learnsWhatTheTargetFollows() {
        var trees = Boosting.train(HILLS, MEAN);
        assertThat(trees.predict(new float[] {0.1f, 0.5f, 0.5f})).isCloseTo(12.5, within(0.4));
        assertThat(trees.predict(new float[] {0.8f, 0.5f, Float.NaN})).isCloseTo(2.5, within(0.4));
    }

    @Test
    void theSameSeedGivesTheSameTrees() {
        assertThat(Boosting.train(HILLS, MEAN)).isEqualTo(Boosting.train(HILLS, MEAN));
    }

    /** The library's own answers, which our trees must give without it. */
    @Test
    void theTreesAnswerAsXgboostDoes() throws XGBoostError {
        var trees = Boosting.train(HILLS, MEAN);
        var data = new DMatrix(HILLS.features(), HILLS.rows(), HILLS.width(), Float.NaN);
        data.setLabel(HILLS.targets());
        var booster = XGBoost.train(
                data, MEAN.parameters(Boosting.base(HILLS, Goal.MEAN)), MEAN.trees(), Map.of(), null, null);
        var answers = booster.predict(data);
        for (int i = 0; i < HILLS.rows(); i++) {
            assertThat((float) trees.predict(row(i))).isCloseTo(answers[i][0], within(1e-4f));
        }
        booster.dispose();
        data.dispose();
    }

    private static final BoostSettings CLASS = new BoostSettings(Goal.CLASS, 20, 3, 0.2, 1, 0.8, 0.8, false, 7);

    /** Low, middle and high hills. */
    private static Table heights() {
        var heights = new float[HILLS.rows()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = HILLS.targets()[i] < 2.5 ? 0 : HILLS.targets()[i] < 10 ? 1 : 2;
        }
        return new Table(HILLS.width(), HILLS.features(), heights);
    }

    @Test
    void classesAreAnsweredAsXgboostDoes() throws XGBoostError {
        var table = heights();
        var trees = Boosting.trainClasses(table, 3, CLASS);
        var data = new DMatrix(table.features(), table.rows(), table.width(), Float.NaN);
        data.setLabel(table.targets());
        var parameters = CLASS.parameters(0);
        parameters.put("num_class", 3);
        var booster = XGBoost.train(data, parameters, CLASS.trees(), Map.of(), null, null);
        var answers = booster.predict(data);
        int right = 0;
        for (int i = 0; i < table.rows(); i++) {
            var probabilities = trees.probabilities(row(i));
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
            for (int of = 0; of < 3; of++) {
                assertThat((float) probabilities[of]).isCloseTo(answers[i][of], within(1e-5f));
            }
            right += trees.predict(row(i)) == table.targets()[i] ? 1 : 0;
        }
        assertThat(right).isGreaterThan(table.rows() * 97 / 100);
        booster.dispose();
        data.dispose();
    }

    @Test
    void classesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Boosting.trainClasses(heights(), 2, CLASS)).hasMessageStartingWith("Class 2.0 of 2");
        assertThatThrownBy(() -> Boosting.trainClasses(HILLS, 30, CLASS))
                .hasMessageContaining("Classes are whole numbers from 0.");
        assertThatThrownBy(() -> Boosting.trainClasses(heights(), 3, MEAN))
                .hasMessageStartingWith("3 classes with goal MEAN");
        assertThatThrownBy(() -> Boosting.train(heights(), CLASS)).hasMessageContaining("Ask for trainClasses.");
    }

    @Test
    void theMeanOfEnsemblesAnswersTheirMean() {
        var one = Boosting.train(HILLS, MEAN);
        var other = Boosting.train(HILLS, MEAN.seeded(8));
        var mean = TreeEnsemble.mean(List.of(one, other));
        for (int i = 0; i < 100; i++) {
            assertThat(mean.predict(row(i))).isCloseTo((one.predict(row(i)) + other.predict(row(i))) / 2, within(1e-5));
        }
    }

    @Test
    void onnxRuntimeAnswersAsTheTreesDo(@TempDir Path folder) {
        var mean = Boosting.train(HILLS, MEAN);
        var other = Boosting.train(HILLS, MEAN.seeded(8));
        var answers = served(folder, List.of(mean, other));
        assertThat(TreesFile.read(TreesOnnx.write(List.of(mean, other)), HILLS.width()))
                .extracting(TreeEnsemble::roots)
                .as("the file says all that the trees are")
                .containsExactly(mean.roots(), other.roots());
        for (int i = 0; i < HILLS.rows(); i++) {
            assertThat(answers[2 * i]).isCloseTo((float) mean.predict(row(i)), within(1e-4f));
            assertThat(answers[2 * i + 1]).isCloseTo((float) other.predict(row(i)), within(1e-4f));
        }
    }

    @Test
    void probabilitiesAreServedAsProbabilities(@TempDir Path folder) {
        var failed = new float[HILLS.rows()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = HILLS.targets()[i] > 10 ? 1 : 0;
        }
        var table = new Table(HILLS.width(), HILLS.features(), failed);
        var trees = Boosting.train(table, new BoostSettings(Goal.PROBABILITY, 60, 4, 0.2, 1, 0.8, 0.8, false, 7));
        var answers = served(folder, List.of(trees));
        assertThat(TreesFile.read(TreesOnnx.write(List.of(trees)), HILLS.width()))
                .singleElement()
                .extracting(TreeEnsemble::logistic)
                .isEqualTo(true);
        int right = 0;
        for (int i = 0; i < failed.length; i++) {
            assertThat(answers[i]).isBetween(0f, 1f).isCloseTo((float) trees.predict(row(i)), within(1e-5f));
            right += answers[i] > 0.5 == (failed[i] == 1) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(failed.length * 97 / 100);
    }

    private static float[] served(Path folder, List<TreeEnsemble> ensembles) {
        byte[] onnx = TreesOnnx.write(ensembles);
        var card = new ModelCard(
                "hills",
                "1",
                ModelState.ACTIVE,
                "hills.onnx",
                ModelRegistry.sha256(onnx),
                "Apache-2.0",
                List.of(new TensorSpec(TreesOnnx.INPUT, List.of(-1L, (long) HILLS.width()))),
                List.of(new TensorSpec(TreesOnnx.OUTPUT, List.of(-1L, (long) ensembles.size()))),
                Map.of(),
                Map.of());
        ModelRegistry.put(folder, card, onnx);
        try (var registry = ModelRegistry.open(folder)) {
            return registry.active("hills").run(HILLS.features());
        }
    }

    @Test
    void nonsenseIsRefusedInWords() {
        assertThatThrownBy(() -> new Table(3, new float[5], new float[2]))
                .hasMessageStartingWith("5 features of 3 a row do not make 2 rows.");
        assertThatThrownBy(() -> new BoostSettings(Goal.MEAN, 0, 1, 1, 1, 1, 1, false, 1))
                .hasMessageStartingWith("0 trees of depth 1");
        var mean = new TreeEnsemble(3, 0, false, List.of());
        assertThatThrownBy(() -> TreesOnnx.write(List.of(mean, new TreeEnsemble(4, 0, false, List.of()))))
                .hasMessageStartingWith("Ensembles of different features");
    }
}
