package dev.millwright.scheduling.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millwright.scheduling.Instances;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstanceReaderTest {
    @Test
    void theStandardTextNumbersMachinesFromZero() {
        var problem = Instances.ft06();
        assertThat(problem.machines()).hasSize(6);
        assertThat(problem.openOperations()).isEqualTo(36);
        assertThat(problem.jobs().getFirst().operations().getFirst().modes()).containsExactly(new Mode("M3", 1));
    }

    @Test
    void theFlexibleTextNumbersMachinesFromOne() {
        var problem = InstanceReader.flexibleJobShop("small", """
                1 2 1.5
                2  2 1 5 2 7  1 2 3
                """);
        assertThat(problem.jobs().getFirst().operations().getFirst().modes())
                .containsExactly(new Mode("M1", 5), new Mode("M2", 7));
    }

    @Test
    void aBadFileIsRefusedWithItsLineAndWhatWasExpected() {
        assertThatThrownBy(() -> InstanceReader.jobShop("bad", "1 1\n0 five"))
                .hasMessageContaining("bad, line 2: has 'five' where a duration was expected");
        assertThatThrownBy(() -> InstanceReader.jobShop("bad", "# two jobs\n2 1\n0 5"))
                .hasMessageContaining("bad: ends where job 2 was expected");
        assertThatThrownBy(() -> InstanceReader.jobShop("bad", "1 1\n3 5"))
                .hasMessageContaining("bad, line 2: has a machine 3, expected 0 to 0");
        assertThatThrownBy(() -> InstanceReader.flexibleJobShop("bad", "1 1\n1 1 1"))
                .hasMessageContaining("bad, line 2: ends where a duration was expected");
    }

    @Test
    void everyPublicJobShopIsReadAndPlanned() throws IOException {
        var folder = System.getenv("MILLWRIGHT_DATA");
        assumeTrue(folder != null, "MILLWRIGHT_DATA is not set");
        var data = Path.of(folder, "scheduling");
        assumeTrue(Files.isDirectory(data), "no scheduling data under MILLWRIGHT_DATA");
        for (var part : new String[] {"jobshop/la", "jobshop/orb", "fjsp/brandimarte"}) {
            try (var files = Files.list(data.resolve(part))) {
                for (var file : files.toList()) {
                    var problem = InstanceReader.read(file);
                    var plan = new Dispatcher(PlanRequest.of(problem)).best();
                    assertThat(ScheduleChecker.check(problem, plan))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
    }
}
