package dev.millwright.maintenance.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.maintenance.features.UnitFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The blend in the box on invented engines: where nothing is off, the networks have nothing to say of any signal. */
class NetworkSharesTest {
    private static LifeModel model;

    @BeforeAll
    static void read() throws IOException {
        model = LifeModel.read(Files.readAllBytes(Path.of("..", "models", "turbofan-life-1.onnx")));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** An engine after 60 cycles; sensors from one place to another end up so many deviations off usual. */
    private static UnitFeatures engine(int from, int to, double wear) {
        var space = model.notes().space();
        var unit = space.unit();
        for (int cycle = 1; cycle <= 60; cycle++) {
            int regime = cycle % space.scale().mean().size();
            var row = new double[space.signals().size()];
            for (int signal = 0; signal < row.length; signal++) {
                int place = space.sensors().indexOf(signal);
                double way = place < from || place >= to
                        ? 0
                        : -Math.signum(space.fusion().weights().get(place));
                row[signal] = space.scale().mean().get(regime).get(signal)
                        + way
                                * wear
                                * cycle
                                / 60
                                * space.scale().deviation().get(regime).get(signal);
            }
            unit.add(cycle, row);
        }
        return unit;
    }

    private static Map<String, Double> bySignal(List<LifeDriver> drivers) {
        return drivers.stream().collect(Collectors.toMap(LifeDriver::signal, LifeDriver::share));
    }

    /** By how much the blend's shares exceed what trees alone have in it, by signal. */
    private static Map<String, Double> ofNetworks(UnitFeatures engine) {
        var shares = new HashMap<>(bySignal(model.drivers(engine)));
        double weight = 1 - model.notes().networkShare();
        model.drivers(engine.features())
                .forEach(trees -> shares.merge(trees.signal(), -weight * trees.share(), Double::sum));
        return shares;
    }

    @Test
    void whatIsAsUsualHasNoShare() {
        assertThat(model.notes().networkShare()).isBetween(0.1, 0.95);
        var shares = ofNetworks(engine(0, 0, 0));
        for (var signal : model.notes().space().windows()) {
            assertThat(shares.get(signal)).as(signal).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void onlyTheSignalThatIsOffHasAShareAndAllTogetherThatFollowIt() {
        var space = model.notes().space();
        for (int place = 0; place < space.sensors().size(); place += 4) {
            var shares = ofNetworks(engine(place, place + 1, 4));
            for (int other = 0; other < space.sensors().size(); other++) {
                double share = shares.get(space.windows().get(other));
                if (other == place) {
                    assertThat(Math.abs(share)).as(space.windows().get(other)).isGreaterThan(0.01);
                } else {
                    assertThat(share).as(space.windows().get(other)).isCloseTo(0, within(1e-4));
                }
            }
        }
    }

    /** A worn engine: what is off takes life, more than the trees' part of the answer alone says. */
    @Test
    void whatWearsTakesLife() {
        var worn = engine(0, model.notes().space().sensors().size(), 3);
        var drivers = model.drivers(worn);
        assertThat(drivers.getFirst().share()).isNegative();
        assertThat(drivers).isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.share()), Math.abs(a.share())));
        var shares = ofNetworks(worn);
        double networks = model.notes().space().windows().stream()
                .mapToDouble(shares::get)
                .sum();
        assertThat(networks).isLessThan(-1);
    }
}
