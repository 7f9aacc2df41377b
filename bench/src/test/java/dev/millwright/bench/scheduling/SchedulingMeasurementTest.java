package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.event.EventJson;
import dev.millwright.scheduling.SolverChoice;
import dev.millwright.scheduling.cpsat.SolverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on two tiny instances whose optima can be reckoned by hand. */
class SchedulingMeasurementTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void instances() throws IOException {
        // Two jobs cross two machines: M1 5 then M2 2, M2 4 then M1 3; the shortest makespan is 8.
        Files.writeString(folder.resolve("cross.txt"), "2 2\n0 5 1 2\n1 4 0 3\n");
        // One machine, works 3 and 2, due at 3 and 2, weights 1 and 5: the second first costs 2, else 15.
        Files.writeString(folder.resolve("late.txt"), "2 1\n0 3\n0 2\n0 3 1\n0 2 5\n");
        Files.writeString(folder.resolve("bounds.csv"), """
                instance,family,jobs,machines,objective,lb,ub,source,file
                cross,tiny,2,2,makespan,8,8,by hand,cross.txt
                late,twt,2,1,total weighted tardiness,2,2,by hand,late.txt
                """);
    }

    @Test
    void everySolverIsJudgedByTheSameYardstick() throws IOException {
        var figures = measurement(null, "portfolio", "cpsat", "rule:spt").run();
        assertThat(figures.rows()).hasSize(6).allSatisfy(row -> {
            assertThat(row).containsEntry("feasible", true).containsKeys("trace", "seconds_to_best", "origin");
            assertThat((Double) row.get("gap_percent")).isGreaterThanOrEqualTo(0);
        });
        assertThat(figures.metrics().get("portfolio_mean_gap")).isEqualTo(0.0);
        assertThat(figures.metrics().get("portfolio_optimal_count")).isEqualTo(2L);
        assertThat(figures.metrics().get("cpsat_mean_gap")).isEqualTo(0.0);
        assertThat(figures.metrics().get("cpsat_proved_count")).isEqualTo(2L);
        assertThat(figures.metrics().get("rule_SPT_proved_count")).isEqualTo(0L);
        assertThat(figures.metrics().get("infeasible_count")).isEqualTo(0L);
        assertThat(figures.metrics().get("by_family_twt_mean_value")).isEqualTo(2.0);
        assertThat(figures.metrics().get("by_size_2x2_mean_gap")).isEqualTo(0.0);
    }

    /** Whoever goes first on an instance meets another state of the machine than who comes after. */
    @Test
    void whoGoesFirstChangesWithEachInstance() throws IOException {
        var rows = measurement(null, "rule:spt", "rule:lpt").run().rows();
        assertThat(rows)
                .extracting(row -> row.get("instance") + " " + row.get("solver"))
                .containsExactly("cross rule:SPT", "cross rule:LPT", "late rule:LPT", "late rule:SPT");
    }

    @Test
    void anInterruptedEvaluationGoesOnWhereItWas() throws IOException {
        Path json = folder.resolve("out/figures.json");
        var first = measurement(json, "rule:spt");
        first.run();
        var partial = json.resolveSibling("figures.json.partial");
        try (Stream<String> lines = Files.lines(partial)) {
            assertThat(lines).hasSize(2);
        }
        // A mark in what was measured shows that it is taken as it is, not measured anew.
        Files.writeString(partial, Files.readString(partial).replace("\"origin\":\"SPT\"", "\"origin\":\"before\""));
        var again = measurement(json, "rule:spt", "rule:lpt").run();
        assertThat(again.rows())
                .filteredOn(row -> row.get("solver").equals("rule:SPT"))
                .allSatisfy(row -> assertThat(row).containsEntry("origin", "before"));
        assertThat(again.rows()).hasSize(4);
        first.written();
        assertThat(partial).doesNotExist();
    }

    @Test
    void thePictureLiesWhereItWasAskedFor() throws IOException {
        Path picture = folder.resolve("pictures/gap.svg");
        var selection = new Selection(folder, List.of(), List.of(), Integer.MAX_VALUE);
        new SchedulingMeasurement(
                        selection,
                        folder.resolve("bounds.csv"),
                        List.of(SolverChoice.of("rule:mwkr")),
                        new SolverSettings(Duration.ofSeconds(1), 1, 1, false),
                        null,
                        picture)
                .run();
        assertThat(picture).content().startsWith("<svg").contains("rule:MWKR");
    }

    @Test
    void rowsAreJsonAsTheContractWantsIt() throws IOException {
        var row = measurement(null, "cpsat").run().rows().getFirst();
        var json = EventJson.mapper().valueToTree(row);
        assertThat(json.path("best_known_ub").asDouble()).isEqualTo(8);
        assertThat(json.path("lower_bound").asDouble()).isEqualTo(8);
        assertThat(json.path("value").asLong()).isEqualTo(8);
        assertThat(json.path("optimal").asBoolean()).isTrue();
        assertThat(json.path("trace").get(0)).hasSize(2);
    }

    @Test
    void anUnknownSolverIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> SolverChoice.of("gurobi")).hasMessageContaining("Known are portfolio, cpsat");
        assertThatThrownBy(() -> SolverChoice.of("rule:best")).hasMessageContaining("MWKR");
    }

    private SchedulingMeasurement measurement(Path json, String... solvers) {
        return new SchedulingMeasurement(
                new Selection(folder, List.of(), List.of(), Integer.MAX_VALUE),
                folder.resolve("bounds.csv"),
                Stream.of(solvers).map(SolverChoice::of).toList(),
                new SolverSettings(Duration.ofSeconds(5), 1, 1, false),
                json,
                null);
    }
}
