package dev.millwright.maintenance.fleet;

import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lives in bounded memory: when rows no longer fit, every second one is let go of, in each life alike and as often as it
 * takes. A life keeps its first row, its end, and every nth row between.
 */
final class ThinnedLives implements LifeRows.Lives {
    /** What a row weighs beside its numbers, in numbers. */
    private static final int ROW = 6;

    // Kept by the million and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(double age, double[] values) {}

    private static final class Life {
        private final String unit;
        private List<Row> rows = new ArrayList<>();
        private @Nullable Row newest;
        private long count;
        private double end;
        private String mode = "";

        Life(String unit) {
            this.unit = unit;
        }
    }

    private final FleetSource source;
    private final Map<String, Life> open = new LinkedHashMap<>();
    private final List<Life> ended = new ArrayList<>();
    private int censored;
    private long kept;
    private int everyNth = 1;

    ThinnedLives(FleetSource source) {
        this.source = source;
    }

    @Override
    public void row(String unit, double age, double[] values) {
        var life = open.computeIfAbsent(unit, Life::new);
        var row = new Row(age, values);
        if (life.count++ % everyNth == 0) {
            life.rows.add(row);
            kept += values.length + ROW;
        }
        life.newest = row;
        while (kept > source.most()) {
            thin();
        }
    }

    private void thin() {
        if (everyNth > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(
                    "%s has %d lives, whose beginnings alone are more than %d numbers.\nKeep more of them, or give fewer machines."
                            .formatted(source.telemetry(), ended.size() + open.size(), source.most()));
        }
        everyNth *= 2;
        kept = 0;
        for (var lives : List.of(ended, open.values())) {
            for (var life : lives) {
                var half = new ArrayList<Row>();
                for (int i = 0; i < life.rows.size(); i += 2) {
                    half.add(life.rows.get(i));
                    kept += life.rows.get(i).values().length + ROW;
                }
                life.rows = half;
            }
        }
    }

    @Override
    public void end(LifeEnd end, double age) {
        var life = open.remove(end.unit());
        if (life == null || !end.failed()) {
            forget(life);
            return;
        }
        life.end = age;
        life.mode = end.mode();
        ended.add(life);
    }

    /** How a machine that goes on until its last row failed then, as far as its rows have said. */
    void mode(String unit, String mode) {
        var life = open.get(unit);
        if (life != null) {
            life.mode = mode;
        }
    }

    private void forget(@Nullable Life life) {
        if (life != null) {
            censored++;
            life.rows.forEach(row -> kept -= row.values().length + ROW);
        }
    }

    /** Lives that go on: without a file of failures they end with their last row, otherwise nobody knows how they end. */
    Fleet fleet(List<String> signals, List<Integer> settings, String unitOfTime, List<String> remarks) {
        var said = new ArrayList<>(remarks);
        if (source.failures() == null) {
            ended.addAll(open.values());
        } else if (censored + open.size() > 0) {
            said.add("%d lives did not end in a failure and are not learned from.".formatted(censored + open.size()));
        }
        if (everyNth > 1) {
            said.add(
                    "%s is large: each life is learned from its first row, every %dth after it, and its end; what the model judges is thinned likewise."
                            .formatted(source.telemetry().getFileName(), everyNth));
        }
        return new Fleet(
                signals,
                settings,
                unitOfTime,
                ended.stream().map(life -> run(life, settings)).toList(),
                everyNth,
                said);
    }

    private static UnitRun run(Life life, List<Integer> settings) {
        var rows = new ArrayList<>(life.rows);
        if (life.newest != null && life.newest.age() > rows.getLast().age()) {
            rows.add(life.newest);
        }
        if (life.end > rows.getLast().age()) {
            rows.add(new Row(life.end, unmeasured(rows.getLast().values(), settings)));
        }
        return new UnitRun(
                life.unit,
                rows.stream().mapToDouble(Row::age).toArray(),
                rows.stream().map(Row::values).toArray(double[][]::new),
                life.mode);
    }

    /** At the end itself nothing was measured; the machine was operated as before. */
    private static double[] unmeasured(double[] before, List<Integer> settings) {
        var row = new double[before.length];
        Arrays.fill(row, Double.NaN);
        settings.forEach(place -> row[place] = before[place]);
        return row;
    }
}
