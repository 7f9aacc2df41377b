package dev.millwright.maintenance;

import dev.millwright.maintenance.anomaly.AnomalySettings;
import dev.millwright.maintenance.anomaly.Contribution;
import dev.millwright.maintenance.anomaly.JointDetector;
import dev.millwright.maintenance.anomaly.JointModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the signals of a machine say together: a fault may break the way they go with one another while each still stands
 * where it often did. Learned in the hours in which the signals' own baselines are.
 */
final class JointTrack {

    private static final int ROWS = 240;
    private static final int MOST_SIGNALS = ROWS / JointModel.ROWS_A_SIGNAL;
    /** An unusual state is a reason to look. That something wears is for limits, trends and findings to say. */
    private static final double MOST_LOSS = 0.35;

    private static final double WORTH_TELLING = 0.02;
    /** Signals are named until they make up this share of what is said. */
    private static final double TOLD = 0.7;

    private static final int MOST_NAMES = 3;

    private final MaintenanceConfig config;
    private final double span;
    private final Map<String, MonitoredSignal> known = new HashMap<>();
    private RowSampler sampler;
    private List<double[]> rows = new ArrayList<>();
    private double began = Double.NaN;
    private @Nullable JointDetector detector;

    JointTrack(MaintenanceConfig config) {
        this.config = config;
        this.span = config.axis().toSpan(config.baselineSpan());
        this.sampler = sampler();
    }

    /** Takes a sample that its own signal has accepted. */
    void observe(MonitoredSignal signal, double time, double value) {
        double[] row = sampler.take(signal.name(), time, value);
        JointDetector watching = detector;
        if (watching == null) {
            learn(signal, time, row);
        } else if (row != null) {
            watching.observe(Arrays.copyOf(row, watching.model().signals().size()));
        }
    }

    void reset() {
        sampler = sampler();
        rows = new ArrayList<>();
        began = Double.NaN;
        detector = null;
    }

    /** The joint deviation as a cause of lost health, where it says more than the signals for themselves. */
    @Nullable
    Driver driver(List<Driver> alone) {
        JointDetector watching = detector;
        if (watching == null) {
            return null;
        }
        double reach = Math.sqrt(watching.latest().index());
        double failed = Math.max(2, config.failureDeviation() / AnomalySettings.DEFAULT.limitDeviations());
        double loss = Math.min(MOST_LOSS, (reach - 1) / (failed - 1));
        if (loss < WORTH_TELLING) {
            return null;
        }
        List<String> names = names(watching.contributions());
        boolean toldAlone = alone.stream()
                .anyMatch(driver -> names.getFirst().equals(driver.name()) && driver.healthLoss() >= loss);
        return toldAlone ? null : new Driver(words(names), loss, reach, 1, "", reason(names, reach));
    }

    private void learn(MonitoredSignal signal, double time, double @Nullable [] row) {
        known.putIfAbsent(signal.name(), signal);
        began = Double.isNaN(began) ? time : began;
        if (row == null) {
            return;
        }
        rows.add(row);
        int signals = sampler.signals().size();
        if (signals >= 2 && rows.size() >= JointModel.fewestRows(signals) && time - began >= span) {
            detector = detector(List.copyOf(sampler.signals()));
            rows = new ArrayList<>();
        } else if (signals < 2 && rows.size() >= 2 * ROWS) {
            rows.clear();
        }
    }

    private JointDetector detector(List<String> signals) {
        double[][] learned = rows.stream()
                .map(row -> {
                    double[] whole = Arrays.copyOf(row, signals.size());
                    Arrays.fill(whole, row.length, whole.length, Double.NaN);
                    return whole;
                })
                .toArray(double[][]::new);
        JointModel model = JointModel.learn(signals, learned, AnomalySettings.DEFAULT);
        double[] coarseness = IntStream.range(0, signals.size())
                .mapToDouble(j -> Math.max(
                        model.scale(j).spread(),
                        way(known.get(signals.get(j)), model.scale(j).level()) / config.failureDeviation()))
                .toArray();
        return new JointDetector(model, coarseness);
    }

    /** How far a signal is from where it counts as failed; 0 where no limit says so. */
    private static double way(@Nullable MonitoredSignal signal, double level) {
        Double limit = signal == null ? null : signal.alarmLimit();
        if (signal == null || (limit == null && (signal.normalLow() == null || signal.normalHigh() == null))) {
            return 0;
        }
        Double low = signal.normalLow();
        Double high = signal.normalHigh();
        // A signal without an alarm limit is failed one width of its band beyond the band.
        return limit != null ? Math.abs(limit - level) : low == null || high == null ? 0 : 1.5 * (high - low);
    }

    private RowSampler sampler() {
        return new RowSampler(config.axis() == TimeAxis.CYCLES ? 1 : span / ROWS, MOST_SIGNALS);
    }

    private static List<String> names(List<Contribution> contributions) {
        List<String> names = new ArrayList<>();
        double told = 0;
        for (Contribution each : contributions) {
            if (told < TOLD && names.size() < MOST_NAMES) {
                names.add(each.signal());
                told += each.share();
            }
        }
        return names;
    }

    private static String words(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String reason(List<String> names, double reach) {
        String what = names.size() == 1
                ? names.getFirst() + " does not go with the other signals"
                : words(names) + " together deviate";
        return String.format(Locale.ROOT, "%s: %.1f times as far as while this machine was well", what, reach);
    }
}
