package dev.millwright.connectors.sparkplug;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of a machine's metrics, and what each of them holds. */
final class Vocabulary {

    static final String STATE = "State";
    static final String STATE_CAUSE = "State/Cause";
    static final String MODE = "Mode";
    static final String LOT = "Operation/Lot";
    static final String OPERATION = "Operation/Id";
    static final String PHASE = "Operation/Phase";
    static final String GOOD = "Operation/Good";
    static final String SCRAP = "Operation/Scrap";
    static final String REWORK = "Operation/Rework";
    static final String PROCESSED = "Operation/Processed";
    static final String INTERRUPTION = "Operation/Cause";
    static final String LOCATION = "Location/Lot";
    static final String LOCATIONS = "Location/Lots";
    static final String WISH = "Maintenance/Wish";
    static final String MAINTENANCE_PHASE = "Maintenance/Phase";
    static final String SIGNALS = "Signals/";
    static final String CAMERA = "Camera/";
    static final String IMAGE = "/Image";
    static final String TEMPLATE = "/Template";
    static final String SERIAL = "/Serial";
    static final String COMMAND = "Command/";
    static final String PACKML_COMMAND = "Command/PackML";
    static final String WORK_COMMAND = "Command/Work";
    static final String DROP_COMMAND = "Command/Drop";
    static final String MAINTAIN_COMMAND = "Command/Maintain";
    static final String REBIRTH = "Node Control/Rebirth";
    static final String BD_SEQ = "bdSeq";

    /** The phases of an operation and of maintenance. */
    static final String NONE = "none";

    static final String STARTED = "started";
    static final String COMPLETED = "completed";
    static final String INTERRUPTED = "interrupted";
    static final String FINISHED = "finished";

    /** What a machine can be told; a birth lists them without a value. */
    static final Map<String, DataType> COMMANDS = Map.of(
            PACKML_COMMAND, DataType.INT32,
            WORK_COMMAND, DataType.STRING,
            DROP_COMMAND, DataType.STRING,
            MAINTAIN_COMMAND, DataType.STRING);

    /** What every device tells besides its signals, in the order of a birth. */
    static final List<String> PLAIN = List.of(
            STATE,
            STATE_CAUSE,
            MODE,
            LOT,
            OPERATION,
            PHASE,
            GOOD,
            SCRAP,
            REWORK,
            PROCESSED,
            INTERRUPTION,
            LOCATION,
            LOCATIONS,
            WISH,
            MAINTENANCE_PHASE);

    private Vocabulary() {}

    /** What a metric holds; {@code null} for a name that means nothing here. */
    static @Nullable DataType type(String name) {
        return switch (name) {
            case STATE, MODE, GOOD, SCRAP, REWORK, PROCESSED, PACKML_COMMAND -> DataType.INT32;
            case STATE_CAUSE, LOT, OPERATION, PHASE, INTERRUPTION, LOCATION, LOCATIONS, WISH, MAINTENANCE_PHASE ->
                DataType.STRING;
            case WORK_COMMAND, DROP_COMMAND, MAINTAIN_COMMAND -> DataType.STRING;
            case REBIRTH -> DataType.BOOLEAN;
            case BD_SEQ -> DataType.INT64;
            default -> {
                if (name.startsWith(SIGNALS)) {
                    yield DataType.DOUBLE;
                }
                if (!name.startsWith(CAMERA)) {
                    yield null;
                }
                yield name.endsWith(SERIAL)
                        ? DataType.STRING
                        : name.endsWith(IMAGE) || name.endsWith(TEMPLATE) ? DataType.BYTES : null;
            }
        };
    }
}
