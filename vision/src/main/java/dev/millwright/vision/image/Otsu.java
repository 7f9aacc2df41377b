package dev.millwright.vision.image;

/** Otsu's threshold: the grey value that parts a histogram into the two most different halves (Otsu, 1979). */
public final class Otsu {
    private Otsu() {}

    /** Pixels below the threshold are dark. */
    public static int threshold(Frame frame) {
        int[] counts = frame.histogram();
        double total = 0;
        double sum = 0;
        for (int grey = 0; grey < 256; grey++) {
            total += counts[grey];
            sum += (double) grey * counts[grey];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        double first = 128;
        double last = 128;
        for (int grey = 0; grey < 255; grey++) {
            below += counts[grey];
            sumBelow += (double) grey * counts[grey];
            if (below == 0 || below == total) {
                continue;
            }
            double apart = sumBelow / below - (sum - sumBelow) / (total - below);
            double variance = below * (total - below) * apart * apart;
            if (variance > best * (1 + 1e-12)) {
                best = variance;
                first = grey;
            }
            if (variance >= best * (1 - 1e-12)) {
                last = grey;
            }
        }
        // An empty valley between two peaks is one long tie; its middle is the robust cut.
        return (int) Math.round((first + last) / 2) + 1;
    }
}
