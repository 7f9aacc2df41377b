package dev.millwright.plant;

/** What a machine is used for: PackML's modes, with SETUP as OPC 40001-1 names it. */
public enum MachineMode {
    PRODUCTION(1),
    MAINTENANCE(2),
    MANUAL(3),
    SETUP(4);

    private final int code;

    MachineMode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static MachineMode ofCode(int code) {
        for (var mode : values()) {
            if (mode.code == code) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "%d is no machine mode.\nMachines report 1 (Production), 2 (Maintenance), 3 (Manual) or 4 (Setup)."
                        .formatted(code));
    }
}
