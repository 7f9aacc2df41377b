package dev.millwright.maintenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything a monitor remembers of one machine; its size does not grow with time. */
final class MachineState {

    private static final int MOST_SIGNALS = 256;
    private static final int MOST_LIVES = 256;

    final MachineProfile profile;
    private final MaintenanceConfig config;
    private final Map<String, SignalTrack> signals = new LinkedHashMap<>();
    private final JointTrack joint;
    private final QualityTrack quality;
    private final List<Double> lives;
    private final List<Double> failureLevels = new ArrayList<>();
    private List<Suspicion> suspicions = List.of();
    private double bornAt;
    private @Nullable WeibullLife unitLife;

    MachineState(MachineProfile profile, MaintenanceConfig config, double time) {
        this.profile = profile;
        this.config = config;
        this.joint = new JointTrack(config);
        this.quality = new QualityTrack(config.quality());
        this.lives = new ArrayList<>(profile.unitLives());
        this.bornAt = time - config.axis().toSpan(profile.age());
        profile.signals().forEach(s -> signals.put(s.name(), new SignalTrack(s, config)));
        refit();
    }

    boolean observe(String signal, double time, double value) {
        SignalTrack track = signals.get(signal);
        if (track == null) {
            if (signals.size() >= MOST_SIGNALS) {
                return false;
            }
            track = new SignalTrack(MonitoredSignal.of(signal, ""), config);
            signals.put(signal, track);
        }
        boolean accepted = track.observe(time, value);
        if (accepted) {
            joint.observe(track.signal(), time, value);
        }
        return accepted;
    }

    QualityTrack quality() {
        return quality;
    }

    void suspect(List<Suspicion> of) {
        suspicions = of.stream()
                .sorted(Comparator.comparingDouble(Suspicion::loss).reversed())
                .toList();
    }

    List<Suspicion> suspicions() {
        return suspicions;
    }

    /** What the worst suspicion leaves of the machine's health. */
    double trust() {
        return 1 - suspicions.stream().mapToDouble(Suspicion::loss).max().orElse(0);
    }

    /** Ends the unit's life: it and the wear it ended with become statistics, and the next one begins. */
    void failed(double time) {
        double level = FusedWear.latest(unlimited(), config);
        if (level > 0) {
            remember(failureLevels, level);
        }
        double life = age(time);
        if (life > 0) {
            remember(lives, life);
            refit();
        }
        bornAt = time;
    }

    void reset(double time) {
        bornAt = time;
        quality.reset();
        suspicions = List.of();
        signals.values().forEach(SignalTrack::reset);
        joint.reset();
    }

    double age(double now) {
        return Math.max(0, config.axis().toLife(now - bornAt));
    }

    @Nullable
    WeibullLife unitLife() {
        return unitLife;
    }

    /** Signals that have lost health, alone and together, and quality, the worst first. */
    List<Driver> drivers() {
        List<Driver> drivers = signalDrivers();
        Driver byQuality = quality.driver();
        if (byQuality != null) {
            drivers.add(byQuality);
        }
        drivers.sort(Comparator.comparingDouble(Driver::healthLoss).reversed());
        return drivers;
    }

    /** What the worst signal, or all of them together, leave of the machine's health. */
    double signalHealth() {
        return 1
                - signalDrivers().stream().mapToDouble(Driver::healthLoss).max().orElse(0);
    }

    List<SignalBand> bands() {
        return signals.values().stream()
                .map(SignalTrack::band)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Driver> signalDrivers() {
        List<Driver> drivers = new ArrayList<>();
        for (SignalTrack track : signals.values()) {
            Driver driver = track.driver();
            if (driver != null) {
                drivers.add(driver);
            }
        }
        Driver together = joint.driver(drivers);
        if (together != null) {
            drivers.add(together);
        }
        return drivers;
    }

    /** Every way to failure that can be seen: each limit, the signals without limits together, and quality. */
    List<WayToFailure> waysToFailure() {
        List<WayToFailure> ways = new ArrayList<>();
        for (SignalTrack track : signals.values()) {
            Trend trend = track.hasLimit() ? Trend.find(track.past(), config.trendSignificance()) : null;
            if (trend != null) {
                ways.add(WayToFailure.toLimit(trend));
            }
        }
        Trend fused = FusedWear.trend(unlimited(), config);
        if (fused != null) {
            ways.add(WayToFailure.asSeen(fused, failureLevels));
        }
        Trend byQuality = Trend.find(quality.past(), config.trendSignificance());
        if (byQuality != null) {
            ways.add(WayToFailure.toLimit(byQuality));
        }
        return ways;
    }

    private List<SignalTrack> unlimited() {
        return signals.values().stream().filter(track -> !track.hasLimit()).toList();
    }

    private static void remember(List<Double> statistics, double value) {
        statistics.add(value);
        if (statistics.size() > MOST_LIVES) {
            statistics.removeFirst();
        }
    }

    private void refit() {
        unitLife = lives.isEmpty() ? null : WeibullLife.fit(lives);
    }
}
