package dev.millwright.maintenance.vibration;

import java.util.Arrays;

/**
 * The discrete Fourier transform of any length, in place: powers of two by halves (Cooley and Tukey 1965), others as a
 * convolution with a chirp (Bluestein 1970).
 */
final class Fourier {
    private Fourier() {}

    /** Sums over all samples of sample times exp(-2 pi i j k / n), for each k. */
    static void forward(double[] re, double[] im) {
        if (Integer.bitCount(re.length) == 1) {
            byHalves(re, im);
        } else {
            byChirp(re, im);
        }
    }

    /** What {@link #forward} undoes, divided by the length. */
    static void inverse(double[] re, double[] im) {
        // Swapped parts turn the sign of the exponent.
        forward(im, re);
        for (int i = 0; i < re.length; i++) {
            re[i] /= re.length;
            im[i] /= im.length;
        }
    }

    private static void byHalves(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(-Math.PI * k / half);
                double sin = Math.sin(-Math.PI * k / half);
                for (int at = k; at < n; at += 2 * half) {
                    int other = at + half;
                    double x = re[other] * cos - im[other] * sin;
                    double y = re[other] * sin + im[other] * cos;
                    re[other] = re[at] - x;
                    im[other] = im[at] - y;
                    re[at] += x;
                    im[at] += y;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    private static void byChirp(double[] re, double[] im) {
        int n = re.length;
        int size = Integer.highestOneBit(2 * n) * 2;
        var chirpRe = new double[size];
        var chirpIm = new double[size];
        var re2 = new double[size];
        var im2 = new double[size];
        for (int i = 0; i < n; i++) {
            // The square wraps at 2n, so that the angle stays small and exact.
            double angle = Math.PI * ((long) i * i % (2L * n)) / n;
            chirpRe[i] = Math.cos(angle);
            chirpIm[i] = Math.sin(angle);
            chirpRe[(size - i) % size] = chirpRe[i];
            chirpIm[(size - i) % size] = chirpIm[i];
            re2[i] = re[i] * chirpRe[i] + im[i] * chirpIm[i];
            im2[i] = im[i] * chirpRe[i] - re[i] * chirpIm[i];
        }
        var cos = Arrays.copyOf(chirpRe, n);
        var sin = Arrays.copyOf(chirpIm, n);
        byHalves(re2, im2);
        byHalves(chirpRe, chirpIm);
        for (int i = 0; i < size; i++) {
            double product = re2[i] * chirpRe[i] - im2[i] * chirpIm[i];
            im2[i] = re2[i] * chirpIm[i] + im2[i] * chirpRe[i];
            re2[i] = product;
        }
        inverse(re2, im2);
        for (int i = 0; i < n; i++) {
            re[i] = re2[i] * cos[i] + im2[i] * sin[i];
            im[i] = im2[i] * cos[i] - re2[i] * sin[i];
        }
    }
}
