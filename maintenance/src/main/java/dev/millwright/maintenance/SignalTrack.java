package dev.millwright.maintenance;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One signal of one machine: its baseline, its past, and how much of the way to failure it has gone. */
final class SignalTrack {

    private static final int RECENT = 5;
    /** Losses below this are noise and go unmentioned. */
    private static final double WORTH_TELLING = 0.02;

    private final MonitoredSignal signal;
    private final BaselineLearner learner;
    private final double failureDeviation;
    private final double[] latest = new double[RECENT];
    private long accepted;
    private double lastTime = Double.NEGATIVE_INFINITY;
    private @Nullable Baseline baseline;
    private Cascade past = new Cascade();

    SignalTrack(MonitoredSignal signal, MaintenanceConfig config) {
        this.signal = signal;
        boolean limited = signal.alarmLimit() != null || (signal.normalLow() != null && signal.normalHigh() != null);
        this.learner = new BaselineLearner(
                config.baselineSamples(), limited ? 0 : config.axis().toSpan(config.baselineSpan()));
        this.failureDeviation = config.failureDeviation();
    }

    MonitoredSignal signal() {
        return signal;
    }

    /** Takes a sample; late ones and those that are no number change nothing. */
    boolean observe(double time, double value) {
        if (!(time > lastTime) || !Double.isFinite(value)) {
            return false;
        }
        lastTime = time;
        latest[(int) (accepted++ % RECENT)] = value;
        Baseline known = baseline;
        if (known == null) {
            baseline = learner.learn(time, value);
            return true;
        }
        past.add(time, hasLimit() ? limitWear(value, known) : known.score(value));
        return true;
    }

    void reset() {
        learner.reset();
        baseline = null;
        past = new Cascade();
    }

    /** True where the profile says which value is failed; otherwise the signal counts in robust deviations. */
    boolean hasLimit() {
        return signal.alarmLimit() != null || (signal.normalLow() != null && signal.normalHigh() != null);
    }

    /** Wear by the limit, or robust deviations from the baseline. */
    Cascade past() {
        return past;
    }

    /** Where it stood while the machine was well; null until that is learned. */
    @Nullable
    SignalBand band() {
        var known = baseline;
        return known == null ? null : new SignalBand(signal.name(), known.level(), known.deviation());
    }

    @Nullable
    Driver driver() {
        Baseline known = baseline;
        Points recent = past.level(0);
        if (known == null || recent.size() == 0) {
            return null;
        }
        double standing = recent.latest(RECENT);
        double wear = hasLimit() ? standing : (Math.abs(standing) - 1) / (failureDeviation - 1);
        double loss = Math.clamp(wear, 0.0, 1.0);
        if (loss < WORTH_TELLING) {
            return null;
        }
        double value = Robust.median(Arrays.copyOf(latest, (int) Math.min(RECENT, accepted)));
        return new Driver(signal.name(), loss, value, known.level(), signal.unit(), words(value, known.level()));
    }

    /** 0 at the edge of the normal band (or the baseline), 1 at the limit, negative on the safe side. */
    private double limitWear(double value, Baseline known) {
        Double limit = signal.alarmLimit();
        if (limit == null) {
            double low = low(known);
            double high = high(known);
            return Math.max(value - high, low - value) / (high - low);
        }
        double edge = edge(limit, known);
        return (value - edge) / (limit - edge);
    }

    private double edge(double limit, Baseline known) {
        double edge = above(limit, known) ? high(known) : low(known);
        return edge == limit ? edge - (above(limit, known) ? 1 : -1) * known.deviation() : edge;
    }

    /** True where the limit is an upper one: above the band, or above the baseline where no band is known. */
    private boolean above(double limit, Baseline known) {
        Double high = signal.normalHigh();
        Double low = signal.normalLow();
        return high != null ? limit >= high : limit > (low != null ? low : known.level());
    }

    private double low(Baseline known) {
        Double low = signal.normalLow();
        return low == null ? known.level() : low;
    }

    private double high(Baseline known) {
        Double high = signal.normalHigh();
        return high == null ? known.level() : high;
    }

    private String words(double value, double level) {
        String unit = signal.unit().isEmpty() ? "" : " " + signal.unit();
        String change = Math.abs(level) < 1e-9
                ? String.format(Locale.ROOT, "%+.3g%s from", value - level, unit)
                : String.format(Locale.ROOT, "%+.1f %% over", 100 * (value - level) / Math.abs(level));
        return String.format(
                Locale.ROOT,
                "%s %s this machine's own baseline (%.4g%s, baseline %.4g%s)",
                signal.name(),
                change.replace("% over", value < level ? "% under" : "% over"),
                value,
                unit,
                level,
                unit);
    }
}
