package dev.millwright.scheduling.dispatching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.RandomProblems;
import dev.millwright.scheduling.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The quick builder remembers what it can; one that remembers nothing must build the same. */
class ChainBuilderTest {
    private static final long LOYALTY = 7;

    @ParameterizedTest
    @EnumSource(DispatchRule.class)
    void eachRuleBuildsWhatForgettingEverythingBuilds(DispatchRule rule) {
        for (long seed = 0; seed < 40; seed++) {
            for (var choice : List.of(Choice.NON_DELAY, Choice.ACTIVE)) {
                same(RandomProblems.of(seed, 12, 3), choice, rule.inUse(), rule::priority, null);
            }
        }
    }

    @Test
    void anOrderOnMachinesOfItsOwnBuildsTheSame() {
        for (long seed = 0; seed < 40; seed++) {
            var problem = RandomProblems.of(seed, 12, 3);
            var homes = new HashMap<String, String>();
            for (var job : problem.jobs()) {
                job.operations()
                        .forEach(operation -> homes.put(
                                operation.id(), operation.modes().getLast().machineId()));
            }
            Priority order = candidate -> candidate.operationId().hashCode();
            same(problem, Choice.SERIAL, Priority.held(order), order, homes);
            same(problem, Choice.NON_DELAY, Priority.held(order), order, homes);
        }
    }

    private static void same(
            Problem problem, Choice choice, Priority quick, Priority slow, @Nullable Map<String, String> homes) {
        var builders = new Builders(problem);
        assertThat(builders.appends()).isTrue();
        var slots = MaintenanceSlots.EARLIEST.place(problem, builders.index);
        assertThat(builders.build(slots, homes, LOYALTY, choice, quick))
                .isEqualTo(new ForgetfulBuilder(problem, slots, homes == null ? Map.of() : homes, LOYALTY)
                        .build(choice, slow));
    }
}
