package dev.millwright.maintenance.cmapss;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RulEvaluationTest {

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
        assertThat(RulEvaluation.run(archive(), "FD001", 1)).isEqualTo(report);
    }
}
