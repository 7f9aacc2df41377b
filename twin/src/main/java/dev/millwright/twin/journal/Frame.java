package dev.millwright.twin.journal;

import dev.millwright.plant.event.Event;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The events of one group commit as they lie on disk: length of the rest, its CRC32C, version, first offset, number of
 * events, earliest and latest second any of them tells of, and the events.
 */
record Frame(long firstOffset, int count, long minSecond, long maxSecond, int bytes) {

    static final int HEADER = 8;
    static final int LEAST = HEADER + 1 + 8 + 4 + 8 + 8;
    private static final int VERSION = 1;

    long lastOffset() {
        return firstOffset + count - 1;
    }

    static Frame write(Bytes out, List<Event> events) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (var event : events) {
            min = Math.min(min, event.time().getEpochSecond());
            max = Math.max(max, event.time().getEpochSecond());
        }
        long first = events.getFirst().offset();
        out.clear();
        out.skip(HEADER);
        out.put(VERSION);
        out.putLong(first);
        out.putInt(events.size());
        out.putLong(min);
        out.putLong(max);
        for (var event : events) {
            EventCodec.write(out, event);
        }
        var crc = new CRC32C();
        crc.update(out.array(), HEADER, out.size() - HEADER);
        out.setInt(0, out.size() - HEADER);
        out.setInt(4, (int) crc.getValue());
        return new Frame(first, events.size(), min, max, out.size());
    }

    /** The frame at a position; null when there is none that is whole. */
    static @Nullable Frame read(ByteBuffer file, int position) {
        if (position + LEAST > file.limit()) {
            return null;
        }
        int length = file.getInt(position);
        if (length < LEAST - HEADER
                || length > file.limit() - position - HEADER
                || file.get(position + HEADER) != VERSION) {
            return null;
        }
        var crc = new CRC32C();
        crc.update(file.slice(position + HEADER, length));
        if ((int) crc.getValue() != file.getInt(position + 4)) {
            return null;
        }
        return new Frame(
                file.getLong(position + 9),
                file.getInt(position + 17),
                file.getLong(position + 21),
                file.getLong(position + 29),
                HEADER + length);
    }

    /** Puts a cursor on the first event of the frame at a position. */
    static void enter(Cursor cursor, byte[] block, int position) {
        cursor.over(block, position + LEAST);
    }
}
