package dev.millwright.maintenance.decision;

import dev.millwright.maintenance.Urgency;
import dev.millwright.maintenance.decision.MaintenanceDecision.RiskWithin;
import dev.millwright.plant.CostCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Decides by the least expected cost: of a stop at each time within the horizon, and of none before its end. With an hour of
 * life worth what it costs in the long run ({@link AgeReplacement}), this is the renewal-reward rule for a unit in the state it
 * is in: a stop is told only where putting it off until after the horizon costs more.
 */
public final class ExpectedCostPolicy {
    /** Times that cost more by less than this share of a stop are as good. */
    private static final double HARDLY_MORE = 0.05;
    /** As near a curve of few points stays to the costs, in shares of their range. */
    private static final double NEAR = 0.02;
    /** As good as no chance. */
    private static final double SURELY = 1e-9;
    /** A machine that should keep running is watched from this risk on. */
    private static final double WATCHED = 0.05;

    private static final double[] HORIZONS = {8, 24, 168};

    private ExpectedCostPolicy() {}

    /** When to maintain. */
    public static MaintenanceDecision decide(MaintenanceCase machine) {
        var expected = new ExpectedCost(machine);
        double[] hours = expected.hours();
        double[] costs = expected.costs();
        int best = 0;
        for (int i = 1; i < costs.length; i++) {
            best = costs[i] < costs[best] ? i : best;
        }
        boolean runsOn = runsOn(expected, best);
        double least = Math.min(expected.deferred(), costs[best]);
        int start = runsOn ? costs.length - 1 : best;
        double margin = costs[start] + HARDLY_MORE * expected.stopCost(hours[start]);
        int earliest = start;
        while (earliest > 0 && costs[earliest - 1] <= margin) {
            earliest--;
        }
        int latest = start;
        while (latest + 1 < costs.length && costs[latest + 1] <= margin) {
            latest++;
        }
        var urgency = urgency(best, runsOn, expected.failed(hours[hours.length - 1]));
        var words = new DecisionWords(machine, expected);
        return new MaintenanceDecision(
                words.action(urgency, hours[start]),
                urgency,
                machine.at(hours[start]),
                machine.at(hours[earliest]),
                machine.at(hours[latest]),
                least,
                costs[0],
                risks(machine),
                words.reasons(best, runsOn),
                curve(machine, hours, costs, least));
    }

    /**
     * Whether to put a stop off costs hardly more than the best one within the horizon, should the machine last until then. What
     * surely fails before anybody can come is not put off.
     */
    private static boolean runsOn(ExpectedCost expected, int best) {
        double hour = expected.hours()[best];
        double lasts = 1 - expected.failed(hour);
        double more = expected.deferred() - expected.costs()[best];
        return lasts > SURELY && more <= HARDLY_MORE * lasts * expected.stopCost(hour);
    }

    private static Urgency urgency(int best, boolean runsOn, double risk) {
        if (runsOn) {
            return risk < WATCHED ? Urgency.NONE : Urgency.WATCH;
        }
        return best == 0 ? Urgency.NOW : Urgency.PLAN;
    }

    private static List<RiskWithin> risks(MaintenanceCase machine) {
        return DoubleStream.of(HORIZONS)
                .mapToObj(hours -> {
                    var risk = machine.life().risk(hours * machine.lifePerHour());
                    return new RiskWithin(hours, risk.probability(), risk.atLeast());
                })
                .toList();
    }

    private static CostCurve curve(MaintenanceCase machine, double[] hours, double[] costs, double least) {
        var extra = new double[costs.length];
        double most = 0;
        for (int i = 0; i < costs.length; i++) {
            extra[i] = costs[i] - least;
            most = Math.max(most, extra[i]);
        }
        var points = new ArrayList<CostCurve.Point>();
        for (int place : FewPoints.of(hours, extra, NEAR * most)) {
            var start = machine.at(hours[place]);
            if (points.isEmpty() || start.isAfter(points.getLast().start())) {
                points.add(new CostCurve.Point(start, extra[place]));
            }
        }
        return new CostCurve(points);
    }
}
