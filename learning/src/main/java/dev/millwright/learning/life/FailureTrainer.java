package dev.millwright.learning.life;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.maintenance.drift.ReferenceSearch;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.life.FailureModel;
import dev.millwright.maintenance.life.FailureNotes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains a model of failure within a horizon on units that ran to failure: boosted trees over the same features as those of
 * remaining life, their odds made honest on units held out whole.
 */
public final class FailureTrainer {
    /** Fixed before any unit held out was looked at; leaves are small, for failures soon are few. */
    public static final BoostSettings BOOST = new BoostSettings(Goal.PROBABILITY, 200, 4, 0.05, 5, 0.7, 0.4, false, 1);

    private final HorizonLearner learner;
    private final LifeSettings settings;

    /**
     * @param signals names, in the order of a row
     * @param settingPlaces which of them tell the operating regime
     * @param age whether how long a unit has run is looked at too
     * @param settings of which the cap says from when on wear shows; {@code boost} is of goal PROBABILITY
     * @param horizon within how long a failure is to be foretold
     * @param progress told what is being done, on any thread
     */
    public FailureTrainer(
            List<String> signals,
            List<Integer> settingPlaces,
            boolean age,
            LifeSettings settings,
            double horizon,
            Checkpoints checkpoints,
            Consumer<String> progress) {
        if (settings.boost().goal() != Goal.PROBABILITY) {
            throw new IllegalArgumentException(
                    "Goal %s\nGive goal PROBABILITY.".formatted(settings.boost().goal()));
        }
        learner = new HorizonLearner(
                new LifeLearner(List.copyOf(signals), List.copyOf(settingPlaces), age, settings, checkpoints, progress),
                settings,
                horizon,
                List.of());
        this.settings = settings;
    }

    /**
     * Trains on all units, and as often on all but a part of them, to calibrate.
     *
     * @param everyNth of the units' rows is there; the model passes over the others too
     */
    public TrainedFailure train(List<UnitRun> units, int everyNth) throws InterruptedException {
        var learned = learner.learn(units);
        var space = learned.space();
        var trees = FailureHeldOut.scale(learned.cuts())
                .of(learned.trees().classes().getFirst());
        var model = new FailureModel(
                new FailureNotes(
                        space.ofEveryNth(everyNth),
                        learner.horizon(),
                        settings.unitOfLife(),
                        ReferenceSearch.of(space, units),
                        List.of()),
                trees);
        return new TrainedFailure(
                model,
                FailureHeldOut.of(learned.cuts(), settings),
                SignalImportance.of(units, space, features -> model.drivers(features)),
                TreesOnnx.write(
                        List.of(trees), Map.of(FailureModel.NOTES, model.notes().text())));
    }
}
