package dev.millwright.learning.femto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Lives of bearings foretold where they were cut off, by what was learned from others. */
class FemtoTrainingTest {
    private static final FemtoReport REPORT = FemtoTraining.judge(WearingBearings.all(), 1);

    /** By the definition of the challenge: 1 when right, one half at 20 percent early or 5 percent late. */
    @Test
    void theScoreIsTheChallenges() {
        assertThat(ChallengeScore.errorPercent(1000, 800)).isEqualTo(20);
        assertThat(ChallengeScore.accuracy(0)).isEqualTo(1);
        assertThat(ChallengeScore.accuracy(20)).isCloseTo(0.5, within(1e-12));
        assertThat(ChallengeScore.accuracy(-5)).isCloseTo(0.5, within(1e-12));
        assertThat(ChallengeScore.accuracy(-20)).isCloseTo(1 / 16.0, within(1e-12));
        assertThat(ChallengeScore.of(List.of(0.0, 20.0, -5.0))).isCloseTo(2 / 3.0, within(1e-12));
        assertThatThrownBy(() -> ChallengeScore.errorPercent(0, 5)).hasMessageContaining("has failed");
        assertThatThrownBy(() -> ChallengeScore.of(List.of())).hasMessageContaining("No bearing has a score.");
    }

    @Test
    void wearThatFollowsLifeIsForetoldBetterThanByTheBaselines() {
        var report = REPORT;
        assertThat(report.neighbours().score()).isGreaterThan(0.5);
        assertThat(report.baselines().keySet()).containsExactlyInAnyOrder("age_share", "mean_life", "trend");
        report.baselines().forEach((name, judged) -> {
            assertThat(judged.score()).as(name).isLessThan(report.neighbours().score());
            assertThat(judged.meanAbsErrorPercent()).as(name).isPositive();
        });
        assertThat(report.neighbours().leftOutScore()).isBetween(0.4, 1.0);
        assertThat(report.neighbours().lives())
                .extracting(FemtoReport.Foretold::bearing)
                .containsExactly("Tested0", "Tested1", "Tested2", "Tested3");
        assertThat(FemtoTraining.judge(WearingBearings.all(), 1))
                .as("the same seed")
                .isEqualTo(report);
    }

    /** What comes after the cut must not be seen: neither the levels nor the life. */
    @Test
    void nothingAfterTheCutIsSeen() {
        var blinded = WearingBearings.all().stream()
                .map(bearing -> bearing.toLearnFrom()
                        ? bearing
                        : new Bearing(
                                bearing.name(),
                                false,
                                Arrays.copyOf(bearing.snapshots(), bearing.cutAt()),
                                bearing.cutAt(),
                                bearing.leftSeconds()))
                .toList();
        assertThat(FemtoTraining.judge(blinded, 1))
                .as("the same seed gives the same, whatever follows the cut")
                .isEqualTo(REPORT);
    }

    /** Late words cost more than early ones, so that between two lives the shorter is named. */
    @Test
    void ofTwoLivesTheShorterIsNamed() {
        var curves = List.of(
                WearCurve.of(WearingBearings.toLearnFrom("short", 400, 1), WearCurve.Levels.RMS),
                WearCurve.of(WearingBearings.toLearnFrom("long", 4000, 2), WearCurve.Levels.RMS));
        var blind = new LifeNeighbours.Likeness(
                WearCurve.Levels.RMS, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false);
        assertThat(new LifeNeighbours(curves, blind).foretell(curves.getFirst(), 200))
                .isLessThan(2_000);
    }

    /** What is published of the raw signals, five digits each, is what our features say of them. */
    @Test
    @EnabledIfEnvironmentVariable(named = "MILLWRIGHT_DATA", matches = ".+")
    void ourFeaturesAreThePublishedOnes() {
        var folder = Path.of(System.getenv("MILLWRIGHT_DATA"), "femto");
        var bearing = FemtoFolder.read(folder).stream()
                .filter(each -> each.name().equals("Bearing3_1"))
                .findFirst()
                .orElseThrow();
        assertThat(RawSnapshots.read(folder, "Bearing3_1").largestDifference(bearing.snapshots()))
                .isLessThan(5.1e-5);
    }
}
