package dev.millwright.twin.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Some frames in a row: one entry of the sparse index. */
record Block(long position, long end, long firstOffset, long lastOffset, long minSecond, long maxSecond) {

    /** Frames share an index entry until it covers this much of the file. */
    private static final int BYTES = 64 << 10;

    static Block of(Frame frame, long position) {
        return new Block(
                position,
                position + frame.bytes(),
                frame.firstOffset(),
                frame.lastOffset(),
                frame.minSecond(),
                frame.maxSecond());
    }

    boolean hasRoom() {
        return end - position < BYTES;
    }

    Block plus(Frame frame) {
        return new Block(
                position,
                end + frame.bytes(),
                firstOffset,
                frame.lastOffset(),
                Math.min(minSecond, frame.minSecond()),
                Math.max(maxSecond, frame.maxSecond()));
    }

    boolean touches(@Nullable Instant from, @Nullable Instant to) {
        return (from == null || maxSecond >= from.getEpochSecond()) && (to == null || minSecond <= to.getEpochSecond());
    }
}
