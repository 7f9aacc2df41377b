package dev.millwright.vision.click;

import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.difference.DifferenceHeat;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import java.util.Optional;

/**
 * Proposes the region that a click means where a template is at hand: what differs from it there, or, where nothing does,
 * what stands out from its surroundings.
 *
 * @param darkCopper whether copper is the darker of both tones
 * @param searchRadiusPx how far an image may lie from its template
 */
public record ReferenceClick(ClickSegmenter segmenter, boolean darkCopper, int searchRadiusPx) {

    /** So much of the picture is compared: alignment costs by the pixel, and a click is to be answered at once. */
    private static final int WINDOW_PX = 384;

    private static final int JITTER_PX = 2;
    private static final int NEAR_PX = 3;
    /** Differences of grey below are noise or the jitter of an edge. */
    private static final int LEAST_DIFFERENCE = 48;

    /**
     * Proposes a region.
     *
     * @return empty when nothing around the click differs or stands out
     * @throws IllegalArgumentException when the click lies outside the frame
     */
    public Optional<ClickRegion> propose(Frame frame, Frame template, int x, int y) {
        boolean outside = x < 0 || y < 0 || x >= frame.width() || y >= frame.height();
        if (outside || frame.width() != template.width() || frame.height() != template.height()) {
            return segmenter.propose(frame, x, y);
        }
        var window = window(frame, x, y);
        var part = frame.cut(window);
        var offset = Comparison.of(part, template.cut(window), darkCopper, searchRadiusPx, 0)
                .offset();
        var heat = heat(DifferenceHeat.of(part, template.cut(window), offset, JITTER_PX));
        var click = hottest(heat, x - window.left(), y - window.top());
        if (heat.grey(click.x(), click.y()) < LEAST_DIFFERENCE) {
            return segmenter.propose(frame, x, y);
        }
        return segmenter
                .propose(heat, click.x(), click.y())
                .map(region -> moved(region, new Offset(window.left(), window.top())))
                .or(() -> segmenter.propose(frame, x, y));
    }

    private static Box window(Frame frame, int x, int y) {
        int width = Math.min(WINDOW_PX, frame.width());
        int height = Math.min(WINDOW_PX, frame.height());
        int left = Math.clamp(x - width / 2, 0, frame.width() - width);
        int top = Math.clamp(y - height / 2, 0, frame.height() - height);
        return new Box(left, top, left + width, top + height);
    }

    private static Frame heat(DifferenceHeat heat) {
        var pixels = new byte[heat.width() * heat.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) heat.at(i % heat.width(), i / heat.width());
        }
        return Frame.of(heat.width(), heat.height(), pixels);
    }

    /** The pixel that differs most near a click: people hit small defects by a pixel or two. */
    private static Offset hottest(Frame heat, int x, int y) {
        var hottest = new Offset(x, y);
        for (int v = Math.max(0, y - NEAR_PX); v <= Math.min(heat.height() - 1, y + NEAR_PX); v++) {
            for (int u = Math.max(0, x - NEAR_PX); u <= Math.min(heat.width() - 1, x + NEAR_PX); u++) {
                if (heat.grey(u, v) > heat.grey(hottest.x(), hottest.y())) {
                    hottest = new Offset(u, v);
                }
            }
        }
        return hottest;
    }

    private static ClickRegion moved(ClickRegion region, Offset by) {
        return new ClickRegion(
                region.box().moved(by),
                region.areaPx(),
                region.outline().stream()
                        .map(corner -> new Offset(corner.x() + by.x(), corner.y() + by.y()))
                        .toList(),
                region.contrast());
    }
}
