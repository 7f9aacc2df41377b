package dev.millwright.vision.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** Turns what the JDK decoded into planes of 8 bits: stored values as they are, past colour management, alpha over white. */
final class Planes {
    private static final double TAIL = 0.001;

    private Planes() {}

    static ColourFrame of(BufferedImage image, SixteenBit sixteenBit, String name) {
        var model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            return palette(image, palette);
        }
        if (model instanceof ComponentColorModel) {
            return components(image, model, sixteenBit, name);
        }
        return packed(image);
    }

    private static ColourFrame components(BufferedImage image, ColorModel model, SixteenBit sixteenBit, String name) {
        int space = model.getColorSpace().getType();
        int colours = model.getNumColorComponents();
        int type = image.getRaster().getTransferType();
        boolean known =
                (space == ColorSpace.TYPE_GRAY && colours == 1) || (space == ColorSpace.TYPE_RGB && colours == 3);
        if (!known || (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT)) {
            throw new UnreadableFrameException(name + " has " + colours + " colours of " + model.getComponentSize(0)
                    + " bits in a model that is neither grey nor RGB\nSave it in RGB or grey, with 8 or 16 bits.");
        }
        var range = range(image, model, sixteenBit);
        var planes = new Frame[colours];
        for (int band = 0; band < colours; band++) {
            planes[band] = plane(image, model, band, range);
        }
        return colours == 1 ? ColourFrame.of(planes[0]) : new ColourFrame(planes[0], planes[1], planes[2]);
    }

    private static Frame plane(BufferedImage image, ColorModel model, int band, int[] range) {
        int width = image.getWidth();
        int height = image.getHeight();
        var raster = image.getRaster();
        int alphaBand = model.hasAlpha() ? model.getNumColorComponents() : -1;
        int opaque = alphaBand < 0 ? 0 : (1 << model.getComponentSize(alphaBand)) - 1;
        var pixels = new byte[width * height];
        var row = new int[width];
        var alpha = new int[width];
        long span = Math.max(1, range[1] - range[0]);
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, band, row);
            if (alphaBand >= 0) {
                raster.getSamples(0, y, width, 1, alphaBand, alpha);
            }
            for (int x = 0; x < width; x++) {
                long value = Math.clamp((255L * (row[x] - range[0]) + span / 2) / span, 0, 255);
                if (alphaBand >= 0) {
                    long shown = image.isAlphaPremultiplied() ? value * opaque : value * alpha[x];
                    value = Math.min(255, (shown + 255L * (opaque - alpha[x]) + opaque / 2) / opaque);
                }
                pixels[y * width + x] = (byte) value;
            }
        }
        return Frame.wrap(width, height, pixels);
    }

    /** The samples that become 0 and 255, the same for all colours. */
    private static int[] range(BufferedImage image, ColorModel model, SixteenBit sixteenBit) {
        int most = (1 << model.getComponentSize(0)) - 1;
        if (model.getComponentSize(0) <= 8 || sixteenBit == SixteenBit.FULL_RANGE) {
            return new int[] {0, most};
        }
        var counts = new long[most + 1];
        var row = new int[image.getWidth()];
        for (int band = 0; band < model.getNumColorComponents(); band++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRaster().getSamples(0, y, row.length, 1, band, row);
                for (int value : row) {
                    counts[value]++;
                }
            }
        }
        long tail = (long) (TAIL * Arrays.stream(counts).sum());
        int low = 0;
        for (long below = counts[0]; below <= tail; below += counts[low]) {
            low++;
        }
        int high = most;
        for (long above = counts[most]; above <= tail; above += counts[high]) {
            high--;
        }
        return new int[] {low, high};
    }

    private static ColourFrame palette(BufferedImage image, IndexColorModel palette) {
        var colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        var pixels = new int[image.getWidth() * image.getHeight()];
        image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, pixels);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours[pixels[i]];
        }
        return argb(image.getWidth(), image.getHeight(), pixels);
    }

    private static ColourFrame packed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return argb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static ColourFrame argb(int width, int height, int[] argb) {
        var red = new byte[argb.length];
        var green = new byte[argb.length];
        var blue = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            red[i] = overWhite(argb[i] >> 16 & 0xff, alpha);
            green[i] = overWhite(argb[i] >> 8 & 0xff, alpha);
            blue[i] = overWhite(argb[i] & 0xff, alpha);
        }
        var first = Frame.wrap(width, height, red);
        return Arrays.equals(red, green) && Arrays.equals(red, blue)
                ? ColourFrame.of(first)
                : new ColourFrame(first, Frame.wrap(width, height, green), Frame.wrap(width, height, blue));
    }

    private static byte overWhite(int value, int alpha) {
        return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}
