package dev.millwright.maintenance.decision;

import dev.millwright.maintenance.Urgency;
import dev.millwright.maintenance.decision.MaintenanceDecision.RiskWithin;
import dev.millwright.plant.CostCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Decides by the least expected cost. */
public final class ExpectedCostPolicy {
    /** Times that cost more by less than this share of a stop are as good. */
    private static final double HARDLY_MORE = 0.05;
    /** As near a curve of few points stays to the costs, in shares of their range. */
    private static final double NEAR = 0.02;
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
        boolean runsOn = best > 0 && expected.runningOn() <= costs[best];
        double least = runsOn ? expected.runningOn() : costs[best];
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
