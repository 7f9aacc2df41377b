package dev.millwright.twin;

import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;

/** Where a machine's time goes, after ISO 22400-2 and the mapping of OPC 40001-1, annex C. */
public enum TimeElement {
    /** APT: executing in a mode that makes parts. */
    PRODUCTION,
    /** AUST: being set up. */
    SETUP,
    /** ADET: stopped, held, starved or broken while an order is on the machine. */
    DELAY,
    /** ADOT: there, but without an order. */
    DOWN,
    /** PMT: preventive maintenance, planned and therefore no loss. */
    PREVENTIVE_MAINTENANCE,
    /** A break inside a shift in which the machine stood. */
    PLANNED_STOP,
    /** Outside all shifts, standing. */
    UNSCHEDULED,
    /** Before the machine first reported. */
    UNKNOWN;

    /** True for the elements that planned busy time (PBT) is made of. */
    public boolean isBusyTime() {
        return this == PRODUCTION || this == SETUP || this == DELAY || this == DOWN;
    }

    static TimeElement of(PackMlState state, MachineMode mode, boolean order, boolean maintained) {
        if (maintained) {
            return PREVENTIVE_MAINTENANCE;
        }
        if (mode == MachineMode.SETUP && !stands(state)) {
            return SETUP;
        }
        if (mode == MachineMode.PRODUCTION && state == PackMlState.EXECUTE) {
            return PRODUCTION;
        }
        return order ? DELAY : DOWN;
    }

    /** True while a person or a spare part is needed: broken down, or in maintenance that nobody planned. */
    static boolean isCorrective(PackMlState state, MachineMode mode, boolean maintained) {
        return !maintained && (state.isAborted() || mode == MachineMode.MAINTENANCE);
    }

    private static boolean stands(PackMlState state) {
        return state.isAborted()
                || state == PackMlState.HELD
                || state == PackMlState.SUSPENDED
                || state == PackMlState.STOPPED;
    }
}
