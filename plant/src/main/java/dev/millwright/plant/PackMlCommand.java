package dev.millwright.plant;

/** The commands of PackML (ISA-TR88.00.02, edition 2022), with the codes of PackTags' {@code CntrlCmd}. */
public enum PackMlCommand {
    RESET(1),
    START(2),
    STOP(3),
    HOLD(4),
    UNHOLD(5),
    SUSPEND(6),
    UNSUSPEND(7),
    ABORT(8),
    CLEAR(9),
    COMPLETE(10);

    private static final PackMlCommand[] BY_CODE = values();

    private final int code;

    PackMlCommand(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static PackMlCommand ofCode(int code) {
        if (code < 1 || code > BY_CODE.length) {
            throw new IllegalArgumentException(
                    "%d is no PackML command.\nSend a code from 1 (Reset) to 10 (Complete).".formatted(code));
        }
        return BY_CODE[code - 1];
    }
}
