package dev.millwright.learning.plots;

/** What colours and shapes stand for, one after the other on a line. */
final class Legend {
    private static final double LETTER = 6.6;
    private static final double SIGN = 20;
    private static final double APART = 18;

    private final Svg svg;
    private final double y;
    private double x;

    Legend(Svg svg, double x, double y) {
        this.svg = svg;
        this.x = x;
        this.y = y;
    }

    Legend dot(String colour, String words) {
        svg.dot(x + 7, y - 4, 3.5, colour);
        return words(words);
    }

    Legend diamond(String colour, String words) {
        svg.diamond(x + 7, y - 4, 4.5, colour);
        return words(words);
    }

    Legend line(String colour, String words) {
        svg.line(x, y - 4, x + 14, y - 4, colour, 1);
        return words(words);
    }

    Legend dashed(String colour, String words) {
        svg.dashed(x, y - 4, x + 15, y - 4, colour);
        return words(words);
    }

    Legend area(String colour, double opacity, String words) {
        svg.bar(x, y - 10, 14, 12, colour, opacity);
        return words(words);
    }

    private Legend words(String words) {
        svg.text(x + SIGN, y, "start", words);
        x += SIGN + LETTER * words.length() + APART;
        return this;
    }
}
