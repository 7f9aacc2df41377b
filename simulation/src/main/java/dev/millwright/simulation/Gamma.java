package dev.millwright.simulation;

/** Euler's gamma function, by Lanczos' approximation (g = 7, nine terms; Press et al., Numerical Recipes, 6.1). */
final class Gamma {

    private static final double[] TERMS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private Gamma() {}

    /** For arguments of one and above. */
    static double of(double argument) {
        double x = argument - 1;
        double sum = TERMS[0];
        for (int i = 1; i < TERMS.length; i++) {
            sum += TERMS[i] / (x + i);
        }
        double t = x + TERMS.length - 1.5;
        return Math.sqrt(2 * Math.PI) * Math.pow(t, x + 0.5) * Math.exp(-t) * sum;
    }
}
