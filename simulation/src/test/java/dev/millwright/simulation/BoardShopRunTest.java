package dev.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.file.PlantFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The board shop runs its whole order book: the reference system's simulator stopped after seconds with nothing made. */
class BoardShopRunTest {

    private static final Plant BOARD_SHOP = PlantFile.load(Path.of("..", "examples", "board-shop.yaml"));

    @Test
    void makesItsWholeOrderBookWithinThreeShifts() {
        var floor = new TestFloor(BOARD_SHOP, 7);
        double hours = run(floor, 40);
        assertThat(hours).isBetween(12.0, 28.0);
    }

    /** A plant to show and to test with: things go wrong, but not all the time. */
    @Test
    void hasBreakdownsAndRejectsAsAPlantHasThem() {
        int breakdowns = 0;
        int inspected = 0;
        int rejected = 0;
        for (int seed = 20; seed < 24; seed++) {
            var floor = new TestFloor(BOARD_SHOP, seed);
            run(floor, 16);
            for (Draft draft : floor.said) {
                if (draft.fact() instanceof Fact.MachineStateChanged(var state, var _)
                        && state == PackMlState.ABORTED) {
                    breakdowns++;
                } else if (draft.fact() instanceof Fact.OperationCompleted done
                        && draft.subject().name().startsWith("aoi")) {
                    inspected += done.good() + done.rework();
                    rejected += done.rework();
                }
            }
        }
        assertThat(breakdowns / 4.0).as("breakdowns in two shifts").isBetween(0.4, 4.0);
        assertThat((double) rejected / inspected).as("share of rejected boards").isBetween(0.02, 0.12);
    }

    /** Guards the demo at high speed: an hour of plant time costs far less than this even on a busy machine. */
    @Test
    void anHourPassesQuickly() {
        var floor = new TestFloor(BOARD_SHOP, 10);
        run(floor, 3);
        long best = Long.MAX_VALUE;
        for (int hour = 0; hour < 3; hour++) {
            long before = System.nanoTime();
            floor.pass(3600);
            best = Math.min(best, System.nanoTime() - before);
        }
        assertThat(best / 1e6).as("milliseconds an hour").isLessThan(150);
    }

    /** An operation never loses or doubles a part, whatever breaks down on the way. */
    @Test
    void keepsEveryPartThatGoesIn() {
        var floor = new TestFloor(BOARD_SHOP, 8);
        run(floor, 40);
        var parts = new HashMap<String, Integer>();
        for (Draft draft : floor.said) {
            switch (draft.fact()) {
                case Fact.OperationCompleted done ->
                    parts.merge(done.operation(), done.good() + done.scrap() + done.rework(), Integer::sum);
                case Fact.OperationInterrupted stopped ->
                    parts.merge(stopped.operation(), stopped.processed(), Integer::sum);
                default -> {}
            }
        }
        for (var entry : BOARD_SHOP.orderBook()) {
            var product = BOARD_SHOP.product(entry.product()).orElseThrow();
            for (var step : product.route()) {
                int sum = parts.entrySet().stream()
                        .filter(part -> part.getKey().startsWith(entry.id() + ".")
                                && part.getKey().endsWith(":" + step.sequence()))
                        .mapToInt(part -> part.getValue())
                        .sum();
                assertThat(sum).as(entry.id() + " " + step.name()).isEqualTo(entry.quantity());
            }
        }
    }

    /** Steps of one lot follow one another; no machine works on two lots at a time. */
    @Test
    void neverOverlapsTheOperationsOfALotOrOfAMachine() {
        var floor = new TestFloor(BOARD_SHOP, 9);
        run(floor, 40);
        var lots = new HashMap<String, EquipmentId>();
        var machines = new HashMap<EquipmentId, String>();
        for (Draft draft : floor.said) {
            switch (draft.fact()) {
                case Fact.OperationStarted start -> {
                    assertThat(lots.put(start.lot(), draft.subject())).isNull();
                    assertThat(machines.put(draft.subject(), start.lot())).isNull();
                }
                case Fact.OperationCompleted done -> {
                    assertThat(lots.remove(done.lot())).isEqualTo(draft.subject());
                    assertThat(machines.remove(draft.subject())).isEqualTo(done.lot());
                }
                case Fact.OperationInterrupted stopped -> {
                    assertThat(lots.remove(stopped.lot())).isEqualTo(draft.subject());
                    assertThat(machines.remove(draft.subject())).isEqualTo(stopped.lot());
                }
                default -> {}
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameReportsBitForBit() {
        var one = new TestFloor(BOARD_SHOP, 11);
        var two = new TestFloor(BOARD_SHOP, 11);
        run(one, 3);
        run(two, 3);
        assertThat(two.said).isEqualTo(one.said);
        assertThat(two.painted).isEqualTo(one.painted);
        var other = new TestFloor(BOARD_SHOP, 12);
        run(other, 3);
        assertThat(other.said).isNotEqualTo(one.said);
    }

    /** Asking for births must not shift what happens. */
    @Test
    void beingAskedChangesNothing() {
        var one = new TestFloor(BOARD_SHOP, 13);
        var two = new TestFloor(BOARD_SHOP, 13);
        List<Runnable> nothing = List.of();
        run(one, 2, nothing);
        run(two, 2, List.of(() -> BOARD_SHOP.machines().forEach(machine -> {
            two.plant.describe(machine.id());
            two.plant.wear(machine.id());
        })));
        assertThat(two.said).isEqualTo(one.said);
    }

    private static double run(TestFloor floor, double hours) {
        return run(floor, hours, List.of());
    }

    /** Runs until the order book is done or the time is up; returns the hours it took. */
    private static double run(TestFloor floor, double hours, List<Runnable> asides) {
        var dispatcher = new FirstComeDispatcher(BOARD_SHOP, floor.plant, TestFloor.START);
        int heard = 0;
        int steps = 0;
        while (!dispatcher.done() && steps < hours * 360) {
            dispatcher.dispatch(floor.now());
            floor.pass(10);
            for (var draft : new ArrayList<>(floor.said.subList(heard, floor.said.size()))) {
                dispatcher.heard(draft);
            }
            heard = floor.said.size();
            asides.forEach(Runnable::run);
            steps++;
        }
        return steps / 360.0;
    }
}
