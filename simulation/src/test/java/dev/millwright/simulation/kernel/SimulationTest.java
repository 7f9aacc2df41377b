package dev.millwright.simulation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void runsByTimeThenPriorityThenOrderOfScheduling() {
        var simulation = new Simulation();
        var ran = new ArrayList<String>();
        simulation.at(5, 0, "c", () -> ran.add("c"));
        simulation.at(5, 0, "d", () -> ran.add("d"));
        simulation.at(5, -1, "b", () -> ran.add("b"));
        simulation.at(1, 9, "a", () -> ran.add("a"));
        while (simulation.step()) {
            assertThat(simulation.now()).isPositive();
        }
        assertThat(ran).containsExactly("a", "b", "c", "d");
    }

    @Test
    void theClockStopsWhereItWasToldTo() {
        var simulation = new Simulation();
        var ran = new ArrayList<Long>();
        simulation.after(10, "in time", () -> ran.add(simulation.now()));
        simulation.after(11, "too late", () -> ran.add(simulation.now()));
        simulation.runUntil(10);
        assertThat(ran).containsExactly(10L);
        assertThat(simulation.now()).isEqualTo(10);
        simulation.runUntil(3);
        assertThat(simulation.now()).isEqualTo(10);
    }

    @Test
    void whatIsCancelledDoesNotHappen() {
        var simulation = new Simulation();
        var ran = new ArrayList<String>();
        var first = simulation.after(1, "first", () -> ran.add("first"));
        simulation.after(2, "second", () -> ran.add("second")).cancel();
        simulation.after(3, "third", () -> ran.add("third"));
        assertThat(first.label()).isEqualTo("first");
        assertThat(first.time()).isEqualTo(1);
        simulation.runUntil(2);
        assertThat(ran).containsExactly("first");
        assertThat(simulation.step()).isTrue();
        assertThat(simulation.step()).isFalse();
        assertThat(ran).containsExactly("first", "third");
    }

    @Test
    void refusesThePast() {
        var simulation = new Simulation();
        simulation.runUntil(100);
        assertThatThrownBy(() -> simulation.at(99, 0, "late", () -> {}))
                .hasMessageContaining("'late' is scheduled for tick 99")
                .hasMessageContaining("now or later");
    }

    /** M/M/1: mean wait in queue is rho / (mu - lambda), and L = lambda W (Little). */
    @Test
    void aSingleServerWaitsAsQueueingTheorySays() {
        var means = new ArrayList<Double>();
        for (int seed = 1; seed <= 10; seed++) {
            means.add(new SingleServer(0.8, 1.0, seed, Trace.NONE).serve(200_000));
        }
        double mean = means.stream().mapToDouble(x -> x).average().orElseThrow();
        double variance =
                means.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / (means.size() - 1);
        double halfWidth = 3.25 * Math.sqrt(variance / means.size()); // t(9), 99 percent
        assertThat(mean).isCloseTo(0.8 / (1.0 - 0.8), within(halfWidth));
        assertThat(halfWidth).isLessThan(0.15);
        var queue = new SingleServer(0.8, 1.0, 42, Trace.NONE);
        queue.serve(200_000);
        double timeInSystem = queue.sumInSystem / queue.served;
        double arrivalRate = queue.served / queue.seconds();
        assertThat(queue.meanInSystem()).isCloseTo(arrivalRate * timeInSystem, within(0.01));
    }

    @Test
    void theSameSeedGivesTheSameTraceBitForBit() {
        assertThat(trace(3)).isEqualTo(trace(3)).hasSizeGreaterThan(1000).isNotEqualTo(trace(4));
    }

    private static List<String> trace(long seed) {
        var trace = new ArrayList<String>();
        new SingleServer(0.8, 1.0, seed, (time, sequence, label) -> trace.add(time + " " + sequence + " " + label))
                .serve(1000);
        return trace;
    }

    /** Customers of an M/M/1 queue; ticks are microseconds. */
    private static final class SingleServer {
        private static final double TICKS = 1e6;
        private final Simulation simulation;
        private final RandomGenerator arrivals;
        private final RandomGenerator services;
        private final double lambda;
        private final double mu;
        private final ArrayDeque<Long> line = new ArrayDeque<>();
        private boolean busy;
        private long served;
        private double sumWait;
        private double sumInSystem;
        private double area;
        private long changedAt;
        private int inSystem;

        SingleServer(double lambda, double mu, long seed, Trace trace) {
            this.simulation = new Simulation(trace);
            var streams = new RandomStreams(seed);
            this.arrivals = streams.stream("arrivals");
            this.services = streams.stream("services");
            this.lambda = lambda;
            this.mu = mu;
            simulation.after(draw(arrivals, lambda), "arrival", this::arrive);
        }

        /** Serves some customers and returns their mean wait. */
        double serve(int customers) {
            long until = served + customers;
            double before = sumWait;
            while (served < until) {
                simulation.step();
            }
            return (sumWait - before) / customers;
        }

        double seconds() {
            return simulation.now() / TICKS;
        }

        double meanInSystem() {
            return area / simulation.now();
        }

        private void arrive() {
            count(1);
            line.add(simulation.now());
            simulation.after(draw(arrivals, lambda), "arrival", this::arrive);
            begin();
        }

        private void begin() {
            if (busy || line.isEmpty()) {
                return;
            }
            busy = true;
            long came = line.remove();
            sumWait += (simulation.now() - came) / TICKS;
            simulation.after(draw(services, mu), "departure", () -> {
                count(-1);
                busy = false;
                served++;
                sumInSystem += (simulation.now() - came) / TICKS;
                begin();
            });
        }

        private void count(int change) {
            area += (double) inSystem * (simulation.now() - changedAt);
            changedAt = simulation.now();
            inSystem += change;
        }

        private static long draw(RandomGenerator chance, double rate) {
            return Math.round(-Math.log1p(-chance.nextDouble()) / rate * TICKS);
        }
    }
}
