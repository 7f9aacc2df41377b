package dev.millwright.vision.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Reads JPEG, PNG, BMP and TIFF into frames, upright, and refuses in words what is none, is damaged, or is larger than its
 * limits. Of a TIFF with several pictures it reads the first; a GIF it refuses.
 *
 * @param maxBytes of a file
 * @param maxPixels of a picture, known from its header before anything is unpacked
 * @param maxSidePx of its width and of its height
 * @param sixteenBit how samples of 16 bits become 8
 */
public record FrameReader(long maxBytes, long maxPixels, int maxSidePx, SixteenBit sixteenBit) {
    private static final int MOST_SIDE = 65_535;
    /** What a pixel takes at most while it is decoded: four samples of 16 bits, and three planes. */
    private static final int BYTES_PER_PIXEL = 11;

    public FrameReader {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 16 || maxPixels < 1 || maxPixels > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("maxBytes " + maxBytes + ", maxPixels " + maxPixels
                    + "\nBoth limits have to be at least 1 and below 2 thousand million.");
        }
        if (maxSidePx < 1) {
            throw new IllegalArgumentException("maxSidePx " + maxSidePx + "\nGive at least 1.");
        }
    }

    /** A reader with limits on bytes and pixels alone. */
    public FrameReader(long maxBytes, long maxPixels) {
        this(maxBytes, maxPixels, MOST_SIDE, SixteenBit.FULL_RANGE);
    }

    /**
     * Limits that admit any usual camera and stop decompression bombs: 64 MiB, 65,535 pixels a side, and 50 million pixels in
     * all, or as many as half of this process's memory can hold.
     */
    public static FrameReader standard() {
        long affordable = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_PIXEL;
        return new FrameReader(64L << 20, Math.min(50_000_000L, affordable));
    }

    /** The same limits, with samples of 16 bits turned into 8 another way. */
    public FrameReader with(SixteenBit way) {
        return new FrameReader(maxBytes, maxPixels, maxSidePx, way);
    }

    /** Reads an image file as grey. */
    public Frame read(Path file) {
        return readColour(file).grey();
    }

    /** Decodes an image file's bytes as grey; the name only serves messages. */
    public Frame decode(byte[] bytes, String name) {
        return decodeColour(bytes, name).grey();
    }

    /** Reads an image file in colour. */
    public ColourFrame readColour(Path file) {
        try (var input = Files.newInputStream(file)) {
            refuseLarge(file.toString(), Files.size(file));
            // The file may grow meanwhile.
            return decodeColour(input.readNBytes((int) maxBytes + 1), file.toString());
        } catch (IOException e) {
            throw new UnreadableFrameException("cannot read " + file + "\nName an existing image file.", e);
        }
    }

    /** Decodes an image file's bytes in colour; the name only serves messages. */
    public ColourFrame decodeColour(byte[] bytes, String name) {
        refuseLarge(name, bytes.length);
        var format = ImageFormat.of(bytes, name);
        var orientation =
                switch (format) {
                    case PNG -> {
                        PngCheck.check(bytes, name);
                        yield Orientation.UPRIGHT;
                    }
                    case JPEG -> JpegCheck.of(bytes, name);
                    case TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN -> TiffCheck.of(bytes, name, maxPixels);
                    case BMP, GIF -> Orientation.UPRIGHT;
                };
        try {
            return orientation.upright(Planes.of(image(bytes, format, name), sixteenBit, name));
        } catch (UnreadableFrameException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFrameException(
                    name + " is a broken or truncated image\nSave it again as PNG or JPEG.", e);
        }
    }

    private BufferedImage image(byte[] bytes, ImageFormat format, String name) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.readerName());
        ImageReader reader = readers.next();
        var damage = new StringBuilder();
        try (var input = new ByteArrayInput(bytes)) {
            reader.setInput(input, true, true);
            refuseManyPixels(name, reader.getWidth(0), reader.getHeight(0));
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.startsWith("Premature end") || warning.startsWith("Corrupt JPEG data: bad")) {
                    damage.append(warning);
                }
            });
            var image = reader.read(0);
            if (!damage.isEmpty()) {
                throw new UnreadableFrameException(
                        name + " is a broken or truncated image: " + damage + "\nSave or send it again.");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private void refuseManyPixels(String name, int width, int height) {
        if (width < 1 || height < 1) {
            throw new UnreadableFrameException(
                    name + " has " + width + " x " + height + " pixels\nSend a picture that shows something.");
        }
        if (width > maxSidePx || height > maxSidePx) {
            throw new UnreadableFrameException(name + " has " + width + " x " + height + " pixels, the limit is "
                    + maxSidePx + " a side\nScale it down or cut it into tiles.");
        }
        long pixels = (long) width * height;
        if (pixels > maxPixels) {
            throw new UnreadableFrameException(name + " has " + pixels + " pixels, the limit is " + maxPixels
                    + "\nScale it down or cut it into tiles.");
        }
    }

    private void refuseLarge(String name, long bytes) {
        if (bytes > maxBytes) {
            throw new UnreadableFrameException(
                    name + " has " + bytes + " bytes, the limit is " + maxBytes + "\nSend a smaller image.");
        }
    }
}
