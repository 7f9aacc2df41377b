package dev.millwright.vision;

import dev.millwright.plant.Severity;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Frames as PNG files, with the findings drawn over them. It needs neither a display nor installed fonts. */
public final class MarkedImage {
    private static final int LINE_PX = 2;

    private MarkedImage() {}

    /** The frame as a grey PNG. */
    public static byte[] png(Frame frame) {
        var image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.pixels());
        return encode(image);
    }

    /** The frame with a box, a type and a score for each finding; the colour tells the severity. */
    public static byte[] png(Frame frame, List<Finding> findings) {
        return told(ColourFrame.of(frame), findings.stream().map(Finding::told).toList());
    }

    /** The picture with a box, a type and a probability for each finding; the colour tells the severity. */
    public static byte[] told(ColourFrame picture, List<dev.millwright.plant.Finding> findings) {
        if (findings.isEmpty() && picture.isGrey()) {
            return png(picture.red());
        }
        return png(
                picture,
                findings.stream()
                        .map(finding -> new Mark(
                                box(finding.box()),
                                finding.type() + String.format(Locale.ROOT, " %.0f%%", 100 * finding.probability()),
                                colour(finding.severity())))
                        .toList());
    }

    private static Box box(dev.millwright.plant.Box box) {
        return new Box(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
    }

    /** A box around something, and what it is; the colour as red, green and blue. */
    public record Mark(Box box, String label, int colour) {}

    /** The picture with these marks. */
    public static byte[] png(ColourFrame picture, List<Mark> marks) {
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(
                        x,
                        y,
                        picture.red().grey(x, y) << 16
                                | picture.green().grey(x, y) << 8
                                | picture.blue().grey(x, y));
            }
        }
        for (var mark : marks) {
            outline(image, mark.box(), mark.colour());
            int left = Math.clamp(mark.box().left(), 0, Math.max(0, image.getWidth() - Lettering.width(mark.label())));
            int above = mark.box().top() - Lettering.HEIGHT;
            Lettering.write(image, mark.label(), left, above < 0 ? mark.box().bottom() : above, mark.colour());
        }
        return encode(image);
    }

    private static int colour(Severity severity) {
        return switch (severity) {
            case MINOR -> 0x3fb950;
            case MODERATE -> 0xd29922;
            case MAJOR -> 0xf0883e;
            case CRITICAL -> 0xf85149;
        };
    }

    private static void outline(BufferedImage image, Box box, int colour) {
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                boolean rim = x < box.left() + LINE_PX
                        || x >= box.right() - LINE_PX
                        || y < box.top() + LINE_PX
                        || y >= box.bottom() - LINE_PX;
                if (rim && x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight()) {
                    image.setRGB(x, y, colour);
                }
            }
        }
    }

    private static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
