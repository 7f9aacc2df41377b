package dev.millwright.learning.life;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.learning.life.HorizonLearner.Cut;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.fleet.Fleet;
import dev.millwright.maintenance.fleet.ModeCheck;
import dev.millwright.maintenance.life.LifeDriver;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.ModeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Units that fail in two ways: a seal lets the flow fall, a bearing shakes; all else is alike. */
class ModeTrainerTest {
    private static final LifeSettings SETTINGS =
            new LifeSettings(60, 2, 5, 20, 0.9, 1, 20, "cycles", ModeTrainer.BOOST);
    private static final int HORIZON = 20;

    private static UnitRun unit(String name, String mode, int life, int cycles, Random random) {
        var rows = new double[cycles][];
        for (int i = 0; i < cycles; i++) {
            double wear = Math.max(0, 40 - (life - 1 - i)) / 40.0;
            rows[i] = new double[] {
                10 - (mode.equals("seal") ? 3 * wear : 0) + random.nextGaussian() * 0.2,
                1 + (mode.equals("bearing") ? 3 * wear : 0) + random.nextGaussian() * 0.2,
                random.nextGaussian()
            };
        }
        var run = UnitRun.ofCycles(name, rows);
        return new UnitRun(run.unit(), run.ages(), run.rows(), mode);
    }

    private static Fleet fleet(int count) {
        var random = new Random(11);
        var units = new ArrayList<UnitRun>();
        for (int u = 0; u < count; u++) {
            int life = 80 + random.nextInt(80);
            units.add(unit("unit-" + u, u % 3 == 0 ? "seal" : "bearing", life, life, random));
        }
        return new Fleet(List.of("flow", "vibration", "noise"), List.of(), "cycles", units, 1, List.of());
    }

    @Test
    void modesThatDifferByOneSignalAreToldApartOnUnitsHeldOut() throws Exception {
        var check = ModeCheck.of(fleet(24));
        var trained = new ModeTrainer(check, true, SETTINGS, HORIZON, Checkpoints.NONE, _ -> {}).train();
        var held = trained.heldOut();
        assertThat(held.classes()).containsExactly("no failure", "bearing", "seal");
        assertThat(held.units()).isEqualTo(24);
        assertThat(held.judged()).hasSize(24 * 20);
        assertThat(held.confusion().counts().get(1).get(2)
                        + held.confusion().counts().get(2).get(1))
                .as("one mode taken for the other")
                .isLessThanOrEqualTo(2);
        assertThat(held.confusion().recall(1)).isGreaterThan(0.75);
        assertThat(held.confusion().recall(2)).isGreaterThan(0.75);
        assertThat(held.confusion().precision(1)).isGreaterThan(0.75);
        assertThat(held.brier()).isLessThan(held.ageBrier() / 2).isBetween(held.brierLow(), held.brierHigh());
        assertThat(trained.importance().getOrDefault("noise", 0.0))
                .isLessThan(trained.importance().getOrDefault("flow", 0.0));

        var model = ModeModel.read(trained.onnx());
        assertThat(ModeModel.is(trained.onnx())).isTrue();
        var space = model.notes().space();
        var worn = space.after(unit("leaks", "seal", 120, 115, new Random(3)));
        var risks = model.risks(worn);
        assertThat(risks.getFirst().mode()).isEqualTo("seal");
        assertThat(risks.getFirst().probability()).isGreaterThan(0.8);
        assertThat(model.drivers(worn, "seal").stream()
                        .map(LifeDriver::signal)
                        .filter(List.of("flow", "vibration", "noise")::contains)
                        .findFirst())
                .contains("flow");
        var sound = model.risks(space.after(unit("new", "seal", 120, 40, new Random(3))));
        assertThat(sound.stream().mapToDouble(risk -> risk.probability()).sum()).isLessThan(0.1);

        var features = worn.features();
        try (var session = OnnxSession.open(trained.onnx())) {
            var answers = requireNonNull(
                    session.run(Map.of(LifeModel.FEATURES, new Tensor(new long[] {1, features.length}, features)))
                            .get(LifeModel.ANSWERS));
            assertThat(answers.values()).hasSize(3);
            assertThat((double) answers.values()[2])
                    .as("parity")
                    .isCloseTo(risks.getFirst().probability(), within(1e-5));
        }
    }

    /** Sums that were twice too sure are brought back to those the classes were drawn by. */
    @Test
    void aTemperatureIsFound() {
        var random = new Random(6);
        var cuts = new ArrayList<Cut>();
        for (int i = 0; i < 20_000; i++) {
            var sums = List.of(2 * random.nextGaussian(), 2 * random.nextGaussian(), 2 * random.nextGaussian());
            var honest = new Temperature(0.5).probabilities(sums);
            double drawn = random.nextDouble();
            int came = drawn < honest[0] ? 0 : drawn < honest[0] + honest[1] ? 1 : 2;
            cuts.add(new Cut("u", 0, 1, sums, came, List.of()));
        }
        assertThat(Temperature.fit(cuts).slope()).isCloseTo(0.5, within(0.03));
    }
}
