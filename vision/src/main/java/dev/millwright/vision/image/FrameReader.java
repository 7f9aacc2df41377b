package dev.millwright.vision.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads JPEG, PNG, BMP and TIFF into frames, and refuses what is no image or larger than its limits. */
public record FrameReader(long maxBytes, long maxPixels) {
    /** Limits that admit any usual camera and stop decompression bombs: 64 MiB, 50 million pixels. */
    public static FrameReader standard() {
        return new FrameReader(64L << 20, 50_000_000L);
    }

    public FrameReader {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "maxBytes " + maxBytes + ", maxPixels " + maxPixels + "\nBoth limits have to be at least 1.");
        }
    }

    /** Reads an image file. */
    public Frame read(Path file) {
        try {
            long size = Files.size(file);
            refuseLarge(file.toString(), size);
            return decode(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UnreadableFrameException("cannot read " + file + "\nName an existing image file.", e);
        }
    }

    /** Decodes an image file's bytes; the name only serves messages. */
    public Frame decode(byte[] bytes, String name) {
        refuseLarge(name, bytes.length);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            return decode(input, name);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnreadableFrameException refusal) {
                throw refusal;
            }
            throw new UnreadableFrameException(
                    name + " is a broken or truncated image\nSave it again as PNG or JPEG.", e);
        }
    }

    private Frame decode(ImageInputStream input, String name) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new UnreadableFrameException(name + " is not an image\nGive a JPEG, PNG, BMP or TIFF file.");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > maxPixels) {
                throw new UnreadableFrameException(name + " has " + pixels + " pixels, the limit is " + maxPixels
                        + "\nScale it down or cut it into tiles.");
            }
            return grey(reader.read(0));
        } finally {
            reader.dispose();
        }
    }

    private void refuseLarge(String name, long bytes) {
        if (bytes > maxBytes) {
            throw new UnreadableFrameException(
                    name + " has " + bytes + " bytes, the limit is " + maxBytes + "\nSend a smaller image.");
        }
    }

    /** The luminance of an image; grey images keep their stored values, untouched by colour management. */
    static Frame grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = new byte[width * height];
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            image.getRaster().getDataElements(0, 0, width, height, pixels);
            return Frame.wrap(width, height, pixels);
        }
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                // Luma weights of ITU-R BT.601, in 256ths.
                int luma = 77 * (rgb >> 16 & 0xff) + 150 * (rgb >> 8 & 0xff) + 29 * (rgb & 0xff);
                pixels[y * width + x] = (byte) (luma >> 8);
            }
        }
        return Frame.wrap(width, height, pixels);
    }
}
