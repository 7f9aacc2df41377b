package dev.millwright.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of ISA-TR88.00.02, written out: 17 states by 10 commands. */
class PackMlTest {

    @ParameterizedTest
    @CsvSource({
        // state,       RESET,     START,    STOP,     HOLD,    UNHOLD,    SUSPEND,    UNSUSPEND,    ABORT,    CLEAR,
        // COMPLETE
        "CLEARING,      -,         -,        -,        -,       -,         -,          -,            ABORTING, -,        -",
        "STOPPED,       RESETTING, -,        -,        -,       -,         -,          -,            ABORTING, -,        -",
        "STARTING,      -,         -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "IDLE,          -,         STARTING, STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "SUSPENDED,     -,         -,        STOPPING, -,       -,         -,          UNSUSPENDING, ABORTING, -,        -",
        "EXECUTE,       -,         -,        STOPPING, HOLDING, -,         SUSPENDING, -,            ABORTING, -,        COMPLETING",
        "STOPPING,      -,         -,        -,        -,       -,         -,          -,            ABORTING, -,        -",
        "ABORTING,      -,         -,        -,        -,       -,         -,          -,            -,        -,        -",
        "ABORTED,       -,         -,        -,        -,       -,         -,          -,            -,        CLEARING, -",
        "HOLDING,       -,         -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "HELD,          -,         -,        STOPPING, -,       UNHOLDING, -,          -,            ABORTING, -,        -",
        "UNHOLDING,     -,         -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "SUSPENDING,    -,         -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "UNSUSPENDING,  -,         -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "RESETTING,     -,         -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "COMPLETING,    -,         -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
        "COMPLETE,      RESETTING, -,        STOPPING, -,       -,         -,          -,            ABORTING, -,        -",
    })
    void aCommandIsTakenOrRefusedAsTheTableSays(
            PackMlState state,
            String reset,
            String start,
            String stop,
            String hold,
            String unhold,
            String suspend,
            String unsuspend,
            String abort,
            String clear,
            String complete) {
        var expected = new String[] {reset, start, stop, hold, unhold, suspend, unsuspend, abort, clear, complete};
        var twin = Lab.fold(
                Lab.draft(0, PlantFixtures.DRILL, new Fact.ConnectionOpened()),
                Lab.state(0, PlantFixtures.DRILL, state));
        for (var command : PackMlCommand.values()) {
            var next = state.after(command);
            assertThat(next == null ? "-" : next.name()).as(command.name()).isEqualTo(expected[command.code() - 1]);
            assertThat(Refusals.of(twin, PlantFixtures.DRILL, command).isPresent())
                    .as(command.name())
                    .isEqualTo(next == null);
            if (next != null) {
                assertThat(PackMlRules.canFollow(state, next)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING, EXECUTE, true",
        "EXECUTE, COMPLETING, true",
        "CLEARING, STOPPED, true",
        "HOLDING, HELD, true",
        "RESETTING, IDLE, true",
        "IDLE, EXECUTE, false",
        "ABORTED, EXECUTE, false",
        "COMPLETE, STARTING, false",
    })
    void aJumpIsToldFromAStep(PackMlState before, PackMlState after, boolean step) {
        assertThat(PackMlRules.canFollow(before, after)).isEqualTo(step);
    }
}
