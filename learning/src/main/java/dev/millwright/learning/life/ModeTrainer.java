package dev.millwright.learning.life;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.maintenance.drift.ReferenceSearch;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.fleet.ModeCheck;
import dev.millwright.maintenance.life.FailureNotes;
import dev.millwright.maintenance.life.LifeDriver;
import dev.millwright.maintenance.life.ModeModel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains a model of how units will fail within a horizon on units that ran to failure in known ways: boosted trees for each
 * mode and for none, over the same features as those of remaining life, their probabilities made honest on units held out
 * whole.
 */
public final class ModeTrainer {
    /** Those of {@link FailureTrainer}, for classes; fixed before any unit held out was looked at. */
    public static final BoostSettings BOOST = new BoostSettings(Goal.CLASS, 200, 4, 0.05, 5, 0.7, 0.4, false, 1);

    private final HorizonLearner learner;
    private final ModeCheck check;
    private final LifeSettings settings;

    /**
     * @param check the units, and the modes in which they failed
     * @param age whether how long a unit has run is looked at too
     * @param settings of which the cap says from when on wear shows; {@code boost} is of goal CLASS
     * @param horizon within how long a failure is to be foretold
     * @param progress told what is being done, on any thread
     */
    public ModeTrainer(
            ModeCheck check,
            boolean age,
            LifeSettings settings,
            double horizon,
            Checkpoints checkpoints,
            Consumer<String> progress) {
        var fleet = check.fleet();
        learner = new HorizonLearner(
                new LifeLearner(fleet.signals(), fleet.settings(), age, settings, checkpoints, progress),
                settings,
                horizon,
                check.modes());
        this.check = check;
        this.settings = settings;
    }

    /** Trains on all units, and as often on all but a part of them, to calibrate. */
    public TrainedModes train() throws InterruptedException {
        List<UnitRun> units = check.fleet().units();
        var learned = learner.learn(units);
        var space = learned.space();
        var trees = Temperature.fit(learned.cuts()).of(learned.trees());
        var model = new ModeModel(
                new FailureNotes(
                        space.ofEveryNth(check.fleet().everyNth()),
                        learner.horizon(),
                        settings.unitOfLife(),
                        ReferenceSearch.of(space, units),
                        check.modes()),
                trees);
        var classes = Stream.concat(Stream.of(ModeModel.NO_FAILURE), check.modes().stream())
                .toList();
        return new TrainedModes(
                model,
                ModeHeldOut.of(learned.cuts(), classes, settings),
                SignalImportance.of(units, space, features -> drivers(model, features)),
                TreesOnnx.write(trees, Map.of(ModeModel.NOTES, model.notes().text())));
    }

    /** Of all modes, each against no failure. */
    private static List<LifeDriver> drivers(ModeModel model, float[] features) {
        return IntStream.range(1, model.trees().classes().size())
                .mapToObj(mode -> model.drivers(features, mode))
                .flatMap(List::stream)
                .toList();
    }
}
