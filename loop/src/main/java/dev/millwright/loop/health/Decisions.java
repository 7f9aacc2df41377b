package dev.millwright.loop.health;

import dev.millwright.maintenance.MaintenanceConfig;
import dev.millwright.maintenance.WeibullLife;
import dev.millwright.maintenance.decision.AgeReplacement;
import dev.millwright.maintenance.decision.DowntimeCost;
import dev.millwright.maintenance.decision.ExpectedCostPolicy;
import dev.millwright.maintenance.decision.MaintenanceCase;
import dev.millwright.maintenance.decision.MaintenanceCosts;
import dev.millwright.maintenance.decision.MaintenanceDecision;
import dev.millwright.maintenance.live.LifeAnswer;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.MaintenanceAdvice;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Reliability;
import dev.millwright.twin.ShiftCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * When to maintain a machine by the least expected cost: of its failure and its maintenance by what the plant file says of
 * both, of an hour it stands by the shifts.
 */
final class Decisions {

    private static final double SECONDS_AN_HOUR = 3600;
    private static final double MINUTES_AN_HOUR = 60;
    /** As many of the usual horizons are looked ahead: a week where that is a day. */
    private static final int HORIZONS = 7;

    private static final int QUANTILES = 1000;

    private final Plant plant;
    private final MaintenanceConfig config;
    private final ShiftCalendar calendar;
    private final Map<EquipmentId, MaintenanceCosts> costs = new HashMap<>();

    Decisions(Plant plant, MaintenanceConfig config) {
        this.plant = plant;
        this.config = config;
        this.calendar = new ShiftCalendar(plant);
    }

    /** @param share of the hours of the calendar in which the machine runs */
    MaintenanceDecision of(Machine machine, LifeAnswer.Said said, double share, Instant now) {
        double horizon = HORIZONS * config.horizon();
        return ExpectedCostPolicy.decide(new MaintenanceCase(
                said.distribution(),
                share / said.hoursPerUnit(),
                now,
                plant.zone(),
                costs.computeIfAbsent(machine.id(), _ -> costs(machine)),
                downtime(now, horizon),
                config.wish().preparation(),
                horizon));
    }

    private MaintenanceCosts costs(Machine machine) {
        var reliability = machine.reliability();
        double failureHours = reliability.mttrMinutes() / MINUTES_AN_HOUR;
        double plannedHours = reliability.maintenanceMinutes() / MINUTES_AN_HOUR;
        double planned = plannedHours * config.wish().plannedCostPerHour();
        double failure = failureHours * config.wish().failureCostPerHour();
        double lifeHour = failure > planned
                ? AgeReplacement.of(life(reliability), planned, failure).costRate()
                : 0;
        // An hour's standstill is reckoned by the calendar; what a failure's hour costs beyond a planned one's is its
        // own.
        double beyond = config.wish().failureCostPerHour() - config.wish().plannedCostPerHour();
        return new MaintenanceCosts(Math.max(0, failureHours * beyond), 0, lifeHour, failureHours, plannedHours);
    }

    /** How such machines last: Weibull, with the mean and the shape that the plant file says. */
    private static WeibullLife life(Reliability reliability) {
        var unscaled = new WeibullLife(reliability.shape(), 1);
        double mean = IntStream.range(0, QUANTILES)
                .mapToDouble(i -> unscaled.remaining(0, (i + 0.5) / QUANTILES))
                .average()
                .orElseThrow();
        return new WeibullLife(reliability.shape(), reliability.mttfHours() / mean);
    }

    private DowntimeCost downtime(Instant now, double hours) {
        var end = now.plus(Duration.ofSeconds(Math.round(2 * hours * SECONDS_AN_HOUR)));
        return new DowntimeCost(
                config.wish().plannedCostPerHour(),
                calendar.pauses(now, end).stream()
                        .map(pause -> new DowntimeCost.Span(pause.from(), pause.to(), 0))
                        .toList());
    }

    static MaintenanceAdvice words(MaintenanceDecision decision) {
        return new MaintenanceAdvice(
                decision.action(),
                decision.urgency().name(),
                decision.start(),
                decision.earliest(),
                decision.latest(),
                decision.cost(),
                decision.costNow(),
                decision.curve(),
                decision.reasons());
    }
}
