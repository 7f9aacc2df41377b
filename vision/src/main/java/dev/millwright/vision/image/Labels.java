package dev.millwright.vision.image;

/** Connected pieces of a mask, numbered from 1; pixels that touch by a corner belong together. */
public final class Labels {
    private final int[] of;
    private final int count;

    private Labels(int[] of, int count) {
        this.of = of;
        this.count = count;
    }

    /**
     * Numbers the pieces of a mask.
     *
     * @param mask row by row
     */
    public static Labels of(boolean[] mask, int width) {
        var labels = new int[mask.length];
        var stack = new int[mask.length];
        int count = 0;
        for (int start = 0; start < mask.length; start++) {
            if (!mask[start] || labels[start] != 0) {
                continue;
            }
            count++;
            labels[start] = count;
            int depth = 0;
            stack[depth++] = start;
            while (depth > 0) {
                int pixel = stack[--depth];
                int x = pixel % width;
                int y = pixel / width;
                for (int v = Math.max(0, y - 1); v <= y + 1 && v * width < mask.length; v++) {
                    for (int u = Math.max(0, x - 1); u <= x + 1 && u < width; u++) {
                        int other = v * width + u;
                        if (mask[other] && labels[other] == 0) {
                            labels[other] = count;
                            stack[depth++] = other;
                        }
                    }
                }
            }
        }
        return new Labels(labels, count);
    }

    /** How many pieces there are. */
    public int count() {
        return count;
    }

    /** The piece a pixel belongs to, 0 for none. */
    public int at(int pixel) {
        return of[pixel];
    }

    /** How many pixels each piece has, at its number. */
    public int[] areas() {
        var areas = new int[count + 1];
        for (int label : of) {
            areas[label]++;
        }
        return areas;
    }
}
