package dev.millwright.loop.health;

import dev.millwright.maintenance.Prognosis;
import dev.millwright.maintenance.decision.MaintenanceDecision;
import dev.millwright.maintenance.live.LifeAnswer;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.FailureMode;
import dev.millwright.plant.LifeDriver;
import dev.millwright.plant.LifePrediction;
import dev.millwright.plant.MaintenanceAdvice;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a model's answer to what the plant says about it. */
final class LifeWords {

    /** A life that moved by this part of all the model can tell is told again. */
    private static final double TELLING = 0.01;
    /** The likeliest mode is told again when its probability moved by this, or when it is another that is likely. */
    private static final double MODE_TELLING = 0.1;

    private LifeWords() {}

    /**
     * The prognosis to tell.
     *
     * @param own what the health monitor says, shown beside
     */
    static dev.millwright.plant.Prognosis prognosis(
            LifeAnswer.Said said,
            Prognosis prognosis,
            dev.millwright.plant.@Nullable Prognosis own,
            MaintenanceDecision decision,
            Lives lives,
            EquipmentId machine,
            double time) {
        var estimate = said.estimate();
        var notes = said.by().model().notes();
        var drivers = lives.drivers(machine);
        var prediction = new LifePrediction(
                said.by().name(),
                said.by().version(),
                Seconds.instant(time),
                notes.unitOfLife(),
                said.hoursPerUnit(),
                estimate.expected(),
                estimate.low(),
                estimate.high(),
                notes.cap(),
                said.alarm(),
                said.age(),
                said.rows(),
                said.late(),
                drivers,
                lives.shadows(machine, time),
                own,
                Decisions.words(decision),
                lives.failureMode(machine, time));
        var life = Objects.requireNonNull(prognosis.remainingLife());
        return new dev.millwright.plant.Prognosis(
                life.median(),
                life.low(),
                life.high(),
                Objects.requireNonNull(prognosis.failureProbability()),
                prognosis.horizon(),
                prognosis.risk(),
                HealthWords.basis(life.basis()),
                decision.action(),
                prognosis.estimatedDowntimeHours(),
                drivers.stream().map(LifeDriver::words).toList(),
                prognosis.risks(),
                prediction);
    }

    /**
     * Whether an answer says something that was not said before.
     *
     * @param mode how the machine will most likely fail; null where no model says
     */
    static boolean isNews(
            dev.millwright.plant.@Nullable Prognosis before,
            Prognosis now,
            LifeAnswer.Said said,
            @Nullable FailureMode mode,
            MaintenanceDecision decision,
            Instant time) {
        var told = before == null ? null : before.prediction();
        double step = TELLING * said.by().model().notes().cap();
        return before == null
                || told == null
                || before.risk() != now.risk()
                || !told.model().equals(said.by().name())
                || !told.version().equals(said.by().version())
                || told.alarm() != said.alarm()
                || isNews(told.mode(), mode)
                || Math.abs(told.expected() - said.estimate().expected()) >= step
                || Math.abs(told.low() - said.estimate().low()) >= step
                || Math.abs(told.high() - said.estimate().high()) >= step
                || isOld(told.advice(), decision, time);
    }

    /** Whether what was advised last no longer holds: it has become more or less urgent, or its time has come. */
    private static boolean isOld(@Nullable MaintenanceAdvice told, MaintenanceDecision decision, Instant time) {
        return told == null || !told.urgency().equals(decision.urgency().name()) || time.isAfter(told.start());
    }

    private static boolean isNews(@Nullable FailureMode told, @Nullable FailureMode now) {
        if (told == null || now == null) {
            return (told == null) != (now == null);
        }
        boolean another = !told.mode().equals(now.mode()) && now.probability() >= MODE_TELLING;
        return another
                || !told.model().equals(now.model())
                || !told.version().equals(now.version())
                || Math.abs(told.probability() - now.probability()) >= MODE_TELLING;
    }

    static String life(LifeAnswer.Said said, Prognosis prognosis) {
        var estimate = said.estimate();
        return String.format(
                Locale.ROOT,
                "%s: %.1f %s left (%.1f to %.1f)%s, %.0f %% risk of failure within %.0f running hours",
                said.by().title(),
                estimate.expected(),
                said.by().model().notes().unitOfLife(),
                estimate.low(),
                estimate.high(),
                estimate.expected() >= said.by().model().notes().cap() ? " or longer" : "",
                100 * Objects.requireNonNull(prognosis.failureProbability()),
                prognosis.horizon());
    }
}
