package dev.millwright.plant;

import java.util.Set;

/** The 17 states of PackML (ISA-TR88.00.02), with the codes machines put on the wire. */
public enum PackMlState {
    CLEARING(1),
    STOPPED(2),
    STARTING(3),
    IDLE(4),
    SUSPENDED(5),
    EXECUTE(6),
    STOPPING(7),
    ABORTING(8),
    ABORTED(9),
    HOLDING(10),
    HELD(11),
    UNHOLDING(12),
    SUSPENDING(13),
    UNSUSPENDING(14),
    RESETTING(15),
    COMPLETING(16),
    COMPLETE(17);

    private static final Set<PackMlState> ABORT_FAMILY = Set.of(ABORTING, ABORTED, CLEARING);
    private static final PackMlState[] BY_CODE = values();

    private final int code;

    PackMlState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static PackMlState ofCode(int code) {
        if (code < 1 || code > BY_CODE.length) {
            throw new IllegalArgumentException(
                    "%d is no PackML state.\nMachines report a code from 1 (Clearing) to 17 (Complete)."
                            .formatted(code));
        }
        return BY_CODE[code - 1];
    }

    /** True while the machine is broken down: aborting, aborted or being cleared. */
    public boolean isAborted() {
        return ABORT_FAMILY.contains(this);
    }

    /** True when the machine waits for a command: everything else is an acting state it leaves by itself. */
    public boolean isWaiting() {
        return switch (this) {
            case STOPPED, IDLE, SUSPENDED, EXECUTE, ABORTED, HELD, COMPLETE -> true;
            case CLEARING,
                    STARTING,
                    STOPPING,
                    ABORTING,
                    HOLDING,
                    UNHOLDING,
                    SUSPENDING,
                    UNSUSPENDING,
                    RESETTING,
                    COMPLETING -> false;
        };
    }

    /** The state a legal command leads to first, or {@code null} when PackML forbids the command here. */
    public @org.jspecify.annotations.Nullable PackMlState after(PackMlCommand command) {
        return switch (command) {
            case RESET -> this == STOPPED || this == COMPLETE ? RESETTING : null;
            case START -> this == IDLE ? STARTING : null;
            case STOP -> ABORT_FAMILY.contains(this) || this == STOPPING || this == STOPPED ? null : STOPPING;
            case HOLD -> this == EXECUTE ? HOLDING : null;
            case UNHOLD -> this == HELD ? UNHOLDING : null;
            case SUSPEND -> this == EXECUTE ? SUSPENDING : null;
            case UNSUSPEND -> this == SUSPENDED ? UNSUSPENDING : null;
            case ABORT -> this == ABORTING || this == ABORTED ? null : ABORTING;
            case CLEAR -> this == ABORTED ? CLEARING : null;
            case COMPLETE -> this == EXECUTE ? COMPLETING : null;
        };
    }
}
