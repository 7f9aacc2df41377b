package dev.millwright.vision.image;

/** Words for a place on a board, by thirds: "top left" to "bottom right", and "centre". */
public final class Location {
    private static final String[] ROWS = {"top", "middle", "bottom"};
    private static final String[] COLUMNS = {"left", "centre", "right"};

    private Location() {}

    /** Where the middle of a box lies. */
    public static String of(Box box, int width, int height) {
        int column = Math.min(2, 3 * (box.left() + box.right()) / (2 * width));
        int row = Math.min(2, 3 * (box.top() + box.bottom()) / (2 * height));
        return row == 1 && column == 1 ? "centre" : ROWS[row] + " " + COLUMNS[column];
    }
}
