package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.bench.Quantiles;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.life.LifeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * How many machines a trained model scores in a second, each with a new row taken in before, on as many threads as there are
 * cores; and how long one scoring alone takes.
 *
 * @param machines how many there are
 * @param seconds how long they are scored over and over, after a warm-up as long
 */
record ScoringMeasurement(Path model, int machines, double seconds) implements Evaluate.Measurement {
    private static final int BATCH = 250;
    private static final int HISTORY = 60;

    ScoringMeasurement {
        if (machines < 1 || !(seconds > 0)) {
            throw new IllegalArgumentException(
                    "%d machines for %s seconds measure nothing.\nGive one machine or more, and more than 0 seconds."
                            .formatted(machines, seconds));
        }
    }

    @Override
    public Evaluate.Figures run() throws Exception {
        try (var life = LifeModel.read(bytes())) {
            var fleet = fleet(life);
            int threads = Runtime.getRuntime().availableProcessors();
            rounds(life, fleet, threads, seconds);
            double rate = rounds(life, fleet, threads, seconds);
            singles(life, fleet, seconds);
            var alone = singles(life, fleet, seconds);
            var metrics = new LinkedHashMap<String, Number>();
            metrics.put("machines_per_second", rate);
            metrics.put("one_p50_ms", alone.at(0.5));
            metrics.put("one_p99_ms", alone.at(0.99));
            metrics.put("threads", threads);
            metrics.put("network_share", life.notes().networkShare());
            return new Evaluate.Figures(
                    Map.of("model", String.valueOf(model.getFileName()), "machines", machines, "seconds", seconds),
                    metrics,
                    List.of());
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(model);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The model %s cannot be read: %s\nName one with --model.".formatted(model, e.getMessage()), e);
        }
    }

    /** Machines that have run for a while, at chance around what is usual. */
    private List<Machine> fleet(LifeModel life) {
        var machines = new ArrayList<Machine>();
        for (int i = 0; i < this.machines; i++) {
            var machine = new Machine(life, new Random(i));
            for (int row = 0; row < HISTORY; row++) {
                machine.row();
            }
            machines.add(machine);
        }
        return machines;
    }

    /** A machine and what is heard of it. */
    private static final class Machine {
        private final LifeModel life;
        private final UnitFeatures unit;
        private final Random random;
        private int age;

        Machine(LifeModel life, Random random) {
            this.life = life;
            this.random = random;
            unit = life.notes().space().unit();
        }

        UnitFeatures row() {
            var scale = life.notes().space().scale();
            int regime = random.nextInt(scale.mean().size());
            var row = new double[life.notes().space().signals().size()];
            for (int signal = 0; signal < row.length; signal++) {
                row[signal] = scale.mean().get(regime).get(signal)
                        + random.nextGaussian() * scale.deviation().get(regime).get(signal);
            }
            unit.add(++age, row);
            return unit;
        }
    }

    /** Machines scored a second. */
    private static double rounds(LifeModel life, List<Machine> fleet, int threads, double seconds) throws Exception {
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        long scored = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = IntStream.range(0, threads)
                    .mapToObj(part -> (Callable<Long>) () -> {
                        var own = fleet.subList(part * fleet.size() / threads, (part + 1) * fleet.size() / threads);
                        return scored(life, own, until);
                    })
                    .toList();
            for (var part : pool.invokeAll(parts)) {
                scored += part.get();
            }
        }
        return scored / ((System.nanoTime() - begun) / 1e9);
    }

    private static long scored(LifeModel life, List<Machine> machines, long until) {
        long scored = 0;
        for (int from = 0; System.nanoTime() < until && !machines.isEmpty(); from += BATCH) {
            int at = from >= machines.size() ? 0 : from;
            var batch = machines.subList(at, Math.min(machines.size(), at + BATCH)).stream()
                    .map(Machine::row)
                    .toList();
            scored += life.estimates(batch).size();
            from = at;
        }
        return scored;
    }

    /** Milliseconds from a row to its estimate, one machine after the other on one thread. */
    private static Quantiles singles(LifeModel life, List<Machine> fleet, double seconds) {
        var times = new ArrayList<Double>();
        long until = System.nanoTime() + (long) (seconds * 1e9);
        for (int i = 0; System.nanoTime() < until; i++) {
            var machine = fleet.get(i % fleet.size());
            long begun = System.nanoTime();
            life.estimate(machine.row());
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return new Quantiles(times);
    }
}
