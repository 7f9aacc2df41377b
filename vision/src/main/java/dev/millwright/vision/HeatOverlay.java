package dev.millwright.vision;

import dev.millwright.vision.anomaly.AnomalyMap;
import dev.millwright.vision.anomaly.HeatMap;
import dev.millwright.vision.difference.DifferenceHeat;
import dev.millwright.vision.image.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Where an image differs from its template or from good ones, as a PNG to lay over it: clear where it does not. */
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
        return png(heat.width(), heat.height(), (x, y) -> heat.at(x, y) > FAINT ? heat.at(x, y) / 255.0 : 0);
    }

    /**
     * A map as an overlay of its own size: clear where nothing stands out.
     *
     * @param full the value that is shown brightest
     */
    public static byte[] png(AnomalyMap map, double full) {
        return png(map.width(), map.height(), (x, y) -> {
            double share = Math.clamp(map.at(x, y) / full, 0, 1);
            return share > FAINT / 255.0 ? share : 0;
        });
    }

    private interface Heat {
        /** From 0, which is clear, to 1. */
        double at(int x, int y);
    }

    private static byte[] png(int width, int height, Heat heat) {
        var overlay = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double share = heat.at(x, y);
                if (share > 0) {
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
