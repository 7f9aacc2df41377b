package dev.millwright.learning.life;

import dev.millwright.maintenance.cmapss.RulScores;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model against true lives.
 *
 * @param scores capped and uncapped errors
 * @param coverage share of intervals that hold the true life, both capped
 * @param width mean width of an interval, in cycles
 * @param coverageBelow50 of units with less than 50 cycles left
 * @param alarm of failure within 30 cycles
 * @param estimates one a unit, and {@code lives} the truth
 */
public record LifeReport(
        RulScores scores,
        double coverage,
        double width,
        double coverageBelow50,
        LifeAlarm alarm,
        List<LifeEstimate> estimates,
        List<Integer> lives) {
    private static final int SHORT = 50;

    public LifeReport {
        estimates = List.copyOf(estimates);
        lives = List.copyOf(lives);
    }

    static LifeReport of(List<LifeEstimate> estimates, List<Integer> lives, LifeModel model, double alarmWithin) {
        int held = 0;
        int shortLives = 0;
        int heldShort = 0;
        double width = 0;
        var alarms = new ArrayList<Boolean>();
        for (int i = 0; i < lives.size(); i++) {
            var estimate = estimates.get(i);
            boolean holds = estimate.holds(Math.min(model.notes().cap(), lives.get(i)));
            held += holds ? 1 : 0;
            shortLives += lives.get(i) < SHORT ? 1 : 0;
            heldShort += lives.get(i) < SHORT && holds ? 1 : 0;
            width += estimate.width() / lives.size();
            alarms.add(model.alarm(estimate));
        }
        return new LifeReport(
                RulScores.of(estimates.stream().map(LifeEstimate::expected).toList(), lives),
                (double) held / lives.size(),
                width,
                shortLives == 0 ? 1 : (double) heldShort / shortLives,
                LifeAlarm.of(alarms, lives.stream().map(Integer::doubleValue).toList(), alarmWithin),
                estimates,
                lives);
    }

    /** Each unit's estimate with how likely each life was said to be, against its true life, both capped. */
    public List<HeldOut.Judged> judged(LifeNotes notes) {
        return IntStream.range(0, lives.size())
                .mapToObj(i -> new HeldOut.Judged(
                        "unit-" + (i + 1),
                        0,
                        Math.min(notes.cap(), lives.get(i)),
                        estimates.get(i),
                        notes.distribution(estimates.get(i))))
                .toList();
    }
}
