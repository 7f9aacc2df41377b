package dev.millwright.twin;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state keeps a number of closed orders; the journal keeps them all, and tells of each what the state knew. */
@NullUnmarked // what a test looks up has to be there
class OrderStoryTest {

    private static final int ORDERS = 230;

    @TempDir
    Path directory;

    private record Closed(OrderState order, List<LotState> lots) {}

    @Test
    void anOrderTheStateHasLetGoIsToldByTheJournalAsItWasLastKnown() throws Exception {
        try (var engine = Lab.open(directory)) {
            Map<String, Closed> last = new HashMap<>();
            engine.subscribe(change -> change.after()
                    .orders()
                    .forEach((id, order) -> last.put(id, new Closed(order, lots(change.after(), order)))));
            for (int n = 1; n <= ORDERS; n++) {
                engine.acceptAll(life(n)).get();
            }
            assertThat(engine.state().orders()).hasSize(200).doesNotContainKeys("O-1", "O-2", "O-3", "O-30");
            var added = added(engine);
            for (int n = 1; n <= ORDERS; n++) {
                String id = "O-" + n;
                var state = engine.pastOrder(id, added.get(id)).orElseThrow();
                var order = state.orders().get(id);
                assertThat(new Closed(order, lots(state, order))).isEqualTo(last.get(id));
                assertThat(order.status()).isEqualTo(n % 10 == 3 ? OrderStatus.CANCELLED : OrderStatus.DONE);
            }
        }
    }

    @Test
    void anOrderThatIsOverDoesNotChange() throws Exception {
        try (var engine = Lab.open(directory)) {
            engine.acceptAll(life(1)).get();
            var ended = engine.state().orders().get("O-1");
            for (Fact fact : List.of(new Fact.OrderChanged("O-1", 9, null), new Fact.OrderCancelled("O-1", "anna"))) {
                assertThatThrownBy(() ->
                                engine.accept(Lab.draft(60, PRESS_1, fact)).get())
                        .hasCauseInstanceOf(TwinRefusal.class)
                        .hasMessageContaining("Order O-1 is DONE and does not change any more");
            }
            assertThat(engine.state().orders().get("O-1")).isEqualTo(ended);
        }
    }

    @Test
    void anotherOffsetOrNumberTellsOfNoOrder() throws Exception {
        try (var engine = Lab.open(directory)) {
            engine.acceptAll(life(1)).get();
            long offset = added(engine).get("O-1");
            assertThat(engine.pastOrder("O-1", offset)).isPresent();
            assertThat(engine.pastOrder("O-2", offset)).isEmpty();
            assertThat(engine.pastOrder("O-1", offset + 1)).isEmpty();
            assertThat(engine.pastOrder("O-1", 1_000)).isEmpty();
        }
    }

    @Test
    void whatAMachineReportsAfterTheEndIsHeard() throws Exception {
        try (var engine = Lab.open(directory)) {
            engine.acceptAll(life(1)).get();
            engine.accept(Lab.draft(39, DRILL, new Fact.PartsCounted("O-1.1", "O-1.1:20", 5, 0, 0)))
                    .get();
            engine.acceptAll(life(2)).get();
            var known = engine.state();
            var past = engine.pastOrder("O-1", added(engine).get("O-1")).orElseThrow();
            assertThat(past.orders().get("O-1")).isEqualTo(known.orders().get("O-1"));
            assertThat(past.lots().get("O-1.1")).isEqualTo(known.lots().get("O-1.1"));
        }
    }

    /** One order from its coming to its end, half an hour later; every tenth is changed and then cancelled. */
    private static List<Draft> life(int n) {
        String id = "O-" + n;
        String lot = id + ".1";
        double start = n * 30;
        var life = new ArrayList<>(List.of(
                Lab.draft(start, PRESS_1, PlantFixtures.orderAdded(id, 5)),
                Lab.reading(start + 1, PRESS_1, "temperature", 40 + n % 7),
                Lab.draft(start + 1, PRESS_1, new Fact.OperationDispatched(lot, lot + ":10"))));
        if (n % 10 == 3) {
            life.add(Lab.draft(start + 2, PRESS_1, new Fact.OrderChanged(id, 9, Lab.at(start + 60))));
            life.add(Lab.draft(start + 3, PRESS_1, new Fact.OrderCancelled(id, "anna")));
            return life;
        }
        life.add(Lab.draft(start + 2, PRESS_1, new Fact.OperationStarted(lot, lot + ":10")));
        life.add(Lab.draft(start + 5, PRESS_1, new Fact.OperationCompleted(lot, lot + ":10", 5, 0, 0)));
        life.add(Lab.draft(start + 6, DRILL, new Fact.LotArrived(lot)));
        life.add(Lab.draft(start + 7, DRILL, new Fact.OperationStarted(lot, lot + ":20")));
        life.add(Lab.draft(start + 9, DRILL, new Fact.OperationCompleted(lot, lot + ":20", 4 + n % 2, 1 - n % 2, 0)));
        return life;
    }

    private static Map<String, Long> added(TwinEngine engine) {
        Map<String, Long> added = new HashMap<>();
        for (Event event : Lab.journal(engine)) {
            if (event.fact() instanceof Fact.OrderAdded order) {
                added.put(order.order().id(), event.offset());
            }
        }
        return added;
    }

    private static List<LotState> lots(TwinState state, OrderState order) {
        return order.lots().stream().map(lot -> state.lots().get(lot)).toList();
    }
}
