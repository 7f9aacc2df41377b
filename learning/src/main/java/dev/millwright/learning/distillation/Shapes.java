package dev.millwright.learning.distillation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.random.RandomGenerator;

/** Shapes drawn by chance: of each pixel of a square how far it is covered, 0 to 1, row by row. */
final class Shapes {
    private final RandomGenerator random;
    private final int side;
    private final BufferedImage image;
    private final Graphics2D pen;

    private Shapes(RandomGenerator random, int side) {
        this.random = random;
        this.side = side;
        image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
    }

    /** One of all kinds. */
    static float[] any(RandomGenerator random, int side) {
        var shapes = new Shapes(random, side);
        switch (random.nextInt(7)) {
            case 0 -> shapes.polygon();
            case 1 -> shapes.ellipses(1 + random.nextInt(3));
            case 2 -> shapes.curves(1 + random.nextInt(6), 1, 5);
            case 3 -> shapes.curves(1, 3, 30);
            case 4 -> shapes.marks();
            case 5 -> shapes.ellipses(10 + random.nextInt(60));
            default -> shapes.rectangles();
        }
        return shapes.coverage();
    }

    private void polygon() {
        int corners = 3 + random.nextInt(8);
        double size = size();
        double x = place();
        double y = place();
        var path = new Path2D.Double();
        for (int corner = 0; corner < corners; corner++) {
            double angle = 2 * Math.PI * corner / corners;
            double reach = size * random.nextDouble(0.3, 1);
            double px = x + reach * Math.cos(angle);
            double py = y + reach * Math.sin(angle);
            if (corner == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        pen.fill(path);
    }

    /** A few large ones, or a swarm of dots; filled or rings. */
    private void ellipses(int count) {
        boolean rings = random.nextInt(3) == 0;
        pen.setStroke(new BasicStroke((float) random.nextDouble(1, 8)));
        for (int i = 0; i < count; i++) {
            double width = count > 3 ? random.nextDouble(1, 12) : 2 * size();
            double height = width * random.nextDouble(0.4, 1);
            var ellipse = new Ellipse2D.Double(-width / 2, -height / 2, width, height);
            var turned = AffineTransform.getTranslateInstance(place(), place());
            turned.rotate(Math.PI * random.nextDouble());
            var shape = turned.createTransformedShape(ellipse);
            if (rings) {
                pen.draw(shape);
            } else {
                pen.fill(shape);
            }
        }
    }

    /** Scratches, cracks and wires. */
    private void curves(int count, double thinnest, double widest) {
        for (int i = 0; i < count; i++) {
            pen.setStroke(new BasicStroke(
                    (float) random.nextDouble(thinnest * 0.6, widest),
                    BasicStroke.CAP_ROUND,
                    random.nextBoolean() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_BEVEL));
            double x = place();
            double y = place();
            double angle = 2 * Math.PI * random.nextDouble();
            double turn = random.nextDouble(0.02, 0.8);
            double step = random.nextDouble(3, 20);
            var path = new Path2D.Double();
            path.moveTo(x, y);
            for (int left = 2 + random.nextInt(20); left > 0; left--) {
                angle += turn * random.nextGaussian();
                x += step * Math.cos(angle);
                y += step * Math.sin(angle);
                path.lineTo(x, y);
            }
            pen.draw(path);
        }
    }

    /** Lines of what looks like print from afar: short strokes in cells. */
    private void marks() {
        double height = random.nextDouble(6, 40);
        pen.rotate(random.nextInt(3) == 0 ? 2 * Math.PI * random.nextDouble() : 0, side / 2.0, side / 2.0);
        pen.setStroke(new BasicStroke((float) (height * random.nextDouble(0.06, 0.2))));
        double top = place();
        for (int line = 1 + random.nextInt(4); line > 0; line--, top += 1.5 * height) {
            double left = random.nextDouble(side / 2.0);
            for (int sign = 2 + random.nextInt(10); sign > 0; sign--, left += 0.8 * height) {
                for (int stroke = 2 + random.nextInt(3); stroke > 0; stroke--) {
                    var path = new Path2D.Double();
                    path.moveTo(left + 0.3 * height * random.nextInt(3), top + height / 2 * random.nextInt(3));
                    path.quadTo(
                            left + 0.6 * height * random.nextDouble(),
                            top + height * random.nextDouble(),
                            left + 0.3 * height * random.nextInt(3),
                            top + height / 2 * random.nextInt(3));
                    pen.draw(path);
                }
            }
        }
    }

    /** Bars side by side, or one beside another at random. */
    private void rectangles() {
        pen.rotate(Math.PI * random.nextDouble(), side / 2.0, side / 2.0);
        boolean row = random.nextBoolean();
        double width = random.nextDouble(2, side / 4.0);
        double height = random.nextDouble(2, side);
        double left = place() - side / 2.0;
        double top = place() - height / 2;
        for (int bar = 1 + random.nextInt(12); bar > 0; bar--) {
            pen.fill(new Rectangle2D.Double(row ? left : place(), row ? top : place(), width, height));
            left += width * random.nextDouble(1.3, 2.5);
        }
    }

    private double size() {
        return 4 * Math.pow(side / 8.0, random.nextDouble());
    }

    private double place() {
        return random.nextDouble(-0.1 * side, 1.1 * side);
    }

    private float[] coverage() {
        pen.dispose();
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var values = new float[grey.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (grey[i] & 0xff) / 255f;
        }
        return values;
    }
}
