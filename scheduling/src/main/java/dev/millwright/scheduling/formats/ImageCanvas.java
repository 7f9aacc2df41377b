package dev.millwright.scheduling.formats;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws an image on light ground; needs no screen. */
final class ImageCanvas implements Canvas, AutoCloseable {
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke THICK = new BasicStroke(2);
    private static final int HATCH = 6;

    private final Graphics2D graphics;

    /** @param scale pixels of the image for each of the chart */
    ImageCanvas(BufferedImage image, double scale) {
        graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void close() {
        graphics.dispose();
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink ink) {
        dip(ink);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void hatch(double x, double y, double width, double height, Ink ink) {
        dip(ink);
        var around = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
        graphics.setStroke(THICK);
        for (double from = x - height - (x - height) % HATCH; from < x + width; from += HATCH) {
            graphics.draw(new Line2D.Double(from, y + height, from + height, y));
        }
        graphics.setClip(around);
    }

    @Override
    public void frame(double x, double y, double width, double height, Ink ink) {
        dip(ink);
        graphics.setStroke(THICK);
        graphics.draw(new Rectangle2D.Double(x + 1, y + 1, Math.max(0.5, width - 2), height - 2));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        dip(ink);
        graphics.setStroke(THIN);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void mark(double x, double y, Ink ink) {
        dip(ink);
        var triangle = new Path2D.Double();
        triangle.moveTo(x, y);
        triangle.lineTo(x - 4, y - 7);
        triangle.lineTo(x + 4, y - 7);
        triangle.closePath();
        graphics.fill(triangle);
    }

    @Override
    public void text(double x, double y, String words, int size, Anchor anchor, Ink ink) {
        dip(ink);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        double wide = graphics.getFontMetrics().stringWidth(words);
        double begin =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - wide / 2;
                    case END -> x - wide;
                };
        graphics.drawString(words, (float) begin, (float) y);
    }

    /** A picture hides nothing. */
    @Override
    public void hint(String words) {}

    @Override
    public void endHint() {}

    private void dip(Ink ink) {
        graphics.setColor(Color.decode(ink.light()));
    }
}
