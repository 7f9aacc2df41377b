package dev.millwright.twin.journal;

import dev.millwright.plant.EquipmentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Bytes} wrote. Names that come again and again are kept once. */
final class Cursor {

    private static final int MOST_NAMES = 10_000;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, EquipmentId> equipment = new HashMap<>();
    private byte[] array = new byte[0];
    private int at;

    void over(byte[] bytes, int position) {
        array = bytes;
        at = position;
        if (names.size() > MOST_NAMES) {
            names.clear();
            equipment.clear();
        }
    }

    int position() {
        return at;
    }

    void skip(int bytes) {
        at += bytes;
    }

    int next() {
        return array[at++] & 0xFF;
    }

    int nextInt() {
        return (next() << 24) | (next() << 16) | (next() << 8) | next();
    }

    long nextLong() {
        return ((long) nextInt() << 32) | (nextInt() & 0xFFFFFFFFL);
    }

    long nextVar() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }

    @Nullable
    String nextTextOrNull() {
        int length = (int) nextVar() - 1;
        if (length < 0) {
            return null;
        }
        var text = new String(array, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A text that is likely to come again. */
    String nextName() {
        var text = nextTextOrNull();
        var name = text == null ? "" : text;
        var known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    EquipmentId nextEquipment() {
        return equipment.computeIfAbsent(nextName(), EquipmentId::of);
    }

    Instant nextTime() {
        long second = nextLong();
        return Instant.ofEpochSecond(second, nextVar());
    }

    byte[] nextBytes(int length) {
        byte[] bytes = java.util.Arrays.copyOfRange(array, at, at + length);
        at += length;
        return bytes;
    }
}
