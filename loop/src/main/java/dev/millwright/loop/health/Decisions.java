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
import dev.millwright.plant.Costs;
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
 * When to maintain a machine by the least expected cost: of its failure and its maintenance, of an hour it stands by the
 * shifts, by what the plant file says of all three. A stop is told within the usual notice; what had better be done later is
 * not told yet.
 */
final class Decisions {

    private static final double SECONDS_AN_HOUR = 3600;
    private static final double MINUTES_AN_HOUR = 60;
    private static final double WEEK_HOURS = 7 * 24;

    private static final int QUANTILES = 1000;

    private final Plant plant;
    private final MaintenanceConfig config;
    private final ShiftCalendar calendar;
    /** What an hour of running is worth to machines that are replaced at the best age. */
    private final Map<EquipmentId, Double> lifeHours = new HashMap<>();

    Decisions(Plant plant, MaintenanceConfig config) {
        this.plant = plant;
        this.config = config;
        this.calendar = new ShiftCalendar(plant);
    }

    /** @param share of the hours of the calendar in which the machine runs */
    MaintenanceDecision of(Machine machine, LifeAnswer.Said said, double share, Instant now) {
        return ExpectedCostPolicy.decide(new MaintenanceCase(
                said.distribution(),
                share / said.hoursPerUnit(),
                now,
                plant.zone(),
                costs(machine, share),
                downtime(machine.costs(), now),
                config.wish().preparation(),
                config.wish().life(),
                plant.currency()));
    }

    private MaintenanceCosts costs(Machine machine, double share) {
        var reliability = machine.reliability();
        double lifeHour = lifeHours.computeIfAbsent(machine.id(), _ -> lifeHour(machine));
        return new MaintenanceCosts(
                machine.costs().failure(),
                machine.costs().maintenance(),
                share * lifeHour,
                reliability.mttrMinutes() / MINUTES_AN_HOUR,
                reliability.maintenanceMinutes() / MINUTES_AN_HOUR);
    }

    private static double lifeHour(Machine machine) {
        var reliability = machine.reliability();
        var costs = machine.costs();
        double planned =
                costs.maintenance() + reliability.maintenanceMinutes() / MINUTES_AN_HOUR * costs.downtimeHour();
        double failure = costs.failure() + reliability.mttrMinutes() / MINUTES_AN_HOUR * costs.downtimeHour();
        return planned > 0 && failure > 0
                ? AgeReplacement.of(life(reliability), planned, failure).costRate()
                : 0;
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

    /** By the calendar until a stop or a repair that begins at the horizon's end, or in a week, is over. */
    private DowntimeCost downtime(Costs costs, Instant now) {
        double hours = 2 * Math.max(config.wish().life(), WEEK_HOURS);
        var end = now.plus(Duration.ofSeconds(Math.round(hours * SECONDS_AN_HOUR)));
        return new DowntimeCost(
                costs.downtimeHour(),
                calendar.pauses(now, end).stream()
                        .map(pause -> new DowntimeCost.Span(pause.from(), pause.to(), costs.idleHour()))
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
