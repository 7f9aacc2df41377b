package dev.millwright.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackMlTest {

    /** ISA-TR88.00.02: the states a command is legal in. */
    @Test
    void eachCommandIsLegalWhereTheStandardSaysSo() {
        assertThat(legal(PackMlCommand.RESET)).containsOnly(PackMlState.STOPPED, PackMlState.COMPLETE);
        assertThat(legal(PackMlCommand.START)).containsOnly(PackMlState.IDLE);
        assertThat(legal(PackMlCommand.HOLD)).containsOnly(PackMlState.EXECUTE);
        assertThat(legal(PackMlCommand.UNHOLD)).containsOnly(PackMlState.HELD);
        assertThat(legal(PackMlCommand.SUSPEND)).containsOnly(PackMlState.EXECUTE);
        assertThat(legal(PackMlCommand.UNSUSPEND)).containsOnly(PackMlState.SUSPENDED);
        assertThat(legal(PackMlCommand.COMPLETE)).containsOnly(PackMlState.EXECUTE);
        assertThat(legal(PackMlCommand.CLEAR)).containsOnly(PackMlState.ABORTED);
        assertThat(legal(PackMlCommand.ABORT))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(PackMlState.ABORTING, PackMlState.ABORTED)));
        assertThat(legal(PackMlCommand.STOP))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(
                        PackMlState.ABORTING,
                        PackMlState.ABORTED,
                        PackMlState.CLEARING,
                        PackMlState.STOPPING,
                        PackMlState.STOPPED)));
    }

    @Test
    void codesGoThereAndBack() {
        for (var state : PackMlState.values()) {
            assertThat(PackMlState.ofCode(state.code())).isEqualTo(state);
        }
        for (var command : PackMlCommand.values()) {
            assertThat(PackMlCommand.ofCode(command.code())).isEqualTo(command);
        }
        for (var mode : MachineMode.values()) {
            assertThat(MachineMode.ofCode(mode.code())).isEqualTo(mode);
        }
        assertThat(PackMlState.EXECUTE.isWaiting()).isTrue();
        assertThat(PackMlState.RESETTING.isWaiting()).isFalse();
        assertThat(PackMlState.CLEARING.isAborted()).isTrue();
        assertThatThrownBy(() -> PackMlState.ofCode(18)).hasMessageContaining("18 is no PackML state");
        assertThatThrownBy(() -> PackMlCommand.ofCode(0)).hasMessageContaining("0 is no PackML command");
        assertThatThrownBy(() -> MachineMode.ofCode(9)).hasMessageContaining("9 is no machine mode");
    }

    private static Set<PackMlState> legal(PackMlCommand command) {
        var legal = EnumSet.noneOf(PackMlState.class);
        for (var state : PackMlState.values()) {
            if (state.after(command) != null) {
                legal.add(state);
            }
        }
        return legal;
    }
}
