package dev.millwright.twin;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static dev.millwright.plant.PlantFixtures.PRESS_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.Operation;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Orders, lots and parts: what machines report about work, in order and out of it. */
@NullUnmarked // what a test looks up has to be there
class WorkFoldTest {

    private static final String LOT = "O-1.1";
    private static final String PRESSING = "O-1.1:10";
    private static final String DRILLING = "O-1.1:20";
    private static final Draft ORDER = Lab.draft(0, PRESS_1, PlantFixtures.orderAdded("O-1", 5));

    @Test
    void aLotGoesThroughItsStepsAndItsOrderIsDone() {
        var drafts = new ArrayList<>(List.of(
                ORDER,
                Lab.draft(1, PRESS_1, new Fact.OperationDispatched(LOT, PRESSING)),
                Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(3, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 2, 0, 0))));
        var state = Lab.fold(drafts);
        assertThat(state.orders().get("O-1").status()).isEqualTo(OrderStatus.RUNNING);
        assertThat(state.machines().get(PRESS_1).dispatched()).isNull();
        assertThat(state.machines().get(PRESS_1).operation())
                .isEqualTo(new RunningOperation(LOT, PRESSING, Lab.at(2), new Counts(2, 0, 0)));
        assertThat(state.lots().get(LOT).location()).isEqualTo(PRESS_1);
        assertThat(Parts.of(state, LOT))
                .extracting(PartPosition::progress)
                .containsExactly(
                        PartPosition.Progress.PROCESSED,
                        PartPosition.Progress.PROCESSED,
                        PartPosition.Progress.IN_PROCESS,
                        PartPosition.Progress.WAITING,
                        PartPosition.Progress.WAITING);

