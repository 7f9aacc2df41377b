package dev.millwright.maintenance.drift;

import dev.millwright.inference.drift.DriftWindow;
import dev.millwright.inference.drift.PopulationStability;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Sums up what a model is trained on. Machines differ, and a worn one is unlike the rest; so each machine of training is
 * compared with the others through its life as a new one will be, and a limit is set that hardly any of them reaches on any
 * signal (split conformal prediction, Vovk, Gammerman and Shafer 2005).
 */
public final class ReferenceSearch {
    private static final int BINS = 20;
    /** Of machines that are no different, so many in a hundred may be called so. */
    private static final double FALSE = 0.01;

    private final FeatureSpace space;
    private final List<UnitRun> units;
    private final int windowRows;
    private final int sensors;

    private ReferenceSearch(FeatureSpace space, List<UnitRun> units) {
        this.space = space;
        this.units = units;
        var lengths = units.stream().mapToInt(UnitRun::length).sorted().toArray();
        windowRows = Math.clamp(lengths[lengths.length / 2] / 4, 20, 500);
        sensors = space.sensors().size();
    }

    /** What units that a model is trained on look like. */
    public static TrainingReference of(FeatureSpace space, List<UnitRun> units) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("There is no unit to refer to.\nGive those the model is trained on.");
        }
        var search = new ReferenceSearch(space, units);
        var wholes = new ArrayList<List<DriftWindow.Bucket>>();
        var edges = search.edges();
        for (var unit : units) {
            wholes.add(search.whole(unit, edges));
        }
        return new TrainingReference(search.signals(edges, wholes), search.windowRows, search.domain());
    }

    private List<List<Double>> edges() {
        var rows = units.stream()
                .flatMap(unit -> Arrays.stream(unit.rows()))
                .map(row -> TrainingReference.deviations(space, row))
                .toList();
        var edges = new ArrayList<List<Double>>();
        for (int s = 0; s < sensors; s++) {
            int sensor = s;
            var values = rows.stream()
                    .mapToDouble(row -> row[sensor])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            var own = new ArrayList<Double>();
            for (int bin = 1; bin < BINS && values.length > 0; bin++) {
                double edge = values[(int) ((long) values.length * bin / BINS)];
                if (edge < values[values.length - 1] && (own.isEmpty() || edge > own.getLast())) {
                    own.add(edge);
                }
            }
            edges.add(own);
        }
        return edges;
    }

    private List<DriftWindow.Bucket> whole(UnitRun unit, List<List<Double>> edges) {
        var windows = edges.stream()
                .map(own -> new DriftWindow(own, Integer.MAX_VALUE))
                .toList();
        for (var row : unit.rows()) {
            add(windows, row);
        }
        return windows.stream().map(DriftWindow::sum).toList();
    }

    private void add(List<DriftWindow> windows, double[] row) {
        var deviations = TrainingReference.deviations(space, row);
        for (int s = 0; s < sensors; s++) {
            if (!Double.isNaN(deviations[s])) {
                windows.get(s).add(deviations[s]);
            }
        }
    }

    private List<SignalReference> signals(List<List<Double>> edges, List<List<DriftWindow.Bucket>> wholes) {
        var all = new ArrayList<DriftWindow.Bucket>();
        var effective = new double[sensors];
        for (int s = 0; s < sensors; s++) {
            var sum = new DriftWindow.Bucket(edges.get(s).size() + 1);
            for (var whole : wholes) {
                sum.add(whole.get(s));
                effective[s] += whole.get(s).effectiveRows();
            }
            all.add(sum);
        }
        var limits = limits(edges, wholes, all);
        var signals = new ArrayList<SignalReference>();
        for (int s = 0; s < sensors; s++) {
            var name = space.signals().get(space.sensors().get(s));
            signals.add(new SignalReference(
                    name,
                    edges.get(s),
                    shares(all.get(s).counts(), new long[edges.get(s).size() + 1]),
                    effective[s],
                    limits[s]));
        }
        return signals;
    }

    private static List<Double> shares(long[] all, long[] without) {
        long rows = Arrays.stream(all).sum() - Arrays.stream(without).sum();
        var shares = new ArrayList<Double>();
        for (int bin = 0; bin < all.length; bin++) {
            shares.add((double) (all[bin] - without[bin]) / Math.max(1, rows));
        }
        return shares;
    }

    /** How far the machines go of themselves: each signal by its own measure, all by the same multiple of it. */
    private double[] limits(
            List<List<Double>> edges, List<List<DriftWindow.Bucket>> wholes, List<DriftWindow.Bucket> all) {
        var most = new double[units.size()][];
        for (int u = 0; u < most.length; u++) {
            most[u] = mostOf(units.get(u), edges, wholes.get(u), all);
        }
        var usual = new double[sensors];
        Arrays.setAll(usual, s -> Math.max(0.01, ranked(Arrays.stream(most).mapToDouble(unit -> unit[s]), 0.5)));
        var multiples = Arrays.stream(most).mapToDouble(unit -> {
            double largest = 0;
            for (int s = 0; s < sensors; s++) {
                largest = Math.max(largest, unit[s] / usual[s]);
            }
            return largest;
        });
        double multiple = ranked(multiples, 1 - FALSE);
        var limits = new double[sensors];
        Arrays.setAll(limits, s -> multiple * usual[s]);
        return limits;
    }

    private static double ranked(DoubleStream values, double share) {
        var sorted = values.sorted().toArray();
        return sorted[Math.clamp((int) Math.ceil(share * (sorted.length + 1)) - 1, 0, sorted.length - 1)];
    }

    /** The largest index of each signal at any time of a unit's life, against all others. */
    private double[] mostOf(
            UnitRun unit, List<List<Double>> edges, List<DriftWindow.Bucket> own, List<DriftWindow.Bucket> all) {
        var others = new ArrayList<List<Double>>();
        for (int s = 0; s < sensors; s++) {
            var counts = all.get(s).counts();
            others.add(shares(
                    counts,
                    units.size() == 1 ? new long[counts.length] : own.get(s).counts()));
        }
        var windows =
                edges.stream().map(each -> new DriftWindow(each, windowRows)).toList();
        var most = new double[sensors];
        for (int i = 0; i < unit.length(); i++) {
            add(windows, unit.rows()[i]);
            if ((i + 1) % Math.max(1, windowRows / 4) == 0) {
                for (int s = 0; s < sensors; s++) {
                    if (windows.get(s).rows() >= windowRows) {
                        most[s] = Math.max(
                                most[s],
                                PopulationStability.of(
                                        others.get(s), windows.get(s).counts()));
                    }
                }
            }
        }
        return most;
    }

    private Domain domain() {
        double reach = 0;
        var settings = new Extent(space.settings().size());
        var extents = new ArrayList<Extent>();
        for (int regime = 0; regime < space.regimes().count(); regime++) {
            extents.add(new Extent(sensors));
        }
        for (var unit : units) {
            for (var row : unit.rows()) {
                var at = space.settingsOf(row);
                settings.add(at);
                reach = Math.max(reach, space.regimes().distance(at));
                extents.get(space.regime(row)).add(space.sensorsOf(row));
            }
        }
        return new Domain(
                settings.ranges(), extents.stream().map(Extent::ranges).toList(), reach);
    }

    /** Lowest and highest values; a signal that was never measured has none, and whatever comes is far from it. */
    private static final class Extent {
        private final double[] low;
        private final double[] high;

        Extent(int width) {
            low = new double[width];
            high = new double[width];
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
        }

        void add(double[] values) {
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    low[i] = Math.min(low[i], values[i]);
                    high[i] = Math.max(high[i], values[i]);
                }
            }
        }

        List<Domain.Range> ranges() {
            var ranges = new ArrayList<Domain.Range>();
            for (int i = 0; i < low.length; i++) {
                ranges.add(low[i] > high[i] ? new Domain.Range(0, 0) : new Domain.Range(low[i], high[i]));
            }
            return ranges;
        }
    }
}
