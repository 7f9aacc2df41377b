package dev.millwright.maintenance;

import dev.millwright.maintenance.life.LifeDistribution;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.plant.RiskAhead;
import java.util.List;

/**
 * What a trained model says of a machine's remaining life, to be counted in place of a monitor's own answer.
 *
 * @param distribution how likely each life is
 * @param hoursPerUnit hours of running that one unit of the life stands for
 * @param alarm whether so little is left that somebody should come
 */
public record ModelLife(LifeEstimate estimate, LifeDistribution distribution, double hoursPerUnit, boolean alarm) {

    RemainingLife inHours() {
        return new RemainingLife(
                hoursPerUnit * estimate.expected(),
                hoursPerUnit * estimate.low(),
                hoursPerUnit * estimate.high(),
                TimeAxis.SECONDS.lifeUnit(),
                RemainingLife.Basis.MODEL);
    }

    double failureWithin(double hours) {
        return distribution.failureWithin(hours / hoursPerUnit);
    }

    List<RiskAhead> risks(List<Double> horizons) {
        return horizons.stream()
                .map(hours -> {
                    var risk = distribution.risk(hours / hoursPerUnit);
                    return new RiskAhead(hours, risk.probability(), risk.atLeast());
                })
                .toList();
    }
}
