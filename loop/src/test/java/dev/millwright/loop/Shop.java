package dev.millwright.loop;

import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.simulation.BoardPainter;
import dev.millwright.simulation.VirtualPlant;
import dev.millwright.twin.Change;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import dev.millwright.twin.TwinState;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A loop at work on a virtual plant without a broker between them; plant time runs much faster than the wall. */
final class Shop implements AutoCloseable, InstantSource {

    static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double OPENING_SPEED = 60;

    final TwinEngine twin;
    final ClosedLoop loop;
    final VirtualPlant machines;
    final List<MachineCommand> commands = java.util.Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final List<Change> seen = new ArrayList<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private volatile Pace time = new Pace(MORNING, System.nanoTime(), OPENING_SPEED);

    /** From then on the plant's clock runs so much faster than the wall's. */
    private record Pace(Instant from, long began, double speed) {
        Instant now() {
            return from.plusNanos(Math.round((System.nanoTime() - began) * speed));
        }
    }

    /** A shop whose machines are idle, and whose time then runs at this speed. */
    static Shop open(Plant plant, Path dir, double speed) throws InterruptedException {
        var shop = new Shop(plant, dir);
        shop.await("all machines idle", change -> change.after().machines().values().stream()
                .allMatch(machine -> machine.connected() && machine.state() == PackMlState.IDLE));
        shop.time = new Pace(shop.time.now(), System.nanoTime(), speed);
        return shop;
    }

    private Shop(Plant plant, Path dir) {
        twin = TwinEngine.open(
                plant,
                dir.resolve("journal"),
                TwinSettings.DEFAULT.withStaleGrace(Duration.ofHours(1)),
                Clock.systemUTC());
        var unused = twin.subscribe(changes::add);
        machines = new VirtualPlant(plant, 1, MORNING, this::take, frame -> loop().frame(frame), boards());
        machines.setSamplingFactor(20);
        var settings = new LoopSettings(
                Duration.ofSeconds(2), 1, Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(5), 8, 1);
        loop = new ClosedLoop(
                twin, settings, this::send, TrainedModels.NONE, dir.resolve("images"), this, Clock.systemUTC());
        plant.machines()
                .forEach(machine -> take(Draft.of(instant(), "test", machine.id(), new Fact.ConnectionOpened())));
        var unusedPace = pace.scheduleWithFixedDelay(this::step, 0, 10, TimeUnit.MILLISECONDS);
    }

    private ClosedLoop loop() {
        return loop;
    }

    private void send(EquipmentId machine, MachineCommand command) {
        commands.add(command);
        machines.command(machine, command);
    }

    private void take(Draft draft) {
        var unused = twin.accept(draft);
    }

    private void step() {
        machines.advanceTo(instant());
        twin.tick(instant());
        loop.tick();
    }

    @Override
    public Instant instant() {
        return time.now();
    }

    TwinState state() {
        return twin.state();
    }

    Event order(String id, int quantity, Duration due) {
        var order = new Order(id, "bracket", quantity, 1, null, instant().plus(due), "ACME");
        return ((CommandOutcome.Accepted) loop.desk().addOrder(order, "anna")).event();
    }

    /** The first change so far, or soon, that is the one. */
    Change await(String what, Predicate<Change> isIt) throws InterruptedException {
        for (var known : seen) {
            if (isIt.test(known)) {
                return known;
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var next = changes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null) {
                seen.add(next);
                if (isIt.test(next)) {
                    return next;
                }
            }
        }
        throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain for " + what + "; heard: "
                + seen.stream().map(change -> change.event().type()).distinct().toList());
    }

    /** The first fact of a kind after an event. */
    Event await(Class<? extends Fact> kind, long after) throws InterruptedException {
        return await(
                        kind.getSimpleName() + " after e" + after,
                        change -> change.event().offset() > after
                                && kind.isInstance(change.event().fact()))
                .event();
    }

    /** The plan that answers an event: adopted for a request made after it. */
    Event planAfter(Event event) throws InterruptedException {
        return await(
                        "a plan after " + event.id(),
                        change -> change.event().fact() instanceof Fact.PlanAdopted
                                && requestOffset(change.event()) > event.offset())
                .event();
    }

    /** The first plan made for a reason. */
    Event planBecause(String words) throws InterruptedException {
        return await(
                        "a plan because " + words,
                        change -> change.event().fact() instanceof Fact.PlanAdopted
                                && String.valueOf(change.event().reason()).contains(words))
                .event();
    }

    private static long requestOffset(Event adopted) {
        String cause = adopted.causation();
        return cause == null ? 0 : Long.parseLong(cause.substring(1));
    }

    private static BoardPainter boards() {
        var generator = new BoardGenerator(BoardSettings.small());
        return (seed, defects) -> {
            var types = defects.stream()
                    .map(name -> DefectType.valueOf(name.toUpperCase(java.util.Locale.ROOT)))
                    .toList();
            var board = generator.generate(seed, types);
            return new BoardPainter.Painted(MarkedImage.png(board.image()), MarkedImage.png(board.template()));
        };
    }

    @Override
    public void close() {
        pace.shutdownNow();
        loop.close();
        twin.close();
    }
}
