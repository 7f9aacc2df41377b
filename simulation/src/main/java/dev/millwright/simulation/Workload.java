package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.event.Fact;
import dev.millwright.simulation.kernel.Scheduled;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a machine does with one job while it is in EXECUTE: setup, part after part, until done or interrupted. */
final class Workload {

    /** Processing times vary by a twentieth around the plan, never beyond these bounds. */
    private static final double SPREAD = 0.05;

    private static final double LEAST = 0.8;
    private static final double MOST = 1.3;

    private final Floor floor;
    private final Lots lots;
    private final Machine machine;
    private final Operating operating;
    private final Quality quality;
    private final Eye eye;
    private final RandomGenerator times;
    private final ToDoubleFunction<EquipmentId> wearOf;
    private final Consumer<MachineMode> mode;
    private final Runnable finished;
    private @Nullable Job job;
    private @Nullable Scheduled step;
    private long stepBegan;
    private long saidAt;
    private List<Fact> last = List.of();

    Workload(
            Floor floor,
            Lots lots,
            Machine machine,
            Operating operating,
            Eye eye,
            ToDoubleFunction<EquipmentId> wearOf,
            Consumer<MachineMode> mode,
            Runnable finished) {
        this.floor = floor;
        this.lots = lots;
        this.machine = machine;
        this.operating = operating;
        this.quality = eye.quality();
        this.eye = eye;
        this.times = floor.chance(machine.id(), "processing");
        this.wearOf = wearOf;
        this.mode = mode;
        this.finished = finished;
    }

    @Nullable
    Job job() {
        return job;
    }

    /** Begins a job whose lot is here. */
    void begin(Job next) {
        job = next;
        next.start();
        lots.begin(machine.id(), next.work());
        saidAt = floor.now();
        var started = new Fact.OperationStarted(next.work().lot(), next.work().operation());
        last = List.of(started);
        floor.say(machine.id(), started);
        if (next.setupLeft() > 0) {
            mode.accept(MachineMode.SETUP);
        }
    }

    /** Goes on where it stopped. */
    void run() {
        if (job == null || step != null) {
            return;
        }
        if (job.finished()) {
            finish(job);
            return;
        }
        operating.begin();
        continueStep(job);
    }

    /** Stands still and remembers how much is left of the setup or the part. */
    void pause() {
        operating.end();
        if (step == null || job == null) {
            return;
        }
        step.cancel();
        step = null;
        long left = stepLeft(job) - (floor.now() - stepBegan);
        if (job.setupLeft() > 0) {
            job.setSetupLeft(Math.max(1, left));
        } else {
            job.setPartLeft(Math.max(1, left));
        }
    }

    /** Gives the job up; parts already done stay done. */
    void interrupt(String why) {
        pause();
        if (job == null) {
            return;
        }
        var given = job;
        job = null;
        mode.accept(MachineMode.PRODUCTION);
        var interrupted =
                new Fact.OperationInterrupted(given.work().lot(), given.work().operation(), given.processed(), why);
        last = given.processed() > 0 ? List.of(counts(given), interrupted) : List.of(interrupted);
        last.forEach(fact -> floor.say(machine.id(), fact));
        lots.end(given.work(), given.processed(), false);
    }

    /** The present operation, or how the last one ended. */
    List<Fact> describe() {
        return job == null || job.processed() == 0 ? last : List.of(last.getFirst(), counts(job));
    }

    void remember(Fact ended) {
        last = List.of(ended);
    }

    private static long stepLeft(Job job) {
        return job.setupLeft() > 0 ? job.setupLeft() : job.partLeft();
    }

    private void continueStep(Job running) {
        if (running.setupLeft() == 0 && running.partLeft() == 0) {
            double factor = Math.clamp(1 + SPREAD * times.nextGaussian(), LEAST, MOST);
            running.setPartLeft(Math.max(1, Floor.ticks(running.work().secondsPerPart() * factor)));
        }
        stepBegan = floor.now();
        step = floor.after(stepLeft(running) / Floor.TICKS_A_SECOND, "work", () -> stepDone(running));
    }

    private void stepDone(Job running) {
        step = null;
        if (running.setupLeft() > 0) {
            running.setSetupLeft(0);
            mode.accept(MachineMode.PRODUCTION);
        } else {
            running.setPartLeft(0);
            partDone(running);
        }
        if (running.finished()) {
            finish(running);
        } else {
            continueStep(running);
        }
    }

    private void partDone(Job running) {
        double wear = wearOf.applyAsDouble(machine.id());
        for (var machineBefore : lots.visited(running.work().lot())) {
            wear = Math.max(wear, wearOf.applyAsDouble(machineBefore));
        }
        boolean rejected = quality.rejects(running.work().inspects(), wear);
        eye.look(running.serial(), rejected);
        running.count(rejected);
        if (!running.finished() && floor.now() - saidAt >= floor.reportInterval()) {
            saidAt = floor.now();
            floor.say(machine.id(), counts(running));
        }
    }

    private void finish(Job done) {
        operating.end();
        job = null;
        var completed = new Fact.OperationCompleted(
                done.work().lot(), done.work().operation(), done.good(), done.scrap(), done.rework());
        last = List.of(completed);
        floor.say(machine.id(), completed);
        lots.end(done.work(), done.processed(), true);
        finished.run();
    }

    private static Fact counts(Job job) {
        return new Fact.PartsCounted(job.work().lot(), job.work().operation(), job.good(), job.scrap(), job.rework());
    }
}