        drafts.add(Lab.draft(4, PRESS_1, new Fact.OperationCompleted(LOT, PRESSING, 5, 0, 0)));
        drafts.add(Lab.draft(5, DRILL, new Fact.LotArrived(LOT)));
        drafts.add(Lab.draft(6, DRILL, new Fact.OperationStarted(LOT, DRILLING)));
        drafts.add(Lab.draft(9, DRILL, new Fact.OperationCompleted(LOT, DRILLING, 4, 1, 0)));
        state = Lab.fold(drafts);
        var order = state.orders().get("O-1");
        assertThat(order.status()).isEqualTo(OrderStatus.DONE);
        assertThat(order.completedAt()).isEqualTo(Lab.at(9));
        assertThat(order.done()).isEqualTo(4);
        assertThat(state.lots().get(LOT).scrapped()).isEqualTo(1);
        assertThat(state.lotsAt(DRILL)).extracting(LotState::id).containsExactly(LOT);
        assertThat(Parts.of(state, LOT)).allMatch(part -> part.progress() == PartPosition.Progress.FINISHED);
        assertThat(Parts.of(state, "nobody")).isEmpty();
    }

    @Test
    void reportsInAnyOrderAndTwiceTellTheSameStory() {
        var reports = List.of(
                Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(3, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 2, 0, 0)),
                Lab.draft(3.5, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 3, 1, 0)),
                Lab.draft(4, PRESS_1, new Fact.OperationCompleted(LOT, PRESSING, 4, 1, 0)));
        for (long seed = 0; seed < 50; seed++) {
            var shuffled = new ArrayList<>(reports);
            shuffled.addAll(reports);
            Collections.shuffle(shuffled, new java.util.Random(seed));
            shuffled.addFirst(ORDER);
            var state = Lab.fold(shuffled);
            var operation = state.lots().get(LOT).operation(PRESSING).orElseThrow();
            assertThat(operation.status()).as("seed " + seed).isEqualTo(OperationStatus.DONE);
            assertThat(operation.started()).as("seed " + seed).isEqualTo(Lab.at(2));
            assertThat(operation.ended()).as("seed " + seed).isEqualTo(Lab.at(4));
            assertThat(operation.counts()).as("seed " + seed).isEqualTo(new Counts(4, 1, 0));
            var machine = state.machines().get(PRESS_1);
            assertThat(machine.operation()).as("seed " + seed).isNull();
            assertThat(machine.counters().processed()).as("seed " + seed).isEqualTo(5);
            var intervals = Stretches.workAt(machine.timeline().work(), Lab.at(3));
            assertThat(intervals.task()).as("seed " + seed).isEqualTo(PRESSING);
        }
    }

    @Test
    void anInterruptedOperationKeepsItsPartsAndGoesOnElsewhere() {
        var state = Lab.fold(
                ORDER,
                Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(3, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 1, 0, 0)),
                Lab.draft(4, PRESS_1, new Fact.OperationInterrupted(LOT, PRESSING, 2, "broken")));
        var waiting = state.lots().get(LOT).operation(PRESSING).orElseThrow();
        assertThat(waiting.status()).isEqualTo(OperationStatus.WAITING);
        assertThat(waiting.left()).isEqualTo(3);
        assertThat(state.machines().get(PRESS_1).operation()).isNull();

        state = Lab.fold(
                ORDER,
                Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(4, PRESS_1, new Fact.OperationInterrupted(LOT, PRESSING, 2, "broken")),
                Lab.draft(5, PRESS_2, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(6, PRESS_2, new Fact.PartsCounted(LOT, PRESSING, 1, 0, 0)),
                // the old machine comes back and says again how its last operation ended
                Lab.draft(7, PRESS_1, new Fact.OperationInterrupted(LOT, PRESSING, 2, "broken")),
                Lab.draft(7, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 2, 0, 0)),
                Lab.draft(8, PRESS_2, new Fact.OperationCompleted(LOT, PRESSING, 3, 0, 0)));
        var done = state.lots().get(LOT).operation(PRESSING).orElseThrow();
        assertThat(done.status()).isEqualTo(OperationStatus.DONE);
        assertThat(done.counts().good()).isEqualTo(5);
        assertThat(done.machine()).isEqualTo(PRESS_2);
        assertThat(state.machines().get(PRESS_1).counters().good()).isEqualTo(2);
        assertThat(state.machines().get(PRESS_2).counters().good()).isEqualTo(3);
    }

    @Test
    void aBirthSaysEverythingAgainAndChangesNothing() {
        var before = Lab.fold(
                ORDER,
                Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(3, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 2, 0, 0)));
        var after = Lab.fold(
                ORDER,
                Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(3, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 2, 0, 0)),
                Lab.draft(9, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(9, PRESS_1, new Fact.PartsCounted(LOT, PRESSING, 2, 0, 0)));
        assertThat(after.machines().get(PRESS_1)).isEqualTo(before.machines().get(PRESS_1));
        assertThat(after.lots().get(LOT).operations())
                .isEqualTo(before.lots().get(LOT).operations());
    }

    @Test
    void reworkFollowsItsStepAndKeepsTheOrderOpen() {
        var repair = new Operation("O-1.1:10r", 15, "repair", "drill", "steel", 20, 1, null);
        var state = Lab.fold(
                ORDER,
                Lab.draft(4, PRESS_1, new Fact.OperationCompleted(LOT, PRESSING, 4, 0, 1)),
                Lab.draft(5, PRESS_1, new Fact.ReworkAdded(LOT, PRESSING, List.of(repair))),
                Lab.draft(5, PRESS_1, new Fact.ReworkAdded(LOT, PRESSING, List.of(repair))),
                Lab.draft(9, DRILL, new Fact.OperationCompleted(LOT, DRILLING, 5, 0, 0)));
        var lot = state.lots().get(LOT);
        assertThat(lot.operations()).extracting(OperationState::id).containsExactly(PRESSING, "O-1.1:10r", DRILLING);
        assertThat(lot.operations().get(1).repair()).isTrue();
        assertThat(lot.reworked()).isEqualTo(1);
        assertThat(state.orders().get("O-1").status()).isEqualTo(OrderStatus.RUNNING);
    }

    @Test
    void aCancelledOrderEndsWhatRunsAndStartsNothing() {
        var state = Lab.fold(
                Lab.draft(0, PRESS_1, PlantFixtures.orderAdded("O-1", 10)),
                Lab.draft(1, PRESS_2, new Fact.OperationDispatched("O-1.2", "O-1.2:10")),
                Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)),
                Lab.draft(3, PRESS_1, new Fact.OrderCancelled("O-1", "ann")),
                Lab.draft(4, PRESS_1, new Fact.OperationCompleted(LOT, PRESSING, 5, 0, 0)));
        assertThat(state.orders().get("O-1").status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(state.machines().get(PRESS_2).dispatched()).isNull();
        assertThat(state.lots().get(LOT).operations())
                .extracting(OperationState::status)
                .containsExactly(OperationStatus.DONE, OperationStatus.CANCELLED);
        assertThat(state.lots().get("O-1.2").done()).isTrue();
    }

    @Test
    void aChangedOrderKeepsTheRestAndKnowsWhenItIsLate() {
        var state = Lab.fold(ORDER, Lab.draft(1, PRESS_1, new Fact.OrderChanged("O-1", 9, Lab.at(60))));
        var order = state.orders().get("O-1");
        assertThat(order.order().priority()).isEqualTo(9);
        assertThat(order.order().quantity()).isEqualTo(5);
        assertThat(order.lateAt(Lab.at(59))).isFalse();
        assertThat(order.lateAt(Lab.at(61))).isTrue();
    }

    @Test
    void onlyTheLatestFinishedOrdersAreRemembered() {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 230; i++) {
            drafts.add(Lab.draft(i, PRESS_1, PlantFixtures.orderAdded("O-" + i, 5)));
            drafts.add(Lab.draft(i, PRESS_1, new Fact.OrderCancelled("O-" + i, "ann")));
        }
        var state = Lab.fold(drafts);
        assertThat(state.orders()).hasSize(200).doesNotContainKey("O-29").containsKey("O-30");
        assertThat(state.lots()).hasSize(200);
    }
}
