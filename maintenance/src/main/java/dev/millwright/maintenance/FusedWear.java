package dev.millwright.maintenance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One wear indicator from signals without limits: on each time scale the mean of those that drift visibly, each in the
 * direction of its own drift, in robust deviations from the baseline; 1 is failed.
 */
final class FusedWear {

    private static final int LATEST = 2;
    /** Wear below this is what signals do while nothing wears. */
    private static final double VISIBLE = 0.35;

    private FusedWear() {}

    /** The trend of the fused signals on the longest scale that fits, or null. */
    static @Nullable Trend trend(List<SignalTrack> tracks, MaintenanceConfig config) {
        int depth = tracks.stream().mapToInt(t -> t.past().depth()).max().orElse(0);
        for (int k = depth - 1; k >= 0; k--) {
            Points fused = fuse(tracks, k, config);
            Trend trend = fused == null || fused.latest(LATEST) < VISIBLE
                    ? null
                    : Trend.find(fused, config.trendSignificance());
            if (trend != null) {
                return trend;
            }
        }
        return null;
    }

    /** Fused wear now, on the longest scale on which anything drifts; 0 where nothing does. */
    static double latest(List<SignalTrack> tracks, MaintenanceConfig config) {
        int depth = tracks.stream().mapToInt(t -> t.past().depth()).max().orElse(0);
        for (int k = depth - 1; k >= 0; k--) {
            Points fused = fuse(tracks, k, config);
            if (fused != null) {
                return fused.latest(LATEST);
            }
        }
        return 0;
    }

    private static @Nullable Points fuse(List<SignalTrack> tracks, int level, MaintenanceConfig config) {
        List<Points> drifting = new ArrayList<>();
        List<Double> signs = new ArrayList<>();
        for (SignalTrack track : tracks) {
            Points points = track.past().level(level);
            if (points.size() >= 8) {
                double score = TheilSen.of(points.times, points.values).score();
                if (Math.abs(score) >= config.trendSignificance()) {
                    drifting.add(points);
                    signs.add(Math.signum(score));
                }
            }
        }
        if (drifting.isEmpty()) {
            return null;
        }
        double[] times = drifting.getFirst().times;
        double[] wear = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            for (int s = 0; s < drifting.size(); s++) {
                wear[i] += signs.get(s) * drifting.get(s).at(times[i]);
            }
            wear[i] /= drifting.size() * config.failureDeviation();
        }
        return new Points(times, wear);
    }
}
