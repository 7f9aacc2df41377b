package dev.millwright.maintenance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointModelTest {
    private static final AnomalySettings EACH_ROW = new AnomalySettings(1, 2.326);

    private static JointModel learned(double[][] rows, AnomalySettings settings) {
        return JointModel.learn(Plants.SIGNALS, rows, settings);
    }

    /** Two limits that one row in a hundred passes each: about two in a hundred pass either. */
    @Test
    void healthyRowsPassTheLimitsAsOftenAsTheyShould() {
        long over = 0;
        for (int seed = 0; seed < 10; seed++) {
            var model = learned(Plants.rows(500, seed), EACH_ROW);
            over += Arrays.stream(Plants.indices(model, Plants.rows(2000, 1000 + seed)))
                    .filter(index -> index > 1)
                    .count();
        }
        assertThat(over / 20_000.0).isBetween(0.008, 0.03);
    }

    @Test
    void smoothedRowsHardlyEverRaiseAFalseAlarm() {
        var model = learned(Plants.rows(500, 1), AnomalySettings.DEFAULT);
        assertThat(Arrays.stream(Plants.indices(model, Plants.rows(20_000, 2)))
                        .filter(index -> index > 1)
                        .count())
                .isLessThan(200);
    }

    /** The current stays well inside what it does every day, but not with this load. */
    @Test
    void aSignalThatBreaksWithTheOthersIsSeenOffThePlaneAndNamed() {
        for (int seed = 0; seed < 10; seed++) {
            var detector = new JointDetector(learned(Plants.rows(500, seed), AnomalySettings.DEFAULT));
            var score = new JointScore(0, 0);
            for (var row : Plants.rows(60, 500 + seed)) {
                row[1] += 0.5;
                score = detector.observe(row);
            }
            assertThat(score.residual()).as("seed %d", seed).isGreaterThan(1);
            assertThat(score.residual()).as("seed %d", seed).isGreaterThan(score.principal());
            var loudest = detector.contributions().getFirst();
            assertThat(loudest.signal()).as("seed %d", seed).isEqualTo("current");
            assertThat(loudest.deviation()).isPositive();
        }
    }

    @Test
    void aCauseThatMovesAllItsSignalsIsSeenAlongThePlane() {
        var detector = new JointDetector(learned(Plants.rows(500, 1), AnomalySettings.DEFAULT));
        var score = new JointScore(0, 0);
        for (var row : Plants.rows(60, 2)) {
            double load = 3;
            row[0] += 10 * load;
            row[1] += 0.8 * load;
            row[2] += 3 * load;
            score = detector.observe(row);
        }
        assertThat(score.principal()).isGreaterThan(1).isGreaterThan(score.residual());
    }

    /** What a signal is measured in, and which comes first, changes nothing. */
    @Test
    void unitsAndOrderOfSignalsDoNotMatter() {
        var normal = Plants.rows(300, 5);
        var later = Plants.rows(200, 6);
        var plain = Plants.indices(learned(normal, AnomalySettings.DEFAULT), later);
        var other = Plants.indices(
                learned(otherUnitsTurnedRound(normal), AnomalySettings.DEFAULT), otherUnitsTurnedRound(later));
        for (int i = 0; i < plain.length; i++) {
            assertThat(other[i]).isCloseTo(plain[i], within(1e-6 * (1 + plain[i])));
        }
    }

    private static double[][] otherUnitsTurnedRound(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> new double[] {1000 * row[3] + 7, 1.8 * row[2] + 32, -row[1], row[0] / 60})
                .toArray(double[][]::new);
    }

    @Test
    void outliersWhileLearningDoNotBlindIt() {
        var dirty = Plants.rows(500, 1);
        for (int i = 20; i < 500; i += 50) {
            dirty[i][i % 4] = 1e6;
        }
        var shifted = Plants.rows(100, 2);
        for (var row : shifted) {
            row[1] += 0.8;
        }
        assertThat(Plants.indices(learned(dirty, AnomalySettings.DEFAULT), shifted)[99])
                .isGreaterThan(1);
    }

    /** One wild reading is an outlier, no anomaly that lasts: the average forgets it, a missing one says nothing. */
    @Test
    void missingValuesSayNothing() {
        var normal = Plants.rows(400, 1);
        for (int i = 0; i < normal.length; i += 3) {
            normal[i][i % 4] = Double.NaN;
        }
        var model = learned(normal, AnomalySettings.DEFAULT);
        assertThat(model.unwatched()).isEmpty();
        var later = Plants.rows(200, 2);
        for (var row : later) {
            row[2] = Double.NaN;
        }
        var indices = Plants.indices(model, later);
        assertThat(Arrays.stream(indices).filter(index -> index > 1).count()).isLessThan(20);
        assertThat(indices).doesNotContain(Double.NaN);
    }

    @Test
    void signalsSeldomMeasuredArePassedOverAndSaid() {
        var rows = Plants.rows(200, 1);
        for (int i = 0; i < rows.length; i++) {
            rows[i][3] = i % 4 == 0 ? rows[i][3] : Double.NaN;
        }
        var model = learned(rows, AnomalySettings.DEFAULT);
        assertThat(model.unwatched()).containsExactly("flow");
        var wild = Plants.rows(100, 2);
        for (var row : wild) {
            row[3] = 1e9;
        }
        assertThat(Plants.indices(model, wild)[99]).isLessThan(3);
    }

    @Test
    void aSignalThatStoodStillSpeaksWhenItMoves() {
        var rows = Plants.rows(200, 1);
        for (var row : rows) {
            row[3] = 12;
        }
        var detector = new JointDetector(learned(rows, AnomalySettings.DEFAULT));
        var score = new JointScore(0, 0);
        for (var row : Plants.rows(60, 2)) {
            row[3] = 13;
            score = detector.observe(row);
        }
        assertThat(score.index()).isGreaterThan(1);
        assertThat(detector.contributions().getFirst().signal()).isEqualTo("flow");
    }

    @Test
    void oneSignalIsEnoughAndWhatOnlyStandsStillToo() {
        var alone = Arrays.stream(Plants.rows(200, 1))
                .map(row -> new double[] {row[0]})
                .toArray(double[][]::new);
        var model = JointModel.learn(List.of("load"), alone, AnomalySettings.DEFAULT);
        assertThat(model.components()).isZero();
        var detector = new JointDetector(model);
        assertThat(detector.observe(new double[] {50}).index()).isLessThan(0.1);
        var still = JointModel.learn(List.of("x", "y"), new double[100][2], AnomalySettings.DEFAULT);
        assertThat(new JointDetector(still).observe(new double[2])).isEqualTo(new JointScore(0, 0));
        assertThat(new JointDetector(still).contributions()).isEmpty();
    }

    /** However it is asked in between, the same rows give the same bits. */
    @Test
    void askingDoesNotChangeWhatIsSeen() {
        var model = learned(Plants.rows(300, 1), AnomalySettings.DEFAULT);
        var later = Plants.rows(300, 2);
        var quiet = Plants.indices(model, later);
        var asked = new JointDetector(model);
        for (int i = 0; i < later.length; i++) {
            var score = asked.observe(later[i]);
            double sum = asked.contributions().stream()
                    .mapToDouble(Contribution::share)
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(score.index()).isEqualTo(quiet[i]);
            assertThat(asked.latest()).isEqualTo(score);
        }
    }

    @Test
    void coarseDeviationsMatterLess() {
        var model = learned(Plants.rows(300, 1), AnomalySettings.DEFAULT);
        var fine = new JointDetector(model);
        var coarse = new JointDetector(model, new double[] {0, 1, 0, 0});
        for (var row : Plants.rows(60, 2)) {
            row[1] += 0.8;
            fine.observe(row);
            coarse.observe(row);
        }
        assertThat(coarse.latest().index()).isLessThan(fine.latest().index() / 2);
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        assertThatThrownBy(() -> learned(Plants.rows(99, 1), AnomalySettings.DEFAULT))
                .hasMessageContaining("99 rows of 4 signals are too few")
                .hasMessageContaining("100 rows or more");
        assertThatThrownBy(() -> JointModel.learn(List.of("a"), Plants.rows(100, 1), AnomalySettings.DEFAULT))
                .hasMessageContaining("Row 1 has 4 values for 1 signals");
        assertThatThrownBy(() -> new AnomalySettings(0, 3)).hasMessageContaining("Smoothing 0.0");
        var model = learned(Plants.rows(100, 1), AnomalySettings.DEFAULT);
        assertThatThrownBy(() -> new JointDetector(model).observe(new double[3]))
                .hasMessageContaining("3 values");
        assertThatThrownBy(() -> new JointDetector(model, new double[1])).hasMessageContaining("1 coarsenesses");
    }
}
