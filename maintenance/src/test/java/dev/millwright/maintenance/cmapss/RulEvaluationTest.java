package dev.millwright.maintenance.cmapss;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulEvaluationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Path archive() {
        String data = System.getenv("MILLWRIGHT_DATA");
        Assumptions.assumeTrue(data != null, "MILLWRIGHT_DATA names no folder of public data");
        Path zip = Path.of(requireNonNull(data), "cmapss", "CMAPSSData.zip");
        Assumptions.assumeTrue(Files.exists(zip), zip + " is missing");
        return zip;
    }

    @Test
    void theTrendModelIsClearlyBetterThanTheMeanLifeOnFd001() {
        RulReport report = RulEvaluation.run(archive(), "FD001", 1);
        RulScores trend = requireNonNull(report.models().get("trend"));
        RulScores mean = requireNonNull(report.models().get("mean_life"));
        assertThat(trend.rmse()).isLessThan(17).isLessThan(0.5 * mean.rmse());
        assertThat(trend.score()).isLessThan(600);
        assertThat(requireNonNull(report.models().get("monitor")).rmse()).isLessThan(mean.rmse());
        assertThat(report.coverage90()).isBetween(0.84, 0.97);
        assertThat(report.rows()).hasSize(100);
    }

    @Test
    void inventedEnginesArePredictedBetterThanByTheirMeanLifeAndTheSameEachTime() throws Exception {
        Path zip = InventedEngines.archive(folder.resolve("engines.zip"), 60, 40);
        RulReport report = RulEvaluation.run(zip, "FD001", 3);
        RulScores trend = requireNonNull(report.models().get("trend"));
        assertThat(trend.rmse())
                .isLessThan(
                        0.7 * requireNonNull(report.models().get("mean_life")).rmse());
        assertThat(report.sensors()).containsExactly(2, 3, 4);
        assertThat(report.rows()).hasSize(40);
        assertThat(report.coverage90()).isBetween(0.75, 1.0);
        assertThat(RulEvaluation.run(zip, "FD001", 3)).isEqualTo(report);
    }

    @Test
    void scoresAreTheLiteraturesFormulas() {
        RulScores scores = RulScores.of(List.of(40.0, 90.0, 200.0), List.of(50, 80, 140));
        // Capped differences -10, 10, 0; raw ones -10, 10, 60.
        assertThat(scores.rmse()).isCloseTo(Math.sqrt(200 / 3.0), within(1e-12));
        assertThat(scores.rmseUncapped()).isCloseTo(Math.sqrt(3800 / 3.0), within(1e-12));
        assertThat(scores.score()).isCloseTo(Math.exp(10 / 13.0) - 1 + Math.exp(1) - 1, within(1e-12));
    }
}
