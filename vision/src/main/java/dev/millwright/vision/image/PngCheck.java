package dev.millwright.vision.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG (PNG, third edition, section 5): each has a checksum, which the JDK's reader passes over, so that a
 * flipped bit would be inspected as a defect.
 */
final class PngCheck {
    private static final int SIGNATURE = 8;
    /** Length, type and checksum of a chunk. */
    private static final int FRAME = 12;

    private PngCheck() {}

    /** Refuses a PNG that is cut off or damaged. */
    static void check(byte[] bytes, String name) {
        var png = ByteBuffer.wrap(bytes);
        int at = SIGNATURE;
        while (true) {
            if (bytes.length - at < FRAME) {
                throw broken(name, "it ends before its last chunk");
            }
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - FRAME) {
                throw broken(name, "it ends within its chunk " + type(bytes, at + 4));
            }
            var crc = new CRC32();
            crc.update(bytes, at + 4, length + 4);
            if ((int) crc.getValue() != png.getInt(at + 8 + length)) {
                throw broken(name, "its chunk " + type(bytes, at + 4) + " fails its checksum");
            }
            if (type(bytes, at + 4).equals("IEND")) {
                return;
            }
            at += FRAME + length;
        }
    }

    private static String type(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII).replaceAll("[^A-Za-z]", "?");
    }

    private static UnreadableFrameException broken(String name, String why) {
        return new UnreadableFrameException(
                name + " is a broken or truncated image: " + why + "\nSave or send it again.");
    }
}
