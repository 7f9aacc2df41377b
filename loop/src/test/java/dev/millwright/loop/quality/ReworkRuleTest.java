package dev.millwright.loop.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.Lot;
import dev.millwright.plant.Order;
import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Product;
import dev.millwright.plant.RouteStep;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Fold;
import dev.millwright.twin.PlantIndex;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReworkRuleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Product INSPECTED = new Product(
            "bracket",
            "Bracket",
            "#fff",
            5,
            20,
            List.of(
                    new RouteStep(10, "press", "press", "steel", 10, null),
                    new RouteStep(20, "check", "drill", "steel", 2, "press")));

    private TwinState twin = shop();
    private long offset;

    @Test
    void sendsRejectedPartsToRepairAndLooksAgain() {
        add();
        var rework = (Fact.ReworkAdded) answer("O-1.1:20", 2);
        assertThat(rework.operations())
                .extracting(operation -> operation.id())
                .containsExactly("O-1.1:20r1", "O-1.1:20i1");
        assertThat(rework.operations())
                .allSatisfy(operation -> assertThat(operation.quantity()).isEqualTo(2));
        assertThat(rework.operations().getFirst().secondsPerPart()).isEqualTo(20);
        assertThat(rework.operations().getLast().repairs()).isEqualTo("press");
    }

    /** A part that cannot be mended must not go round for ever. */
    @Test
    void repairsTwiceAndNotAThirdTime() {
        add();
        tell(answer("O-1.1:20", 2));
        var second = (Fact.ReworkAdded) answer("O-1.1:20i1", 1);
        assertThat(second.operations())
                .extracting(operation -> operation.id())
                .containsExactly("O-1.1:20r2", "O-1.1:20i2");
        assertThat(second.operations().getLast().repairs()).isNull();
        tell(second);
        assertThat(ReworkRule.answer(completed("O-1.1:20i2", 1), twin)).isEmpty();
    }

    @Test
    void addsARepairOnce() {
        add();
        var completed = completed("O-1.1:20", 2);
        tell(ReworkRule.answer(completed, twin).orElseThrow().fact());
        assertThat(ReworkRule.answer(completed, twin)).isEmpty();
    }

    @Test
    void hasNothingToSayWhenAllPartsAreGoodOrNothingRepairsThem() {
        add();
        assertThat(ReworkRule.answer(completed("O-1.1:20", 0), twin)).isEmpty();
        assertThat(ReworkRule.answer(completed("O-1.1:10", 1), twin)).isEmpty();
        assertThat(ReworkRule.answer(completed("O-7.1:10", 1), twin)).isEmpty();
    }

    private void add() {
        var order = new Order("O-1", "bracket", 5, 1, null, null, null);
        tell(new Fact.OrderAdded(order, Lot.of(order, INSPECTED)));
    }

    private Fact answer(String operation, int rejected) {
        return ReworkRule.answer(completed(operation, rejected), twin)
                .orElseThrow()
                .fact();
    }

    private Event completed(String operation, int rejected) {
        String lot = operation.substring(0, operation.indexOf(':'));
        var fact = new Fact.OperationCompleted(lot, operation, 5 - rejected, 0, rejected);
        var event = Event.of(++offset, NOON, Draft.of(NOON, "test", PlantFixtures.DRILL, fact));
        twin = Fold.apply(twin, event);
        return event;
    }

    private void tell(Fact fact) {
        twin = Fold.apply(twin, Event.of(++offset, NOON, Draft.of(NOON, "test", PlantFixtures.DRILL, fact)));
    }

    private static TwinState shop() {
        var cell = PlantFixtures.cell();
        return TwinState.initial(new PlantIndex(new Plant(
                cell.name(),
                cell.title(),
                cell.zone(),
                cell.lines(),
                cell.machines(),
                cell.buffers(),
                List.of(INSPECTED),
                cell.setupTimes(),
                cell.shifts(),
                cell.cameras(),
                cell.orderBook())));
    }
}
