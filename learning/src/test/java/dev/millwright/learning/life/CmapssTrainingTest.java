package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.maintenance.cmapss.CmapssArchive;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A small model on the public engines: better than the trend it replaces, and as sure as it says. */
class CmapssTrainingTest {
    private static final LifeSettings SMALL = new LifeSettings(
            125, 4, 3, 10, 0.9, 1, 30, "cycles", new BoostSettings(Goal.MEAN, 100, 4, 0.1, 20, 0.7, 0.4, false, 1));

    @Test
    @EnabledIfEnvironmentVariable(named = "MILLWRIGHT_DATA", matches = ".+")
    void aSmallModelOfTheFirstSubset() throws InterruptedException {
        var zip = Path.of(System.getenv("MILLWRIGHT_DATA"), "cmapss", "CMAPSSData.zip");
        var training = new CmapssTraining(new CmapssArchive(zip), List.of("FD001"));
        var model = training.train(true, SMALL, Checkpoints.NONE, _ -> {}).model();
        assertThat(model.notes().space().regimes().count()).isEqualTo(1);
        assertThat(model.notes().space().names())
                .contains("sensor-11 last", "sensor-4 slope")
                .doesNotContain("sensor-1 last");
        var report = training.judge(model, "FD001");
        assertThat(report.estimates()).hasSize(100);
        assertThat(report.scores().rmse()).isLessThan(15);
        assertThat(report.coverage()).isGreaterThan(0.85);
        assertThat(report.width()).isLessThan(60);
        assertThat(report.alarm().recall()).isGreaterThan(0.85);
    }
}
