package dev.millwright.vision;

import java.awt.image.BufferedImage;
import java.util.Locale;

/** Small block letters of 3 x 5 cells, drawn dark on a coloured ground: servers often have no fonts. */
public final class Lettering {
    private static final int CELL = 2;
    /** The height of a line, with a cell of ground above and below. */
    public static final int HEIGHT = 7 * CELL;

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%";
    /** Five rows of three cells for each character, as octal digits; the highest bit is the left cell. */
    private static final String[] GLYPHS = {
        "25755", "65656", "34443", "65556", "74647", "74644", "34553", "55755", "72227", "11152", "55655", "44447",
        "57755", "65555", "25552", "65644", "25563", "65655", "34216", "72222", "55557", "55552", "55775", "55255",
        "55222", "71247", "75557", "26227", "71747", "71717", "55711", "74717", "74757", "71122", "75757", "75717",
        "51245"
    };

    private Lettering() {}

    /** How many pixels a text takes. */
    public static int width(String text) {
        return (4 * text.length() + 1) * CELL;
    }

    /** Writes a text with its upper left corner at a place; what lies outside the image is cut. */
    public static void write(BufferedImage image, String text, int left, int top, int colour) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width(text); x++) {
                if (left + x >= 0 && top + y >= 0 && left + x < image.getWidth() && top + y < image.getHeight()) {
                    image.setRGB(left + x, top + y, ink(text, x / CELL, y / CELL) ? 0x0d1117 : colour);
                }
            }
        }
    }

    private static boolean ink(String text, int column, int row) {
        int letter = (column - 1) / 4;
        int cell = (column - 1) % 4;
        if (column == 0 || row == 0 || row > 5 || cell == 3 || letter >= text.length()) {
            return false;
        }
        int glyph = CHARACTERS.indexOf(text.toUpperCase(Locale.ROOT).charAt(letter));
        int bits = glyph < 0 ? 0 : GLYPHS[glyph].charAt(row - 1) - '0';
        return ((bits >> (2 - cell)) & 1) != 0;
    }
}
