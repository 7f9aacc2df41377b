package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millwright.inference.trees.TreeShap;
import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.network.NetworkSettings;
import dev.millwright.maintenance.life.LifeDistribution;
import dev.millwright.maintenance.life.LifeDriver;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On units whose lives are known, so are what a model must find and how often its interval must hold. */
class LifeTrainerTest {
    private static final LifeSettings SETTINGS = new LifeSettings(
            125, 2, 4, 10, 0.9, 1, 30, "cycles", new BoostSettings(Goal.MEAN, 80, 4, 0.1, 5, 0.8, 0.8, false, 3));

    private static TrainedLife trained;
    private static LifeModel model;

    @BeforeAll
    static void train() throws InterruptedException {
        trained = trainer(true).train(WearingUnits.failed(60, 1));
        model = trained.model();
    }

    private static LifeTrainer trainer(boolean age) {
        return new LifeTrainer(WearingUnits.SIGNALS, WearingUnits.SETTINGS, age, SETTINGS, Checkpoints.NONE, _ -> {});
    }

    @Test
    void findsTheRegimesAndTheSignalThatWears() {
        assertThat(model.notes().space().regimes().count()).isEqualTo(2);
        assertThat(model.notes().space().sensors()).containsExactly(1);
        assertThat(model.notes().space().names()).contains("vibration last", "vibration mean since start", "age");
    }

    @Test
    void newUnitsAreJudgedNearTheTruthAndTheIntervalHoldsAsOftenAsItSays() {
        var random = new Random(99);
        int held = 0;
        double error = 0;
        int all = 300;
        for (int u = 0; u < all; u++) {
            int life = 120 + random.nextInt(150);
            int cycles = 1 + random.nextInt(life);
            var estimate = model.estimate(WearingUnits.run("new", life, cycles, random));
            double left = Math.min(125, life - cycles);
            held += estimate.holds(left) ? 1 : 0;
            error += Math.abs(estimate.expected() - left) / all;
            assertThat(estimate.low()).isBetween(0.0, estimate.expected());
            assertThat(estimate.high()).isBetween(estimate.expected(), 125.0);
        }
        assertThat(error).isLessThan(8);
        assertThat((double) held / all).isBetween(0.84, 0.97);
    }

    /** The probability integral transform: each true life lies anywhere in its own distribution, as often here as there. */
    @Test
    void whatTheDistributionSaysIsAsLikelyAsItSays() {
        var random = new Random(100);
        int all = 600;
        var places = new double[all];
        for (int u = 0; u < all; u++) {
            int life = 120 + random.nextInt(150);
            int cycles = 1 + random.nextInt(life);
            var estimate = model.estimate(WearingUnits.run("new", life, cycles, random));
            var distribution = model.notes().distribution(estimate);
            double left = life - cycles;
            double capped = distribution.failureWithin(125);
            places[u] = left >= 125 ? capped + random.nextDouble() * (1 - capped) : distribution.failureWithin(left);
        }
        Arrays.sort(places);
        double far = 0;
        for (int i = 0; i < all; i++) {
            far = Math.max(far, Math.abs(places[i] - (i + 0.5) / all));
        }
        assertThat(far).as("Kolmogorov distance from uniform").isLessThan(0.1);
    }

    /** Of the errors calibration can tell, the files of before said nothing; they are still read. */
    @Test
    void notesWithoutErrorsGiveADistributionThroughTheInterval() throws Exception {
        var old = new ObjectMapper().readTree(model.notes().text());
        ((ObjectNode) old).remove("errors");
        var notes = new ObjectMapper().treeToValue(old, LifeNotes.class);
        var estimate = new LifeEstimate(40, 30, 60);
        assertThat(notes.distribution(estimate)).isEqualTo(LifeDistribution.of(estimate, 125));
        assertThat(notes.band()).isEqualTo(model.notes().band());
    }

    @Test
    void alarmsTellUnitsThatFailSoon() {
        var random = new Random(5);
        var soon = model.estimate(WearingUnits.run("worn", 200, 190, random));
        var later = model.estimate(WearingUnits.run("fresh", 200, 60, random));
        assertThat(model.alarm(soon)).isTrue();
        assertThat(model.alarm(later)).isFalse();
    }

    /** Twice the same is the same, on however many cores: shipped weights can be made again. */
    @Test
    void theSameSeedGivesTheSameModel() throws InterruptedException {
        assertThat(trainer(true).train(WearingUnits.failed(60, 1)).onnx()).isEqualTo(trained.onnx());
    }

