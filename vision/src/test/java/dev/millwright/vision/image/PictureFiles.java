package dev.millwright.vision.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;

/** Small picture files of every kind, some of them written by hand where the JDK has no writer. */
final class PictureFiles {
    private PictureFiles() {}

    /** A picture whose four corners differ, so that a wrong turn shows: 12 x 8, dark but for the top left quarter. */
    static BufferedImage corner(int type) {
        var image = new BufferedImage(12, 8, type);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 12; x++) {
                int rgb = x < 6 && y < 4 ? 0xffff8040 : 0xff102030 + x * 0x10000;
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Written by the first writer of a format with its named compression, and progressive where asked. */
    static byte[] compressed(BufferedImage image, String format, String compression) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            if (compression.equals("progressive")) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            } else {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType(compression);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A grey picture of one row with these samples of 16 bits. */
    static BufferedImage grey16(int... samples) {
        var image = new BufferedImage(samples.length, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, samples.length, 1, samples);
        return image;
    }

    /** A colour picture of one pixel of 16 bits a sample. */
    static BufferedImage rgb16(int... samples) {
        var space = java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB);
        var image = ImageTypeSpecifier.createInterleaved(
                        space, new int[] {0, 1, 2}, DataBuffer.TYPE_USHORT, false, false)
                .createBufferedImage(1, 1);
        image.getRaster().setPixel(0, 0, samples);
        return image;
    }

    /** A JPEG with an Exif block put in that holds an orientation, in either byte order. */
    static byte[] withOrientation(byte[] jpeg, int orientation, ByteOrder order) {
        var exif = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        exif.order(order).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
        return spliced(jpeg, 2, exif.array());
    }

    /** The bytes with others put in at a place. */
    static byte[] spliced(byte[] bytes, int at, byte[] others) {
        var all = Arrays.copyOf(bytes, bytes.length + others.length);
        System.arraycopy(others, 0, all, at, others.length);
        System.arraycopy(bytes, at, all, at + others.length, bytes.length - at);
        return all;
    }

    /** A chunk of a PNG with its length and checksum. */
    static byte[] chunk(String type, byte[] data) {
        var chunk = ByteBuffer.allocate(data.length + 12);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) crc.getValue()).array();
    }

    /** Writes the checksums of a PNG's chunks anew, as far as its lengths can be followed. */
    static void mendChecksums(byte[] png) {
        var bytes = ByteBuffer.wrap(png);
        int at = 8;
        while (at + 12 <= png.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                return;
            }
            var crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            bytes.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
    }

    /** A TIFF of 2 x 2 grey pixels, black, dark, light, white, with one more tag; tags are number, type, count, value. */
    static byte[] tiff(ByteOrder order, int... more) {
        int[][] tags = {
            {256, 3, 1, 2}, {257, 3, 1, 2}, {258, 3, 1, 8}, {259, 3, 1, 1}, {262, 3, 1, 1},
            {273, 4, 1, 8}, {274, 3, 1, 1}, {277, 3, 1, 1}, {278, 3, 1, 2}, {279, 4, 1, 4}
        };
        var entries = new java.util.TreeMap<Integer, int[]>();
        for (int[] tag : tags) {
            entries.put(tag[0], tag);
        }
        for (int i = 0; i + 3 < more.length; i += 4) {
            entries.put(more[i], Arrays.copyOfRange(more, i, i + 4));
        }
        var file = ByteBuffer.allocate(12 + 2 + entries.size() * 12 + 4).order(order);
        file.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        file.putShort((short) 42).putInt(12);
        file.put(new byte[] {0, 80, (byte) 160, (byte) 255});
        file.putShort((short) entries.size());
        for (int[] tag : entries.values()) {
            file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]);
            if (tag[1] == 3 && tag[2] == 1) {
                file.putShort((short) tag[3]).putShort((short) 0);
            } else {
                file.putInt(tag[3]);
            }
        }
        return file.putInt(0).array();
    }
}
