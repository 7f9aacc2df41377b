package dev.millwright.loop.quality;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinState;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Tells the repair of rejected parts, each exactly once: the one thread that tells it looks first whether it is told
 * already. What a crash kept from being told is told at the next start.
 */
public final class ReworkDesk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ReworkDesk.class.getName());

    private final TwinEngine twin;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Worker worker;

    public ReworkDesk(TwinEngine twin) {
        this.twin = twin;
        worker = Worker.start("loop-rework", "A repair was not told; the next start tells it.", () -> inbox.take()
                .run());
    }

    /** Takes a change of the twin; returns at once. */
    public void offer(Change change) {
        if (change.event().fact() instanceof Fact.OperationCompleted) {
            inbox.add(() -> answer(change.event()));
        }
    }

    /** Finds lots that wait for a repair nobody told, and tells it. */
    public void catchUp() {
        inbox.add(() -> {
            var state = twin.state();
            for (var lot : state.lots().values()) {
                for (var step : lot.operations()) {
                    if (ReworkRule.isOwed(state, lot, step)) {
                        completion(state, lot, step).ifPresent(this::answer);
                    }
                }
            }
        });
    }

    private void answer(Event completed) {
        ReworkRule.answer(completed, twin.state())
                .ifPresent(draft -> twin.accept(draft).join());
    }

    /** The event that ended a step, from the journal: the repair is told as its consequence. */
    private Optional<Event> completion(TwinState state, LotState lot, OperationState step) {
        var ended = step.ended();
        var machine = step.machine();
        if (ended == null || machine == null) {
            LOG.log(System.Logger.Level.WARNING, "{0} rejected parts, but nobody knows when or where.", step.id());
            return Optional.empty();
        }
        var query = EventQuery.all()
                .about(machine)
                .ofTypes(Set.of("operation-completed"))
                .between(ended, ended.plusNanos(1));
        var found = twin.events(query).stream()
                .filter(event -> event.fact() instanceof Fact.OperationCompleted done
                        && done.lot().equals(lot.id())
                        && done.operation().equals(step.id()))
                .findFirst();
        if (found.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} rejected parts, but event {1} and those before it do not hold its end.",
                    step.id(),
                    state.offset());
        }
        return found;
    }

    @Override
    public void close() {
        worker.close();
    }
}