    /** What the file says is all that the model is. */
    @Test
    void theModelIsReadFromItsFileAsItWasTrained() {
        assertThat(LifeModel.read(trained.onnx())).isEqualTo(model);
    }

    @Test
    void whatWearsDrivesTheEstimate() {
        var random = new Random(6);
        var features = model.notes().space().after(WearingUnits.run("worn", 200, 190, random));
        var drivers = model.drivers(features);
        assertThat(drivers.subList(0, 2)).extracting(LifeDriver::signal).containsAnyOf("vibration", "wear");
        assertThat(drivers.getFirst().share()).isNegative();
        double sum = drivers.stream().mapToDouble(LifeDriver::share).sum();
        assertThat(sum + TreeShap.unknown(model.trees()))
                .isCloseTo(model.trees().sum(features.features()), within(1e-6));
    }

    @Test
    void unitsHeldOutAreJudgedBetterThanByTheMeanLife() {
        assertThat(trained.heldOut().units()).isEqualTo(60);
        assertThat(trained.heldOut().rmse()).isLessThan(trained.heldOut().meanLifeRmse() / 2);
        assertThat(trained.heldOut().coverage()).isBetween(0.84, 0.97);
        assertThat(trained.heldOut().judged()).hasSize(600);
    }

    /** The file that is served says what trees and networks say together, in shares that units held out chose. */
    @Test
    void networksSpeakBesideTheTrees() throws InterruptedException {
        var with = new LifeSettings(
                125,
                2,
                3,
                10,
                0.9,
                1,
                30,
                "cycles",
                SETTINGS.boost(),
                AlarmChoice.DEFAULT,
                new NetworkSettings(10, 4, 8, 12, 8, 2_000, 12, 64, 5e-3, 0.05, 0.1, 1e-4, 2));
        var both = new LifeTrainer(WearingUnits.SIGNALS, WearingUnits.SETTINGS, true, with, Checkpoints.NONE, _ -> {})
                .train(WearingUnits.failed(40, 1));
        assertThat(both.variants()).extracting(Variant::name).containsExactly("xgboost", "lstm", "blend");
        var trees = both.variants().get(0);
        var networks = both.variants().get(1);
        assertThat(networks.heldOut().rmse()).isLessThan(networks.heldOut().meanLifeRmse() / 2);
        assertThat(both.heldOut().rmse())
                .isLessThanOrEqualTo(trees.heldOut().rmse())
                .isLessThanOrEqualTo(networks.heldOut().rmse());
        var blend = LifeModel.read(both.onnx());
        assertThat(blend).isEqualTo(both.model());
        double share = blend.notes().networkShare();
        assertThat(share).isGreaterThan(0);
        var random = new Random(17);
        var units = IntStream.range(0, 20)
                .mapToObj(i -> blend.notes().space().after(WearingUnits.run("new", 200, 10 + 9 * i, random)))
                .toList();
        var estimates = blend.estimates(units);
        for (int i = 0; i < units.size(); i++) {
            assertThat(estimates.get(i).expected())
                    .as("batch or alone, together or apart")
                    .isCloseTo(blend.estimate(units.get(i)).expected(), within(1e-3))
                    .isCloseTo(
                            (1 - share) * trees.model().estimate(units.get(i)).expected()
                                    + share
                                            * networks.model()
                                                    .estimate(units.get(i))
                                                    .expected(),
                            within(1e-3));
        }
        both.variants().forEach(variant -> variant.model().close());
    }

    @Test
    void withoutAgeItIsNotLookedAt() throws InterruptedException {
        var blind = trainer(false).train(WearingUnits.failed(12, 1));
        assertThat(blind.model().notes().space().names()).doesNotContain("age");
    }

    @Test
    void tooFewUnitsAndSignalsThatSayNothingAreRefused() {
        assertThatThrownBy(() -> trainer(true).train(WearingUnits.failed(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("3 units cannot be held out in 4 parts.");
        var noise = new LifeTrainer(
                List.of("load", "a", "b", "c"), List.of(0, 1), true, SETTINGS, Checkpoints.NONE, _ -> {});
        var still = new ArrayList<>(WearingUnits.failed(8, 1));
        still.replaceAll(unit -> {
            for (var row : unit.rows()) {
                row[2] = 1;
            }
            return unit;
        });
        assertThatThrownBy(() -> noise.train(still))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changes as the units wear");
        assertThatThrownBy(() -> new LifeSettings(125, 2, 1, 10, 0.9, 1, 30, "cycles", SETTINGS.boost()))
                .hasMessageContaining("1 folds");
    }
}
