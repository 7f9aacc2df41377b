package dev.millwright.connectors.sparkplug;

import org.jspecify.annotations.Nullable;

/** The data types of Sparkplug that are understood, with their codes on the wire. */
enum DataType {
    INT8(1),
    INT16(2),
    INT32(3),
    INT64(4),
    UINT8(5),
    UINT16(6),
    UINT32(7),
    UINT64(8),
    FLOAT(9),
    DOUBLE(10),
    BOOLEAN(11),
    STRING(12),
    DATE_TIME(13),
    TEXT(14),
    UUID(15),
    BYTES(17);

    private final int code;

    DataType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The type with a code; {@code null} for one that is not understood. */
    static @Nullable DataType ofCode(int code) {
        for (var type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}
