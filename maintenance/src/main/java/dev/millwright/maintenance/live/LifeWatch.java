package dev.millwright.maintenance.live;

import dev.millwright.maintenance.live.SeenLife.Refusal;
import dev.millwright.plant.FailureMode;
import dev.millwright.plant.LifeDriver;
import dev.millwright.plant.Machine;
import dev.millwright.plant.ModelErrors;
import dev.millwright.plant.ShadowLife;
import dev.millwright.plant.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One machine before the versions of its class's model: takes readings as they come, shows each version the same rows, and
 * tells what the active one says. A life ends with a failure, which judges all versions, or with maintenance.
 *
 * <p>Rows and ages go by the machine's running clock, freshness by the calendar; both in seconds. One thread owns a watch.
 */
public final class LifeWatch {
    /** As many rows of a life are shown to a version that comes when it is under way. */
    private static final int ROWS_KEPT = 2048;

    /** A row that went by. */
    @SuppressWarnings("ArrayRecordComponent") // read in order and never compared
    private record Row(double[] values, long number, double time) {}

    /** Hears of each row a version sees, in the model's own order; how drift is watched over a fleet. */
    public interface RowListener {
        void row(LifeVersion version, double time, double[] row);
    }

    private final Machine machine;
    private final RowListener listener;
    private final List<Signal> signals;
    private final Map<String, Integer> places = new HashMap<>();
    private final double rowSeconds;
    private final double[] heardAt;
    private final BitSet isSilent = new BitSet();
    private final List<AskedVersion> asked = new ArrayList<>();
    private @Nullable AskedMode mode;
    private final List<Row> rows = new ArrayList<>();
    private RowSampler sampler;
    private double bornAt;
    private boolean isWhole;
    /** The latest calendar time heard of. */
    private double now;

    /**
     * @param time from when on it watches
     * @param fromTheBeginning whether the machine's present life begins then
     */
    public LifeWatch(Machine machine, double time, boolean fromTheBeginning, RowListener listener) {
        this.machine = machine;
        this.listener = listener;
        signals = machine.signals();
        signals.forEach(signal -> places.put(signal.name(), places.size()));
        Double row = machine.assetClass().rowSeconds();
        rowSeconds = row == null
                ? signals.stream().mapToDouble(Signal::periodSeconds).max().orElse(1)
                : row;
        heardAt = new double[signals.size()];
        Arrays.fill(heardAt, Double.NEGATIVE_INFINITY);
        sampler = sampler();
        bornAt = time;
        now = time;
        isWhole = fromTheBeginning;
    }

    /** Asks these versions from now on. One that was asked before keeps what it has seen; a new one is shown what was kept. */
    public void ask(List<LifeVersion> versions) {
        var before = List.copyOf(asked);
        asked.clear();
        for (var version : versions) {
            var known = before.stream()
                    .filter(one -> one.version().isSameAs(version))
                    .findFirst();
            known.ifPresent(one -> one.isNow(version));
            asked.add(known.orElseGet(() -> shown(version)));
        }
    }

    /** Asks this model too how the machine will fail; null: none. One that was asked before keeps what it has seen. */
    public void askMode(@Nullable ModeVersion version) {
        var before = mode;
        if (version == null) {
            mode = null;
        } else if (before == null || !before.version().isSameAs(version)) {
            var fresh = new AskedMode(version, machine, places, rowSeconds);
            show(fresh.seen(), fresh::add);
            mode = fresh;
        }
    }

    private AskedVersion shown(LifeVersion version) {
        var fresh = new AskedVersion(version, machine, places, rowSeconds);
        show(fresh.seen(), fresh::add);
        return fresh;
    }

    private interface Shown {
        void add(double[] values, long number, double time);
    }

    /** Shows what was kept of the present life. */
    private void show(SeenLife seen, Shown to) {
        if (isWhole) {
            rows.forEach(row -> to.add(row.values(), row.number(), row.time()));
        } else {
            seen.missedTheBeginning();
        }
    }

    /** Takes a good reading; one of a signal that the machine does not have is passed over. */
    public void observe(String signal, double time, double running, double value) {
        Integer place = places.get(signal);
        if (place != null && Double.isFinite(value)) {
            heardAt[place] = Math.max(heardAt[place], time);
            now = Math.max(now, time);
            sampler.add(place, running, value);
        }
    }

