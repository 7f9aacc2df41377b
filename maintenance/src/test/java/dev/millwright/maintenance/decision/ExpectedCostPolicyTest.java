package dev.millwright.maintenance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.trees.TreesFile;
import dev.millwright.maintenance.Urgency;
import dev.millwright.maintenance.WeibullLife;
import dev.millwright.maintenance.decision.MaintenanceDecision.RiskWithin;
import dev.millwright.maintenance.life.LifeDistribution;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against simulated machines, every minute of the week, and the textbook's ages. */
class ExpectedCostPolicyTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");

    private static final MaintenanceCosts COSTS = new MaintenanceCosts(4_000, 240, 2, 6, 2);

    private static Instant at(double hours) {
        return NOW.plusSeconds(Math.round(hours * 3_600));
    }

    /** Work from six to ten in the evening, cheap nights. */
    private static DowntimeCost shifts() {
        var nights = new ArrayList<DowntimeCost.Span>();
        for (int day = 0; day < 9; day++) {
            nights.add(new DowntimeCost.Span(at(24 * day + 16), at(24 * day + 24), 20));
        }
        return new DowntimeCost(200, nights);
    }

    private static MaintenanceCase machine(LifeDistribution life, MaintenanceCosts costs, DowntimeCost downtime) {
        return new MaintenanceCase(life, 1, NOW, ZoneOffset.UTC, costs, downtime, 1, 168, "");
    }

    private static LifeDistribution life(Random random) {
        double expected = 20 + random.nextDouble() * 200;
        double low = expected * random.nextDouble();
        return LifeDistribution.of(new LifeEstimate(expected, low, expected + random.nextDouble() * 60), 400);
    }

    @Test
    void whatItCostsIsWhatSimulatedMachinesCost() {
        for (int seed = 0; seed < 6; seed++) {
            var random = new Random(seed);
            var machine = machine(life(random), COSTS, shifts());
            var expected = new ExpectedCost(machine);
            int place = random.nextInt(expected.hours().length);
            double stop = expected.hours()[place];
            int draws = 60_000;
            double sum = 0;
            for (int i = 0; i < draws; i++) {
                double life = machine.life().quantile((i + random.nextDouble()) / draws);
                sum += life <= stop
                        ? 4_000 + machine.downtime().of(at(life), 6)
                        : 240 + machine.downtime().of(at(stop), 2) + 2 * (life - stop);
            }
            assertThat(expected.costs()[place])
                    .as("seed %s, stop after %s h", seed, stop)
                    .isCloseTo(sum / draws, within(0.01 * sum / draws));
        }
    }

    /** A minute's grid finds nothing cheaper than the bends and quarters of hours, but for rounding. */
    @Test
    void noMinuteIsCheaper() {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(100 + seed);
            var life = life(random);
            var costs =
                    new MaintenanceCosts(500 * random.nextInt(20), 100, random.nextInt(5), 4, 1 + random.nextInt(4));
            var machine = machine(life, costs, shifts());
            var decision = ExpectedCostPolicy.decide(machine);
            double failed = life.failureWithin(0)
                    * (costs.failure() + machine.downtime().of(NOW, 4));
            double least = Double.POSITIVE_INFINITY;
            for (int minute = 0; minute <= 168 * 60; minute++) {
                double hour = minute / 60.0;
                if (minute > 0) {
                    failed += (life.failureWithin(hour) - life.failureWithin(hour - 1 / 60.0))
                            * (costs.failure() + machine.downtime().of(at(hour - 1 / 120.0), 4));
                }
                double stop = costs.planned() + machine.downtime().of(at(hour), costs.plannedHours());
                double lost = costs.lifeHour() * (life.lifeWithin(400) - life.lifeWithin(hour));
                if (minute >= 60) {
                    least = Math.min(least, failed + (1 - life.failureWithin(hour)) * stop + lost);
                }
            }
            double cheapest = 240_000;
            for (int minute = 60; minute <= 168 * 60; minute++) {
                cheapest = Math.min(cheapest, 100 + machine.downtime().of(at(minute / 60.0), costs.plannedHours()));
            }
            double failure = costs.failure() + 4 * (16 * 200 + 8 * 20) / 24.0;
            for (int minute = 168 * 60; minute <= 400 * 60; minute++) {
                double hour = minute / 60.0;
                double later = failed + (life.failureWithin(hour) - life.failureWithin(168)) * failure;
                double lost = costs.lifeHour() * (life.lifeWithin(400) - life.lifeWithin(hour));
                least = Math.min(least, later + (1 - life.failureWithin(hour)) * cheapest + lost);
            }
            assertThat(decision.cost()).as("seed %s", seed).isCloseTo(least, within(1e-3 * least + 0.5));
        }
    }

    private static LifeDistribution weibull(WeibullLife life, double cap) {
        var lives = new ArrayList<Double>();
        var shares = new ArrayList<Double>();
        for (int i = 0; i <= 2_000; i++) {
            lives.add(cap * i / 2_000);
            shares.add(life.failureWithin(0, lives.getLast()));
        }
        return new LifeDistribution(lives, shares, cap);
    }

    /** Solved apart: hazard times mean life to the age, less the chance of failure, is planned / (failure - planned). */
    @Test
    void theTextbooksAges() {
        var two = AgeReplacement.of(new WeibullLife(2, 1_000), 1, 5);
        assertThat(two.age()).isCloseTo(510.655, within(1.0));
        assertThat(two.costRate()).isCloseTo(0.00408524, within(1e-7));
        var three = AgeReplacement.of(new WeibullLife(3, 500), 200, 2_000);
        assertThat(three.age()).isCloseTo(191.228, within(0.5));
        assertThat(three.costRate()).isCloseTo(1.579740, within(1e-5));
        var steep = AgeReplacement.of(new WeibullLife(1.5, 100), 1, 10);
        assertThat(steep.age()).isCloseTo(37.814, within(0.1));
        assertThat(AgeReplacement.of(new WeibullLife(1, 100), 1, 10))
                .as("what has no memory is not replaced early")
                .satisfies(never -> {
                    assertThat(never.age()).isInfinite();
                    assertThat(never.costRate()).isCloseTo(0.1, within(1e-4));
                });
        assertThatThrownBy(() -> AgeReplacement.of(new WeibullLife(2, 10), 0, 1))
                .hasMessageContaining("above 0");
    }

    /** With an hour of life worth what it costs in the long run, the window of a new unit is the textbook's age. */
    @Test
    void aNewUnitIsMaintainedAtTheTextbooksAge() {
        var weibull = new WeibullLife(3, 500);
        var age = AgeReplacement.of(weibull, 200, 2_000);
        var costs = new MaintenanceCosts(2_000, 200, age.costRate(), 0, 1);
        var machine = new MaintenanceCase(
                weibull(weibull, 1_500), 1, NOW, ZoneOffset.UTC, costs, DowntimeCost.always(0), 0, 1_000, "");
        var decision = ExpectedCostPolicy.decide(machine);
        assertThat(DowntimeCost.hours(NOW, decision.start())).isCloseTo(age.age(), within(1.5));
        assertThat(decision.urgency()).isEqualTo(Urgency.PLAN);
        assertThat(decision.earliest()).isBefore(decision.start());
        assertThat(decision.latest()).isAfter(decision.start());
    }

    @Test
    void waitsForTheNightWhereTheRiskAllowsIt() {
        var decision = ExpectedCostPolicy.decide(
                machine(LifeDistribution.of(new LifeEstimate(60, 30, 90), 400), COSTS, shifts()));
        assertThat(decision.start()).isEqualTo(Instant.parse("2026-11-25T22:00:00Z"));
        assertThat(decision.action()).isEqualTo("Maintain Wednesday 22:00");
        assertThat(decision.urgency()).isEqualTo(Urgency.PLAN);
        assertThat(decision.reasons())
                .contains("a failure costs 4,120, is 96 % likely by 2 Dec 06:00; a stop Wednesday 22:00 costs 280");
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith("stopping Wednesday 07:00 costs "));
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith("waiting until after 2 Dec 06:00 costs "));
        assertThat(decision.risks().getFirst().probability()).isCloseTo(0.05 * 8 / 30, within(1e-9));
        assertThat(decision.costNow()).isGreaterThan(decision.cost());
    }

    @Test
    void doesNotWaitWhereFailureIsNear() {
        var decision = ExpectedCostPolicy.decide(
                machine(LifeDistribution.of(new LifeEstimate(6, 2, 12), 400), COSTS, shifts()));
        assertThat(decision.urgency()).isEqualTo(Urgency.NOW);
        assertThat(decision.start()).isEqualTo(at(1));
        assertThat(decision.action()).isEqualTo("Maintain as soon as possible");
    }

    @Test
    void aHealthyMachineKeepsRunning() {
        var decision = ExpectedCostPolicy.decide(
                machine(LifeDistribution.of(new LifeEstimate(1_900, 1_500, 2_000), 2_000), COSTS, shifts()));
        assertThat(decision.urgency()).isEqualTo(Urgency.NONE);
        assertThat(decision.action()).isEqualTo("No maintenance needed in the next 7 days; look again 2 Dec 06:00");
        assertThat(decision.start()).isEqualTo(at(168));
        assertThat(decision.curve().points())
                .as("any stop this week costs more than running on, though nights are cheap")
                .allMatch(point -> point.cost() > 0);
        assertThat(decision.reasons().getFirst()).contains("is less than 1 % likely by 2 Dec 06:00");
    }

    /** Without memory a machine is after maintenance as it was before: whatever a failure costs, none is asked for. */
    @Test
    void aConstantHazardNeverAsksForMaintenance() {
        for (double mean : List.of(5.0, 40.0, 300.0, 5_000.0)) {
            var life = new WeibullLife(1, mean);
            for (double failure : List.of(50.0, 100.0, 1_000.0, 20_000.0)) {
                double lifeHour = AgeReplacement.of(life, 90, failure).costRate();
                var costs = new MaintenanceCosts(failure, 90, lifeHour, 0, 1);
                var decision = ExpectedCostPolicy.decide(new MaintenanceCase(
                        aged(life, 0, 12 * mean), 1, NOW, ZoneOffset.UTC, costs, DowntimeCost.always(0), 1, 72, ""));
                assertThat(decision.urgency())
                        .as("mean life %s h, a failure costs %s", mean, failure)
                        .isIn(Urgency.NONE, Urgency.WATCH);
            }
        }
    }

    /**
     * The textbook's age with the horizon moved over it, of units of each age: before it comes into the horizon nothing is to be
     * done, from then on the window is at that age, and beyond it as soon as possible.
     */
    @Test
    void aWearingUnitIsToldOnceTheTextbooksAgeComesIntoTheHorizon() {
        var weibull = new WeibullLife(3, 500);
        var best = AgeReplacement.of(weibull, 200, 2_000);
        var costs = new MaintenanceCosts(2_000, 200, best.costRate(), 0, 1);
        for (int age = 0; age <= 400; age += 15) {
            var machine = new MaintenanceCase(
                    aged(weibull, age, 700), 1, NOW, ZoneOffset.UTC, costs, DowntimeCost.always(0), 1, 72, "EUR");
            var decision = ExpectedCostPolicy.decide(machine);
            double due = best.age() - age;
            if (due > 72) {
                assertThat(decision.urgency()).as("age %s", age).isIn(Urgency.NONE, Urgency.WATCH);
                assertThat(decision.start()).isEqualTo(at(72));
                assertThat(decision.action()).endsWith("Saturday 06:00");
            } else if (due > 3 && due < 20) {
                assertThat(decision.urgency()).as("age %s", age).isEqualTo(Urgency.PLAN);
                assertThat(DowntimeCost.hours(NOW, decision.start()))
                        .as("age %s", age)
                        .isCloseTo(due, within(2.5));
            } else if (due < 0) {
                assertThat(decision.urgency()).as("age %s", age).isEqualTo(Urgency.NOW);
                assertThat(decision.reasons()).anyMatch(reason -> reason.endsWith("EUR more on average"));
            }
        }
    }

    /** What putting off until after the horizon saves or costs, against the best age found apart. */
    @Test
    void thePriceOfPuttingOffIsTheBestLaterStops() {
        var weibull = new WeibullLife(3, 500);
        var best = AgeReplacement.of(weibull, 200, 2_000);
        var costs = new MaintenanceCosts(2_000, 200, best.costRate(), 0, 1);
        var life = aged(weibull, 50, 700);
        var machine = new MaintenanceCase(life, 1, NOW, ZoneOffset.UTC, costs, DowntimeCost.always(0), 1, 72, "");
        double stop = best.age() - 50;
        double failed = weibull.failureWithin(50, stop);
        double lost = best.costRate() * (life.lifeWithin(life.cap()) - life.lifeWithin(stop));
        assertThat(new ExpectedCost(machine).deferred())
                .isCloseTo(2_000 * failed + 200 * (1 - failed) + lost, within(0.5));
    }

    /** The dearer a failure, the earlier the stop; never the other way round. */
    @Test
    void aDearerFailureIsNeverForestalledLater() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(200 + seed);
            var life = life(random);
            var before = Urgency.NONE;
            var start = at(10_000);
            for (double failure = 50; failure < 1e6; failure *= 2) {
                var costs = new MaintenanceCosts(failure, 240, 2, 6, 2);
                var decision = ExpectedCostPolicy.decide(machine(life, costs, shifts()));
                boolean stops = decision.urgency().compareTo(Urgency.PLAN) >= 0;
                if (before.compareTo(Urgency.PLAN) >= 0) {
                    assertThat(stops).as("seed %s, failure %s", seed, failure).isTrue();
                    assertThat(decision.start())
                            .as("seed %s, failure %s", seed, failure)
                            .isBeforeOrEqualTo(start);
                }
                before = decision.urgency();
                start = decision.start();
            }
            assertThat(before.compareTo(Urgency.PLAN)).as("seed %s", seed).isNotNegative();
        }
    }

    /**
     * An engine on its test cell before the model in the box, which knows 125 cycles: ten an hour, at the cells' costs, and notice is
     * taken for 7.4 hours. One of 116 cycles was once told to stop within the day.
     */
    @Test
    void aSoundEngineIsLeftAlone() throws IOException {
        var engine = new WeibullLife(5, 22.4);
        var costs = new MaintenanceCosts(
                6_000, 900, AgeReplacement.of(engine, 1_220, 6_960).costRate(), 2.4, 0.8);
        var file = Files.readAllBytes(Path.of("..", "models", "turbofan-life-1.onnx"));
        var notes =
                LifeNotes.read(Objects.requireNonNull(TreesFile.metadata(file).get(LifeModel.NOTES)));
        for (double left : List.of(125.0, 116.0)) {
            var decision = engine(notes, left, costs);
            assertThat(decision.urgency()).as("%s cycles left", left).isEqualTo(Urgency.NONE);
            assertThat(decision.action())
                    .isEqualTo("No maintenance needed in the next 7 hours; look again Wednesday 13:24");
        }
        var worn = engine(notes, 60, costs);
        assertThat(worn.urgency()).isEqualTo(Urgency.PLAN);
        assertThat(DowntimeCost.hours(NOW, worn.start())).isBetween(1.0, 6.0);
    }

    private static MaintenanceDecision engine(LifeNotes notes, double left, MaintenanceCosts costs) {
        var life = notes.distribution(notes.band().around(left, notes.cap()));
        return ExpectedCostPolicy.decide(
                new MaintenanceCase(life, 10, NOW, ZoneOffset.UTC, costs, DowntimeCost.always(400), 0.1, 7.4, "USD"));
    }

    /** What surely fails before anybody can come is not put off, though nothing can be saved. */
    @Test
    void whatIsAllButBrokenIsNotPutOff() {
        var life = LifeDistribution.ofQuantiles(List.of(0.5, 1.0), List.of(0.2, 0.5), 400);
        assertThat(ExpectedCostPolicy.decide(machine(life, COSTS, shifts())).urgency())
                .isEqualTo(Urgency.NOW);
    }

    /** The rest of the life of a unit of that age, in few straight lines. */
    private static LifeDistribution aged(WeibullLife life, double age, double cap) {
        var lives = new ArrayList<Double>();
        var shares = new ArrayList<Double>();
        for (int i = 0; i <= 400; i++) {
            lives.add(cap * i / 400);
            shares.add(life.failureWithin(age, lives.getLast()));
        }
        return new LifeDistribution(lives, shares, cap);
    }

    /** What the model does not know it does not plan: beyond its cap nothing is said, and that is said. */
    @Test
    void looksNoFartherThanTheModel() {
        var life = LifeDistribution.of(new LifeEstimate(125, 110, 125), 125);
        var machine = new MaintenanceCase(life, 2.5, NOW, ZoneOffset.UTC, COSTS, DowntimeCost.always(0), 1, 168, "EUR");
        var decision = ExpectedCostPolicy.decide(machine);
        assertThat(decision.start()).isBeforeOrEqualTo(at(50));
        assertThat(decision.reasons()).contains("beyond Friday 08:00 the model does not know");
        assertThat(decision.risks().getLast()).isEqualTo(new RiskWithin(168, 0.5, true));
        assertThat(decision.risks().getFirst().atLeast()).isFalse();
    }

    /** Few points, each cost within a fiftieth of the range or so, and free at the best time. */
    @Test
    void theCurveSaysWhatAnyOtherTimeCosts() {
        for (int seed = 0; seed < 10; seed++) {
            var machine = machine(life(new Random(seed)), COSTS, shifts());
            var expected = new ExpectedCost(machine);
            var decision = ExpectedCostPolicy.decide(machine);
            double most = 0;
            for (double cost : expected.costs()) {
                most = Math.max(most, cost - decision.cost());
            }
            assertThat(decision.curve().points()).as("seed %s", seed).hasSizeBetween(2, 60);
            for (int i = 0; i < expected.hours().length; i++) {
                assertThat(decision.curve().at(at(expected.hours()[i])))
                        .as("seed %s, hour %s", seed, expected.hours()[i])
                        .isCloseTo(expected.costs()[i] - decision.cost(), within(0.025 * most + 1));
            }
        }
    }

    @Test
    void downtimeCostsByTheCalendar() {
        assertThat(shifts().of(at(15), 3)).isCloseTo(200 + 2 * 20, within(1e-9));
        assertThat(shifts().of(at(23), 2)).isCloseTo(20 + 200, within(1e-9));
        assertThat(DowntimeCost.always(50).of(NOW, 2)).isEqualTo(100);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        var night = new DowntimeCost.Span(at(1), at(3), 0);
        assertThatThrownBy(() -> new DowntimeCost(1, List.of(night, new DowntimeCost.Span(at(2), at(4), 0))))
                .hasMessageContaining("do not overlap");
        assertThatThrownBy(() -> new DowntimeCost(-1, List.of())).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new DowntimeCost.Span(at(1), at(1), 0)).hasMessageContaining("ends later");
        assertThatThrownBy(() -> new MaintenanceCosts(1, 1, -1, 1, 1)).hasMessageContaining("no less than 0");
        var life = LifeDistribution.of(new LifeEstimate(6, 2, 12), 400);
        assertThatThrownBy(() ->
                        new MaintenanceCase(life, 0, NOW, ZoneOffset.UTC, COSTS, DowntimeCost.always(0), 1, 168, ""))
                .hasMessageContaining("Give a machine that runs");
    }
}
