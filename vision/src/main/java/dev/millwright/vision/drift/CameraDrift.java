package dev.millwright.vision.drift;

import dev.millwright.inference.drift.DriftWindow;
import dev.millwright.inference.drift.KolmogorovSmirnov;
import dev.millwright.inference.drift.PopulationStability;
import dev.millwright.plant.Stability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Watches one camera. A picture costs the same however many went before, and none is kept. Not for several threads at once.
 */
public final class CameraDrift {
    /** Looked at so many times a window, so that since when is known to that part of it. */
    private static final int LOOKS = 4;

    private final CameraReference reference;
    private final Map<PictureStatistic, DriftWindow> windows = new EnumMap<>(PictureStatistic.class);
    private final Map<PictureStatistic, Instant> since = new EnumMap<>(PictureStatistic.class);
    private List<StatisticDrift> report = List.of();
    private long pictures;

    public CameraDrift(CameraReference reference) {
        this.reference = reference;
        for (var statistic : reference.statistics()) {
            windows.put(statistic.statistic(), new DriftWindow(statistic.edges(), reference.windowPictures()));
        }
    }

    /** Takes the camera's next picture; a statistic that is no number is passed over. */
    public void add(Instant time, PictureSample picture) {
        windows.forEach((statistic, window) -> {
            double value = picture.value(statistic);
            if (!Double.isNaN(value)) {
                window.add(value);
            }
        });
        pictures++;
        if (pictures % Math.max(1, reference.windowPictures() / LOOKS) == 0) {
            look(time);
        }
    }

    /** Each statistic that enough pictures told, those that moved most first. */
    public List<StatisticDrift> report() {
        return report;
    }

    /** The word for the statistic that has moved most. */
    public Stability stability() {
        return report.stream()
                .map(StatisticDrift::stability)
                .max(Comparator.naturalOrder())
                .orElse(Stability.STABLE);
    }

    private void look(Instant time) {
        var seen = new ArrayList<StatisticDrift>();
        for (var usual : reference.statistics()) {
            var window = windows.get(usual.statistic());
            if (window != null && window.rows() >= reference.windowPictures()) {
                seen.add(drift(usual, window.sum(), time));
            }
        }
        seen.sort(Comparator.comparingDouble(StatisticDrift::psi).reversed());
        report = List.copyOf(seen);
    }

    private StatisticDrift drift(StatisticReference usual, DriftWindow.Bucket latest, Instant time) {
        double psi = PopulationStability.of(usual.shares(), latest.counts());
        double ks = KolmogorovSmirnov.statistic(usual.shares(), latest.counts());
        double pValue = KolmogorovSmirnov.pValue(ks, latest.effectiveRows(), usual.effectivePictures());
        var stability = Stability.of(psi, pValue, usual.limit());
        if (stability == Stability.STABLE) {
            since.remove(usual.statistic());
        } else {
            since.putIfAbsent(usual.statistic(), time);
        }
        return new StatisticDrift(usual.statistic(), psi, ks, pValue, stability, since.get(usual.statistic()));
    }
}
