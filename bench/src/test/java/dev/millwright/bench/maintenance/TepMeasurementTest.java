package dev.millwright.bench.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invented plant of 52 signals in which every fault but three moves one of them. */
class TepMeasurementTest {
    private static final List<Integer> FAULTS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 21);

    @TempDir
    private Path set;

    private void write(String name, double[][] rows) throws IOException {
        var text = new StringBuilder();
        for (var row : rows) {
            for (double value : row) {
                text.append("  ").append((float) value);
            }
            text.append("\n");
        }
        packed(name, text.toString());
    }

    private void packed(String name, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(set.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static double[][] run(int rows, long seed, int moved) {
        var random = new Random(seed);
        var run = new double[rows][TepFile.SIGNALS];
        for (int i = 0; i < rows; i++) {
            double cause = random.nextGaussian();
            for (int j = 0; j < run[i].length; j++) {
                run[i][j] = 100 + j + (j % 2 == 0 ? cause : 0) + 0.5 * random.nextGaussian();
            }
            if (moved >= 0 && i >= 160) {
                run[i][moved] += 10;
            }
        }
        return run;
    }

    private void plant() throws IOException {
        var normal = run(500, 1, -1);
        var lying = new double[TepFile.SIGNALS][500];
        for (int i = 0; i < 500; i++) {
            for (int j = 0; j < TepFile.SIGNALS; j++) {
                lying[j][i] = normal[i][j];
            }
        }
        write("d00.dat.gz", lying);
        write("d00_te.dat.gz", run(300, 2, -1));
        for (int fault : FAULTS) {
            int moved = List.of(3, 9, 15).contains(fault) ? -1 : fault;
            write("d%02d_te.dat.gz".formatted(fault), run(200, 100 + fault, moved));
        }
    }

    @Test
    void faultsAreDetectedSoonAndHealthyRowsLeftAlone() throws IOException {
        plant();
        var metrics = new TepMeasurement(set, Pictures.NONE).run().metrics();
        for (var judge : List.of("", "pca_", "per_signal_")) {
            assertThat(metrics.get(judge + "mean_fdr").doubleValue()).as(judge).isGreaterThan(0.9);
            assertThat(metrics.get(judge + "d21_delay_minutes").intValue())
                    .as(judge)
                    .isLessThan(12);
            assertThat(metrics.get(judge + "d03_fdr").doubleValue()).as(judge).isLessThan(0.15);
            assertThat(metrics.containsKey(judge + "d03_delay_minutes"))
                    .as(judge)
                    .isFalse();
            assertThat(metrics.get(judge + "far_before").doubleValue())
                    .as(judge)
                    .isLessThan(0.06);
        }
        // One in a hundred of these rows set the limits of plain PCA: of T2 and of Q.
        assertThat(metrics.get("pca_far_normal").doubleValue()).isBetween(0.01, 0.02);
    }

    @Test
    void aDelayEndsWithSixRowsInARow() {
        assertThat(TepMeasurement.delay(List.of(true, true, true, true, true, false, true)))
                .isEqualTo(-1);
        assertThat(TepMeasurement.delay(List.of(false, true, true, true, true, true, true)))
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongWithASetIsSaid() throws IOException {
        refused("d00.dat.gz cannot be read", "files d00.dat.gz to d21_te.dat.gz");
        packed("d00.dat.gz", "1 2 3\n4 5\n");
        refused("d00.dat.gz line 2 has 2 numbers, the first 3", "Fetch");
        packed("d00.dat.gz", "1 2 3\n4 five 6\n");
        refused("d00.dat.gz line 2, column 2 says 'five'", "A number belongs there");
        packed("d00.dat.gz", "1 2 3\n4 5 6\n");
        refused("d00.dat.gz is not a table of 52 signals", "Fetch");
        Files.writeString(set.resolve("d00.dat.gz"), "not packed");
        refused("d00.dat.gz cannot be read", "Braatz");
        plant();
        write("d05_te.dat.gz", run(100, 5, 5));
        refused("d05_te.dat.gz ends at row 100, before its fault begins at 161", "Fetch");
    }

    private void refused(String what, String cure) {
        assertThatThrownBy(() -> new TepMeasurement(set, Pictures.NONE).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(cure);
    }
}
