package dev.millwright.vision.difference;

import dev.millwright.vision.image.Box;
import java.util.Arrays;

/** Connected pixels that differ from the template: copper too many, or copper missing. */
public final class Blob {
    public final boolean extra;
    final int[] xs;
    final int[] ys;
    public final Box box;

    Blob(boolean extra, int[] xs, int[] ys) {
        this.extra = extra;
        this.xs = xs;
        this.ys = ys;
        this.box = new Box(min(xs), min(ys), max(xs) + 1, max(ys) + 1);
    }

    public int area() {
        return xs.length;
    }

    /** Visits each pixel. */
    public void pixels(Visitor visitor) {
        for (int i = 0; i < xs.length; i++) {
            visitor.visit(xs[i], ys[i]);
        }
    }

    /** Is shown a pixel. */
    @FunctionalInterface
    public interface Visitor {
        void visit(int x, int y);
    }

    /** Both blobs as one. */
    Blob with(Blob other) {
        return new Blob(extra, concat(xs, other.xs), concat(ys, other.ys));
    }

    /** The blob alone, in a window that leaves a margin around its box. */
    public BitMask mask(int margin) {
        var mask = new BitMask(box.width() + 2 * margin, box.height() + 2 * margin);
        for (int i = 0; i < xs.length; i++) {
            mask.set(xs[i] - box.left() + margin, ys[i] - box.top() + margin);
        }
        return mask;
    }

    /** How many times it can be shrunk by a pixel before nothing is left: half its thickness. */
    public int depth() {
        int depth = 0;
        for (var rest = mask(1); rest.count() > 0; rest = rest.eroded()) {
            depth++;
        }
        return depth;
    }

    private static int[] concat(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static int min(int[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static int max(int[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
