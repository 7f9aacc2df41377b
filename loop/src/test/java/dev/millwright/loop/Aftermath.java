package dev.millwright.loop;

import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A journal as a crash left it, and the loop that is opened on it. Plant time stands still. */
final class Aftermath implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record Sent(EquipmentId machine, MachineCommand command) {}

    final TwinEngine twin;
    final ClosedLoop loop;
    final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final long before;

    /** Writes what the crash left, with no loop to answer it. */
    static void journal(Path dir, Draft... drafts) {
        try (var twin = open(dir)) {
            for (var draft : drafts) {
                twin.accept(draft).join();
            }
        }
    }

    /** Opens a new loop on it, as a start does. */
    Aftermath(Path dir) {
        twin = open(dir);
        before = twin.lastOffset();
        var unused = twin.subscribe(change -> events.add(change.event()));
        var settings = new LoopSettings(
                Duration.ofMillis(300), 1, Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(5), 8, 1);
        loop = new ClosedLoop(
                twin,
                settings,
                (machine, command) -> sent.add(new Sent(machine, command)),
                TrainedModels.NONE,
                dir.resolve("images"),
                () -> NOW,
                Clock.systemUTC());
        loop.catchUp();
    }

    static Draft draft(int minutesAgo, EquipmentId subject, Fact fact) {
        return Draft.of(NOW.minusSeconds(60L * minutesAgo), "test", subject, fact);
    }

    /** The next new event that is the one. */
    Event await(String what, Predicate<Event> isIt) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var heard = new ArrayList<String>();
        while (true) {
            var event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError(
                        "Waited " + PATIENCE.toSeconds() + " s in vain for " + what + "; heard: " + heard);
            }
            if (isIt.test(event)) {
                return event;
            }
            heard.add(event.type());
        }
    }

    Event await(Class<? extends Fact> kind) throws InterruptedException {
        return await(kind.getSimpleName(), event -> kind.isInstance(event.fact()));
    }

    /** A plan that is asked for now, after all that was asked for before. */
    Event plan() throws InterruptedException {
        loop.desk().replan("anna");
        return await(
                "the plan anna asked for",
                event -> event.fact() instanceof Fact.PlanAdopted
                        && String.valueOf(event.reason()).contains("anna"));
    }

    /** Events of a kind since the journal was opened. */
    List<Event> told(String type) {
        return twin.events(EventQuery.all().ofTypes(Set.of(type)).after(before).atMost(1000));
    }

    MachineCommand command(Predicate<Sent> isIt) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var next = sent.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("Waited in vain for a command.");
            }
            if (isIt.test(next)) {
                return next.command();
            }
        }
    }

    private static TwinEngine open(Path dir) {
        return TwinEngine.open(PlantFixtures.cell(), dir.resolve("journal"), TwinSettings.DEFAULT, Clock.systemUTC());
    }

    @Override
    public void close() {
        loop.close();
        twin.close();
    }
}
