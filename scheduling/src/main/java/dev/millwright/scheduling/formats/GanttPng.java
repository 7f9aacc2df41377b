package dev.millwright.scheduling.formats;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A Gantt chart as a PNG image, for slides and mails. */
public final class GanttPng {
    /** Sharp on today's screens. */
    private static final double SCALE = 2;
    /** Larger pictures are drawn at a smaller scale: four bytes a pixel must fit a small heap. */
    private static final double MOST_PIXELS = 16_000_000;

    private GanttPng() {}

    public static byte[] draw(Chart chart) {
        var drawing = new GanttDrawing(chart);
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / drawing.width / drawing.height));
        var image = new BufferedImage(
                (int) Math.ceil(drawing.width * scale),
                (int) Math.ceil(drawing.height * scale),
                BufferedImage.TYPE_INT_RGB);
        try (var canvas = new ImageCanvas(image, scale)) {
            drawing.on(canvas);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
