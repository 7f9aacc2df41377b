package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import dev.millwright.simulation.kernel.RandomStreams;
import dev.millwright.simulation.kernel.Scheduled;
import dev.millwright.simulation.kernel.Simulation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** What all virtual machines share: the clock, chance, and the way out for what they report. Ticks are microseconds. */
final class Floor {

    static final double TICKS_A_SECOND = 1e6;
    static final String SOURCE = "virtual-plant";

    private final Plant plant;
    private final Instant start;
    private final Simulation simulation = new Simulation();
    private final RandomStreams streams;
    private final Queue<Report> outbox = new ArrayDeque<>();
    private long reportInterval;

    /** What leaves the plant: a fact, or a picture still to be painted. */
    sealed interface Report {
        record Said(Draft draft) implements Report {}

        record Seen(Glimpse glimpse) implements Report {}
    }

    Floor(Plant plant, long seed, Instant start) {
        this.plant = plant;
        this.start = start.truncatedTo(ChronoUnit.MICROS);
        this.streams = new RandomStreams(seed);
    }

    Plant plant() {
        return plant;
    }

    long now() {
        return simulation.now();
    }

    Instant time() {
        return start.plus(simulation.now(), ChronoUnit.MICROS);
    }

    void runUntil(Instant time) {
        simulation.runUntil(Math.max(simulation.now(), start.until(time, ChronoUnit.MICROS)));
    }

    Scheduled after(double seconds, String label, Runnable action) {
        return simulation.after(ticks(seconds), label, action);
    }

    static long ticks(double seconds) {
        return Math.max(0, Math.round(seconds * TICKS_A_SECOND));
    }

    /** The stream of one cause at one machine. */
    RandomGenerator chance(EquipmentId machine, String cause) {
        return streams.stream(machine.path() + "/" + cause);
    }

    void say(EquipmentId subject, Fact fact) {
        outbox.add(new Report.Said(draft(subject, fact)));
    }

    Draft draft(EquipmentId subject, Fact fact) {
        return Draft.of(time(), SOURCE, subject, fact);
    }

    void show(Glimpse glimpse) {
        outbox.add(new Report.Seen(glimpse));
    }

    Queue<Report> outbox() {
        return outbox;
    }

    long reportInterval() {
        return reportInterval;
    }

    void setReportInterval(long ticks) {
        reportInterval = ticks;
    }
}
