package dev.millwright.loop.cause;

/** How likely chance alone makes as many or more. */
final class Tail {

    private Tail() {}

    /** That of {@code n} draws {@code least} or more succeed, each with probability {@code p}. */
    static double binomial(int least, int n, double p) {
        if (least <= 0 || p >= 1) {
            return 1;
        }
        if (p <= 0 || least > n) {
            return 0;
        }
        double sum = 0;
        for (int k = least; k <= n; k++) {
            sum += Math.exp(choose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
        }
        return Math.min(1, sum);
    }

    /** That of {@code drawn} things out of {@code all}, {@code marked} of them marked, {@code least} or more are marked. */
    static double hypergeometric(int least, int all, int marked, int drawn) {
        double sum = 0;
        for (int k = Math.max(least, drawn + marked - all); k <= Math.min(marked, drawn); k++) {
            sum += Math.exp(choose(marked, k) + choose(all - marked, drawn - k) - choose(all, drawn));
        }
        return least <= 0 ? 1 : Math.min(1, sum);
    }

    /** The logarithm of the number of ways to choose. */
    private static double choose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(int n) {
        if (n < SMALL.length) {
            return SMALL[n];
        }
        // Stirling's series; its next term is below 1e-12 here.
        double x = n + 1.0;
        return (x - 0.5) * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI)
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * Math.pow(x, 5));
    }

    private static final double[] SMALL = new double[64];

    static {
        for (int i = 1; i < SMALL.length; i++) {
            SMALL[i] = SMALL[i - 1] + Math.log(i);
        }
    }
}