    private void row(double[] values, long number) {
        if (isWhole && rows.size() < ROWS_KEPT) {
            rows.add(new Row(values, number, now));
        } else {
            isWhole = false;
            rows.clear();
        }
        for (var version : asked) {
            version.add(values, number, now);
            listener.row(version.version(), now, version.seen().row());
        }
        if (mode != null) {
            mode.add(values, number, now);
        }
    }

    /**
     * What the active version says now.
     *
     * @param silent signals of which nothing new is to be expected, whatever their latest reading's age
     */
    public LifeAnswer answer(double time, double running, Collection<String> silent) {
        isSilent.clear();
        silent.forEach(signal -> isSilent.set(places.getOrDefault(signal, signals.size())));
        sampler.passed(running);
        var active = active();
        if (active == null) {
            return new LifeAnswer.None();
        }
        var why = whyUnknown(active.seen(), time);
        var estimate = active.estimate();
        if (why == null && estimate != null) {
            return active.said(estimate, sampler.late());
        }
        var reason = Objects.requireNonNullElseGet(why, () -> new Refusal("no row yet of this life", bornAt));
        return new LifeAnswer.Unknown(active.version(), reason.since(), reason.why());
    }

    private @Nullable Refusal whyUnknown(SeenLife seen, double time) {
        var missing = seen.missing();
        if (!missing.isEmpty()) {
            return new Refusal(
                    "the machine has no signal %s; name the signals it has in the plant file, under 'life'"
                            .formatted(String.join(", ", missing)),
                    bornAt);
        }
        if (!seen.sawTheBeginning()) {
            return new Refusal(
                    "it has not seen this life from its beginning, and answers from the next one on", bornAt);
        }
        var silent = seen.looksAt()
                .filter(place -> isSilent.get(place)
                        || time - heardAt[place] > signals.get(place).secondsUntilStale())
                .boxed()
                .toList();
        if (silent.isEmpty()) {
            var refusal = seen.refusal();
            return refusal == null ? null : new Refusal("outside its training: " + refusal.why(), refusal.since());
        }
        double since = silent.stream()
                .mapToDouble(place -> Math.max(heardAt[place], bornAt))
                .min()
                .orElse(bornAt);
        String names = silent.stream().map(place -> signals.get(place).name()).collect(Collectors.joining(", "));
        return new Refusal("nothing is heard of " + names, since);
    }

    /** How the machine will most likely fail; null where no model says. As fresh as the latest {@link #answer}. */
    public @Nullable FailureMode mode(double time) {
        return mode == null || whyUnknown(mode.seen(), time) != null ? null : mode.said();
    }

    /** What moves the active version's estimate, the weightiest first. */
    public List<LifeDriver> drivers() {
        var active = active();
        return active == null || active.seen().rows() == 0
                ? List.of()
                : active.drivers().of(signals);
    }

    /** What the versions in shadow say. */
    public List<ShadowLife> shadows(double time) {
        var lives = new ArrayList<ShadowLife>();
        for (var version : asked) {
            var estimate = version.estimate();
            if (!version.version().active() && estimate != null && whyUnknown(version.seen(), time) == null) {
                lives.add(new ShadowLife(
                        version.version().version(),
                        estimate.expected(),
                        estimate.low(),
                        estimate.high(),
                        version.version().model().notes().unitOfLife()));
            }
        }
        return lives;
    }

    private @Nullable AskedVersion active() {
        return asked.stream().filter(one -> one.version().active()).findFirst().orElse(null);
    }

    /** The machine failed: what its life says of each version that saw all of it. The next life begins. */
    public List<ModelErrors> failed(double time) {
        sampler.close();
        var errors = asked.stream()
                .filter(version -> version.seen().rows() > 0 && version.seen().sawTheBeginning())
                .map(AskedVersion::judge)
                .toList();
        begin(time);
        return errors;
    }

    /** How long it has run in its present life, in units of the active version's, or of any. */
    public double age() {
        var active = active();
        return active != null
                ? active.seen().age()
                : asked.isEmpty() ? 0 : asked.getFirst().seen().age();
    }

    /** The machine is as new: its next life begins. */
    public void begin(double time) {
        bornAt = time;
        isWhole = true;
        rows.clear();
        sampler = sampler();
        asked.forEach(AskedVersion::begin);
        if (mode != null) {
            mode.begin();
        }
    }

    private RowSampler sampler() {
        return new RowSampler(signals.size(), rowSeconds, this::row);
    }
}
