package dev.millwright.bench.maintenance;

import dev.millwright.bench.maintenance.NabSeries.Window;
import java.util.List;

/**
 * The score of the Numenta anomaly benchmark for one file, standard profile: the first detection in a window gains up to
 * 1, the earlier the more, a missed window costs 1, each detection outside 0.11 at most, less shortly after a window.
 * 100 is every window found in its first row and nothing else, 0 is never to say anything (Lavin and Ahmad, ICMLA 2015).
 */
final class NabScore {
    private static final double FALSE_POSITIVE = 0.11;
    private static final double FAR_BEHIND = 3;
    /** Rows at the beginning that count for nothing: 15 %, but of 5000 rows at most. */
    private static final double PROBATION = 0.15;

    private static final int MOST_ROWS = 5000;

    private NabScore() {}

    /** Rows on which nothing is judged. */
    static int probation(int rows) {
        return (int) Math.floor(PROBATION * Math.min(rows, MOST_ROWS));
    }

    /** The score of detections, rows in rising order. */
    static double of(List<Integer> detections, List<Window> windows, int rows) {
        int probation = probation(rows);
        double score = 0;
        for (var window : windows) {
            score += detections.stream()
                    .filter(row -> row >= probation && window.holds(row))
                    .mapToDouble(row -> sigmoid(-(window.to() - row + 1) / (double) window.width()) / sigmoid(-1))
                    .max()
                    .orElse(-1);
        }
        for (int row : detections) {
            if (row >= probation && windows.stream().noneMatch(window -> window.holds(row))) {
                score += FALSE_POSITIVE * outside(row, windows);
            }
        }
        double never = -windows.size();
        double perfect = windows.size();
        return 100 * (score - never) / (perfect - never);
    }

    private static double outside(int row, List<Window> windows) {
        return windows.stream()
                .filter(window -> window.to() < row)
                .reduce((earlier, later) -> later)
                .map(window -> sigmoid((row - window.to()) / (double) (window.width() - 1)))
                .orElse(-1.0);
    }

    private static double sigmoid(double position) {
        return position >= FAR_BEHIND ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
    }
}
