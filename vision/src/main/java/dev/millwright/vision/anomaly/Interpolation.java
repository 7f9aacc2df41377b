package dev.millwright.vision.anomaly;

/** Between which two old places each new one of a row lies, and how near to the second. */
final class Interpolation {
    private final int[] first;
    private final int last;
    private final float[] share;

    private Interpolation(int[] first, int last, float[] share) {
        this.first = first;
        this.last = last;
        this.share = share;
    }

    static Interpolation of(int from, int to) {
        var first = new int[to];
        var share = new float[to];
        for (int place = 0; place < to; place++) {
            double at = Math.clamp((place + 0.5) * from / to - 0.5, 0, from - 1);
            first[place] = (int) at;
            share[place] = (float) (at - first[place]);
        }
        return new Interpolation(first, from - 1, share);
    }

    int first(int place) {
        return first[place];
    }

    int second(int place) {
        return Math.min(first[place] + 1, last);
    }

    float share(int place) {
        return share[place];
    }
}
