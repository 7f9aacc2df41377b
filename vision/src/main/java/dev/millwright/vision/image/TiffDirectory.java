package dev.millwright.vision.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first directory of a TIFF file, and of the Exif block in a JPEG, which is a TIFF inside (TIFF 6.0, section 2). Nothing is
 * read from beyond the end, whatever the file says.
 */
final class TiffDirectory {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int STRIP_BYTES = 279;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;

    private static final int ENTRY_BYTES = 12;
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final Map<Integer, long[]> numbers = new HashMap<>();

    private TiffDirectory() {}

    /** Reads the whole-number tags of the first directory; null when there is none, or a tag points outside. */
    static @Nullable TiffDirectory read(byte[] bytes, int from, int length) {
        if (length < 8) {
            return null;
        }
        var tiff = ByteBuffer.wrap(bytes, from, length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long start = Integer.toUnsignedLong(tiff.getInt(4));
        if (tiff.getShort(2) != 42 || start + 2 > length) {
            return null;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) start));
        if (start + 2 + (long) entries * ENTRY_BYTES > length) {
            return null;
        }
        var directory = new TiffDirectory();
        for (int i = 0; i < entries; i++) {
            if (!directory.add(tiff, (int) start + 2 + i * ENTRY_BYTES)) {
                return null;
            }
        }
        return directory;
    }

    /** False when the values lie outside the file. */
    private boolean add(ByteBuffer tiff, int at) {
        int type = Short.toUnsignedInt(tiff.getShort(at + 2));
        int size = type == BYTE ? 1 : type == SHORT ? 2 : type == LONG ? 4 : 0;
        if (size == 0) {
            return true;
        }
        long count = Integer.toUnsignedLong(tiff.getInt(at + 4));
        long bytes = count * size;
        long place = bytes <= 4 ? at + 8 : Integer.toUnsignedLong(tiff.getInt(at + 8));
        if (place + bytes > tiff.limit()) {
            return false;
        }
        var values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            int where = (int) place + i * size;
            values[i] = size == 1
                    ? Byte.toUnsignedLong(tiff.get(where))
                    : size == 2
                            ? Short.toUnsignedLong(tiff.getShort(where))
                            : Integer.toUnsignedLong(tiff.getInt(where));
        }
        numbers.put(Short.toUnsignedInt(tiff.getShort(at)), values);
        return true;
    }

    /** The values of a tag; none when it is missing or no whole number. */
    long[] all(int tag) {
        return numbers.getOrDefault(tag, new long[0]).clone();
    }

    /** The first value of a tag, or the given one where there is none. */
    long first(int tag, long otherwise) {
        var values = numbers.get(tag);
        return values == null || values.length == 0 ? otherwise : values[0];
    }
}
