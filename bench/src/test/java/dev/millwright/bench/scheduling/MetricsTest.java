package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void gapsAreMeantOverAllByFamilyAndBySize() {
        var trials = Trials.list(
                Trials.of("a", "portfolio", 1, 102),
                Trials.of("b", "portfolio", 1, 110),
                Trials.of("c", "portfolio", "hurink-edata", 200.0, 1, 300, 2, 206));
        var metrics = new Metrics(List.of("portfolio"), trials).flat();
        assertThat(metrics.get("instances")).isEqualTo(3L);
        assertThat(metrics.get("mean_gap")).isEqualTo(5.0);
        assertThat(metrics.get("median_gap")).isEqualTo(3.0);
        assertThat(metrics.get("by_family_la_mean_gap")).isEqualTo(6.0);
        assertThat(metrics.get("by_family_hurink_edata_mean_gap")).isEqualTo(3.0);
        assertThat(metrics.get("by_size_10x5_mean_gap")).isEqualTo(5.0);
        assertThat(metrics.keySet()).noneMatch(key -> key.startsWith("portfolio_"));
    }

    /** An unsolved instance must not make the mean of the one who failed look better unseen. */
    @Test
    void severalSolversHaveTheirOwnKeysAndOneMeanOverCommonGround() {
        var trials = Trials.list(
                Trials.of("a", "portfolio", 1, 110),
                Trials.of("b", "portfolio", 1, 130),
                Trials.of("a", "rule:SPT", 1, 120),
                Trials.of("b", "rule:SPT"));
        var metrics = new Metrics(List.of("portfolio", "rule:SPT"), trials).flat();
        assertThat(metrics.get("instances")).isEqualTo(2L);
        assertThat(metrics.get("mean_gap")).isEqualTo(20.0);
        assertThat(metrics.get("portfolio_mean_gap")).isEqualTo(20.0);
        assertThat(metrics.get("rule_SPT_mean_gap")).isEqualTo(20.0);
        assertThat(metrics.get("rule_SPT_unsolved_count")).isEqualTo(1L);
        assertThat(metrics.get("portfolio_mean_gap_where_all_solved")).isEqualTo(10.0);
        assertThat(metrics.get("rule_SPT_mean_gap_where_all_solved")).isEqualTo(20.0);
        assertThat(metrics.get("solved_by_all_count")).isEqualTo(1);
    }

    @Test
    void aMeanOfNothingHasNoKey() {
        var metrics = new Metrics(List.of("cpsat"), Trials.list(Trials.of("a", "cpsat", "twt", null, 1, 7))).flat();
        assertThat(metrics).doesNotContainKeys("mean_gap", "by_family_twt_mean_gap");
        assertThat(metrics.get("by_family_twt_mean_value")).isEqualTo(7.0);
        assertThat(metrics.get("gap_count")).isEqualTo(0);
    }
}
