package dev.millwright.learning.failure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.failure.MillingTraining.Judged;
import dev.millwright.maintenance.milling.MillingFile;
import dev.millwright.maintenance.milling.MillingMode;
import dev.millwright.maintenance.milling.MillingRow;
import dev.millwright.maintenance.milling.MillingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** AI4I 2020: the file as it is and as it must not be, and figures between the least and the possible. */
class MillingTest {
    private static final String HEADER = "\uFEFFUDI,Product ID,Type,Air temperature [K],Process temperature [K],"
            + "Rotational speed [rpm],Torque [Nm],Tool wear [min],Machine failure,TWF,HDF,PWF,OSF,RNF\n";

    @TempDir
    private Path dir;

    private List<MillingRow> read(String text) throws IOException {
        var file = dir.resolve("ai4i2020.csv");
        Files.writeString(file, text);
        return MillingFile.read(file);
    }

    @Test
    void rowsAreReadByTheNamesOfTheirColumns() throws IOException {
        var rows = read(HEADER
                + "1,M14860,M,298.1,308.6,1551,42.8,7,0,0,0,0,0,0\n2,L47181,L,298.2,306.7,1408,46.3,3,1,0,1,0,0,0\n");
        assertThat(rows)
                .containsExactly(
                        new MillingRow(new MillingState(1, 298.1, 308.6, 1551, 42.8, 7), false, Set.of()),
                        new MillingRow(
                                new MillingState(0, 298.2, 306.7, 1408, 46.3, 3), true, Set.of(MillingMode.HDF)));
        var features = rows.getFirst().features();
        assertThat(features[6]).as("tenths of a kelvin").isEqualTo(10.5f);
        assertThat(features[7]).as("watts").isCloseTo(6951.6f, within(0.1f));
        assertThat(features[8]).as("minute newton metres to overstrain").isCloseTo(7 * 42.8f - 12_000, within(0.1f));
    }

    @Test
    void aWrongCellIsNamedByLineAndColumn() {
        assertThatThrownBy(() -> read(HEADER + "1,M1,M,298.1,308.6,fast,42.8,0,0,0,0,0,0,0\n"))
                .hasMessageContaining("line 2, column 'Rotational speed [rpm]' says 'fast'.")
                .hasMessageContaining("A number belongs there.");
        assertThatThrownBy(() -> read(HEADER + "1,M1,M,298.1,NaN,1,42.8,0,0,0,0,0,0,0\n"))
                .hasMessageContaining("column 'Process temperature [K]' says 'NaN'.");
        assertThatThrownBy(() -> read(HEADER + "1,M1,X,298.1,308.6,1,42.8,0,0,0,0,0,0,0\n"))
                .hasMessageContaining("One of L, M and H");
        assertThatThrownBy(() -> read(HEADER + "1,M1,M,298.1,308.6,1,42.8,0,2,0,0,0,0,0\n"))
                .hasMessageContaining("0 or 1 belongs there.");
        assertThatThrownBy(() -> read(HEADER + "1,M1,M,298.1\n"))
                .hasMessageContaining("column 'Process temperature [K]' says ''");
        assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("has no column 'Type'");
        assertThatThrownBy(() -> read(HEADER)).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> MillingFile.read(dir.resolve("gone.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("data fetch ai4i2020");
    }

    /** A column that gives the answer away fails the build. */
    @Test
    void figuresThatAreTooGoodAreALeak() {
        var random = new Random(1);
        var rows = new ArrayList<MillingRow>();
        for (int i = 0; i < 600; i++) {
            boolean failed = random.nextInt(5) == 0;
            rows.add(new MillingRow(new MillingState(0, 300, 310, 1500, failed ? 60 : 40, 100), failed, Set.of()));
        }
        assertThatThrownBy(() -> MillingTraining.judge(rows, 1, 3, MillingTraining.DEFAULT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be had without having seen the answer");
    }

    /** Invented machines that fail by power or at random: the one is told, the other cannot be. */
    @Test
    void eachModeIsJudgedByItself() {
        var random = new Random(2);
        var rows = new ArrayList<MillingRow>();
        for (int i = 0; i < 900; i++) {
            double torque = 20 + 60 * random.nextDouble();
            var modes = EnumSet.noneOf(MillingMode.class);
            if (torque > 70) {
                modes.add(MillingMode.PWF);
            }
            if (random.nextInt(20) == 0) {
                modes.add(MillingMode.RNF);
            }
            rows.add(new MillingRow(new MillingState(0, 300, 310, 1500, torque, 100), !modes.isEmpty(), modes));
        }
        var settings = new BoostSettings(Goal.PROBABILITY, 40, 3, 0.2, 1, 1, 1, true, 1);
        var judged = MillingTraining.judgeModes(rows, 1, 3, settings);
        assertThat(f1(judged, MillingMode.PWF)).isGreaterThan(0.95);
        assertThat(f1(judged, MillingMode.RNF)).isLessThan(0.2);
        assertThat(f1(judged, MillingMode.TWF)).as("there is none").isZero();
    }

    private static double f1(Map<MillingMode, List<Judged>> judged, MillingMode mode) {
        return requireNonNull(judged.get(mode)).getFirst().quality().f1();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "MILLWRIGHT_DATA", matches = ".+")
    void figuresOnThePublicSetReachTheLeast() {
        var rows = MillingFile.read(Path.of(System.getenv("MILLWRIGHT_DATA"), "ai4i2020", "ai4i2020.csv"));
        assertThat(rows).hasSize(10_000);
        var judged = MillingTraining.judge(rows, 1, 5, MillingTraining.DEFAULT)
                .getFirst()
                .quality();
        assertThat(judged.f1()).isBetween(0.85, MillingTraining.LEAKS_ABOVE);
        assertThat(judged.mcc()).isGreaterThan(0.85);
        assertThat(judged.prAuc()).isGreaterThan(0.87);
    }
}
