package dev.millwright.vision;

import dev.millwright.vision.anomaly.HeatMap;
import dev.millwright.vision.difference.DifferenceHeat;
import dev.millwright.vision.image.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Where an image differs from its template, as a PNG to lay over the image: clear where nothing does. */
public final class HeatOverlay {

    private static final int JITTER_PX = 2;
    private static final int MOST_OPAQUE = 0xd0;
    /** Differences of grey below are noise of the camera and stay clear. */
    private static final int FAINT = 16;

    private HeatOverlay() {}

    /**
     * The overlay, as large as the image.
     *
     * @throws WrongTemplateException when both differ in size
     */
    public static byte[] png(Frame image, Frame template, InspectorSettings settings) {
        if (image.width() != template.width() || image.height() != template.height()) {
            throw new WrongTemplateException(
                    "image of %d x %d against a template of %d x %d pixels\nTake both with the same camera."
                            .formatted(image.width(), image.height(), template.width(), template.height()));
        }
        var offset = settings.compare(image, template).offset();
        var heat = DifferenceHeat.of(image, template, offset, JITTER_PX);
        var overlay = new BufferedImage(heat.width(), heat.height(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < heat.height(); y++) {
            for (int x = 0; x < heat.width(); x++) {
                int grey = heat.at(x, y);
                if (grey > FAINT) {
                    double share = grey / 255.0;
                    int alpha = (int) Math.round(MOST_OPAQUE * Math.sqrt(share));
                    overlay.setRGB(x, y, alpha << 24 | HeatMap.colour(share));
                }
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(overlay, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
