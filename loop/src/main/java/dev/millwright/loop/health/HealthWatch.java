package dev.millwright.loop.health;

import dev.millwright.loop.work.Worker;
import dev.millwright.maintenance.SignalBand;
import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the health monitor from the twin's changes on a thread of its own, and lets it be assessed. When readings come
 * faster than they can be taken in, some are skipped and counted; findings, failures and repairs never are.
 */
public final class HealthWatch implements AutoCloseable {

    private static final int READINGS_WAITING = 4096;
    /** The code of the alarm by which the twin tells that a signal is stale. */
    private static final String STALE = "stale";

    private final Assessments assessments;
    private final BlockingDeque<Runnable> inbox = new LinkedBlockingDeque<>();
    private final AtomicLong skipped = new AtomicLong();
    private @Nullable Worker worker;

    public HealthWatch(Assessments assessments) {
        this.assessments = assessments;
    }

    /** Recalls what is known from before, which may take its time, and then takes up what was heard meanwhile. */
    public void begin(Recall recall) {
        inbox.addFirst(() -> {
            recall.tell(assessments::recall);
            assessments.catchUp(recall.reaches());
        });
        worker = Worker.start("loop-health", "An assessment failed; the next event is taken up.", () -> inbox.take()
                .run());
    }

    /** Takes a change of the twin; returns at once. */
    public void offer(Change change) {
        switch (change.event().fact()) {
            case Fact.ReadingsTaken _, Fact.PartsCounted _ -> {
                if (inbox.size() < READINGS_WAITING) {
                    take(change.event());
                } else {
                    skipped.incrementAndGet();
                }
            }
            case Fact.PartInspected _,
                    Fact.FindingCorrected _,
                    Fact.OperationStarted _,
                    Fact.OperationCompleted _,
                    Fact.MachineStateChanged _,
                    Fact.MaintenanceFinished _,
                    Fact.ConnectionLost _,
                    Fact.ModelPromoted _,
                    Fact.ModelRetired _ -> take(change.event());
            case Fact.AlarmRaised raised when raised.code().equals(STALE) -> take(change.event());
            default -> {}
        }
    }

    /** Asks these versions of trained models from now on, by their names. */
    public void ask(TrainedModels models, Instant now) {
        inbox.add(() -> assessments.ask(models, now));
    }

    /** How far machines have moved away from a version's training, once the watch comes to it; empty where not known. */
    public CompletableFuture<Optional<ModelDrift>> drift(String title) {
        var answer = new CompletableFuture<Optional<ModelDrift>>();
        inbox.add(() -> answer.complete(Optional.ofNullable(assessments.drift(title))));
        return answer;
    }

    /** Where a machine's signals stood while it was well, as far as that is learned. */
    public List<SignalBand> bands(EquipmentId machine) {
        return assessments.bands(machine);
    }

    private void take(Event event) {
        inbox.add(() -> assessments.take(event));
    }

    /** Readings that were not looked at because too many waited. */
    public long skipped() {
        return skipped.get();
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }

    /** A loop's draft about a machine, told as the consequence of an event. */
    static Draft about(EquipmentId machine, Event cause, Fact fact, String words) {
        return Draft.of(cause.time(), "loop", machine, fact).causedBy(cause).because(words);
    }
}
