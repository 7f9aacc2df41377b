package dev.millwright.vision.image;

/** How far the image lies to the right of and below its template, in pixels. */
public record Offset(int x, int y) {
    public static final Offset NONE = new Offset(0, 0);
}
