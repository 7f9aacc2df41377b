package dev.millwright.learning.plots;

/**
 * A field of a picture with a grid and numbers from 0 on.
 *
 * @param left of the field in the picture, as {@code top}, {@code width} and {@code height}
 * @param mostX the value at its right, {@code mostY} at its top
 */
record Axes(double left, double top, double width, double height, double mostX, double mostY) {
    private static final int STEPS = 5;

    double x(double value) {
        return left + width * value / mostX;
    }

    double y(double value) {
        return top + height * (1 - value / mostY);
    }

    /** Draws the grid, and below and beside it what is shown. */
    void draw(Svg svg, String below, String beside) {
        for (int step = 0; step <= STEPS; step++) {
            double x = mostX * step / STEPS;
            double y = mostY * step / STEPS;
            svg.line(x(x), y(0), x(x), top, Svg.GRID, 1).line(left, y(y), left + width, y(y), Svg.GRID, 1);
            svg.text(x(x), y(0) + 18, "middle", Svg.number(x)).text(left - 6, y(y) + 4, "end", Svg.number(y));
        }
        svg.text(left + width / 2, y(0) + 38, "middle", below).text(left - 40, top - 12, "start", beside);
    }
}
