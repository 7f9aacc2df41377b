package dev.millwright.learning.plots;

/**
 * A field of a picture with a grid and numbers.
 *
 * @param left of the field in the picture, as {@code top}, {@code width} and {@code height}
 * @param across the values from left to right, {@code up} from the bottom to the top
 */
record Axes(double left, double top, double width, double height, Scale across, Scale up) {

    /** From 0 on. */
    Axes(double left, double top, double width, double height, double mostX, double mostY) {
        this(left, top, width, height, Scale.upTo(mostX), Scale.upTo(mostY));
    }

    double x(double value) {
        return left + width * across.share(value);
    }

    double y(double value) {
        return top + height * (1 - up.share(value));
    }

    double bottom() {
        return top + height;
    }

    /** Draws the grid, and below and beside it what is shown. */
    void draw(Svg svg, String below, String beside) {
        for (double x : across.names()) {
            svg.line(x(x), bottom(), x(x), top, Svg.GRID, 1);
            svg.text(x(x), bottom() + 18, "middle", Svg.number(x));
        }
        drawUp(svg, beside);
        svg.text(left + width / 2, bottom() + 38, "middle", below);
    }

    /** The same where what lies below has no numbers. */
    void drawUp(Svg svg, String beside) {
        for (double y : up.names()) {
            svg.line(left, y(y), left + width, y(y), Svg.GRID, 1);
            svg.text(left - 6, y(y) + 4, "end", Svg.number(y));
        }
        svg.text(left - 40, top - 12, "start", beside);
    }
}
