package dev.millwright.learning.femto;

import java.util.List;

/** The score of the IEEE PHM 2012 challenge (Nectoux et al. 2012): 1 for a life foretold exactly, late words cost more. */
public final class ChallengeScore {
    private ChallengeScore() {}

    /** 100 (true - foretold) / true: above 0 where failure was foretold too early. */
    public static double errorPercent(double trueSeconds, double foretoldSeconds) {
        if (!(trueSeconds > 0)) {
            throw new IllegalArgumentException(
                    "A bearing with %s seconds left has failed.\nForetell what has not.".formatted(trueSeconds));
        }
        return 100 * (trueSeconds - foretoldSeconds) / trueSeconds;
    }

    /** From 1 down to 0; one half for an error of 20 percent where it is early, and of 5 percent where it is late. */
    public static double accuracy(double errorPercent) {
        return Math.exp(-Math.log(2) * Math.abs(errorPercent) / (errorPercent <= 0 ? 5 : 20));
    }

    /** The mean accuracy of errors. */
    public static double of(List<Double> errorsPercent) {
        return errorsPercent.stream()
                .mapToDouble(ChallengeScore::accuracy)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("No bearing has a score.\nGive one error or more."));
    }
}
