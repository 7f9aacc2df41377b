package dev.millwright.scheduling.formats;

/** What a chart is drawn on, in pixels from the upper left. */
interface Canvas {
    /** Where a text is held. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A filled rectangle. */
    void rect(double x, double y, double width, double height, Ink ink);

    /** A rectangle of slanting lines. */
    void hatch(double x, double y, double width, double height, Ink ink);

    /** The edge of a rectangle. */
    void frame(double x, double y, double width, double height, Ink ink);

    void line(double x1, double y1, double x2, double y2, Ink ink);

    /** A small triangle that points down to a place. */
    void mark(double x, double y, Ink ink);

    /**
     * Words in one line.
     *
     * @param y where the letters stand
     */
    void text(double x, double y, String words, int size, Anchor anchor, Ink ink);

    /** Puts words behind what is drawn until {@link #endHint}, for those who point at it. */
    void hint(String words);

    void endHint();
}
