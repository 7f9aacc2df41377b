package dev.millwright.twin.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing array of bytes to write into. */
final class Bytes {

    private byte[] array = new byte[8192];
    private int size;

    byte[] array() {
        return array;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void skip(int bytes) {
        ensure(bytes);
        size += bytes;
    }

    void put(int value) {
        ensure(1);
        array[size++] = (byte) value;
    }

    void put(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, array, size, bytes.length);
        size += bytes.length;
    }

    void putInt(int value) {
        skip(4);
        setInt(size - 4, value);
    }

    void setInt(int at, int value) {
        for (int i = 0; i < 4; i++) {
            array[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    void putLong(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            array[size++] = (byte) (value >>> shift);
        }
    }

    /** Small numbers take one byte. */
    void putVar(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            array[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        array[size++] = (byte) rest;
    }

    void putText(@Nullable String text) {
        if (text == null) {
            putVar(0);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVar(utf8.length + 1L);
        put(utf8);
    }

    void putTime(Instant time) {
        putLong(time.getEpochSecond());
        putVar(time.getNano());
    }

    private void ensure(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(size + more, array.length * 2));
        }
    }
}
