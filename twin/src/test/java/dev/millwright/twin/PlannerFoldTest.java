package dev.millwright.twin;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static dev.millwright.plant.PlantFixtures.PRESS_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerFoldTest {

    private static final String LOT = "O-1.1";
    private static final String PRESSING = "O-1.1:10";
    private static final Draft ORDER = Lab.draft(0, PRESS_1, PlantFixtures.orderAdded("O-1", 5));
    private static final OperationPin PIN = new OperationPin(PRESS_2, Lab.at(30));

    @Test
    void aPinStaysUntilTheOperationRuns() {
        var pinned = List.of(ORDER, Lab.draft(1, PRESS_1, new Fact.OperationPinned(LOT, PRESSING, PIN, "ana")));
        assertThat(pressing(Lab.fold(pinned)).pin()).isEqualTo(PIN);

        var dispatched =
                Lab.fold(ORDER, pinned.getLast(), Lab.draft(2, PRESS_2, new Fact.OperationDispatched(LOT, PRESSING)));
        assertThat(pressing(dispatched).pin()).isEqualTo(PIN);

        var running =
                Lab.fold(ORDER, pinned.getLast(), Lab.draft(2, PRESS_2, new Fact.OperationStarted(LOT, PRESSING)));
        assertThat(pressing(running).pin()).isNull();
    }

    @Test
    void aLaterPinReplacesAnEarlierAndUnpinningFrees() {
        var moved = new OperationPin(PRESS_1, null);
        var pinned = Lab.draft(1, PRESS_1, new Fact.OperationPinned(LOT, PRESSING, PIN, "ana"));
        var again = Lab.draft(2, PRESS_1, new Fact.OperationPinned(LOT, PRESSING, moved, "ana"));
        assertThat(pressing(Lab.fold(ORDER, pinned, again)).pin()).isEqualTo(moved);
        var freed = Lab.draft(3, PRESS_1, new Fact.OperationUnpinned(LOT, PRESSING, "ana"));
        assertThat(pressing(Lab.fold(ORDER, pinned, again, freed)).pin()).isNull();
    }

    @Test
    void aHeldLotSaysWhyUntilItIsReleased() {
        var held = Lab.draft(1, PRESS_1, new Fact.LotHeld(LOT, "burrs", "ana"));
        assertThat(lot(Lab.fold(ORDER, held)).hold()).isEqualTo("burrs");
        var started = Lab.draft(2, PRESS_1, new Fact.OperationStarted(LOT, PRESSING));
        assertThat(lot(Lab.fold(ORDER, held, started)).hold()).isEqualTo("burrs");
        var released = Lab.draft(3, PRESS_1, new Fact.LotReleased(LOT, "ana"));
        assertThat(lot(Lab.fold(ORDER, held, released)).hold()).isNull();
    }

    @Test
    void whatCannotBePinnedOrHeldIsRefusedInWords() {
        var state = Lab.fold(ORDER, Lab.draft(1, PRESS_1, new Fact.OperationStarted(LOT, PRESSING)));
        refuses(state, new Fact.OperationPinned(LOT, PRESSING, PIN, "ana"), "is RUNNING and cannot be pinned");
        refuses(state, new Fact.OperationPinned(LOT, "O-1.1:99", PIN, "ana"), "no operation 'O-1.1:99'");
        refuses(state, new Fact.OperationUnpinned("O-9.1", PRESSING, "ana"), "no operation");
        refuses(state, new Fact.LotHeld("O-9.1", "burrs", "ana"), "no lot 'O-9.1'");
        refuses(state, new Fact.LotReleased(LOT, "ana"), "is not on hold");

        var waiting = Lab.fold(ORDER);
        refuses(waiting, pin(DRILL), "cannot do O-1.1:10: it lacks the capability");
        refuses(waiting, pin(EquipmentId.of("hall/nobody")), "no machine");
        Admission.check(waiting, Lab.draft(1, PRESS_1, pin(PRESS_2)));
    }

    private static Fact pin(EquipmentId machine) {
        return new Fact.OperationPinned(LOT, PRESSING, new OperationPin(machine, null), "ana");
    }

    private static void refuses(TwinState state, Fact fact, String why) {
        assertThatThrownBy(() -> Admission.check(state, Lab.draft(2, PRESS_1, fact)))
                .isInstanceOf(TwinRefusal.class)
                .hasMessageContaining(why);
    }

    private static LotState lot(TwinState state) {
        return state.lots().get(LOT);
    }

    private static OperationState pressing(TwinState state) {
        return lot(state).operation(PRESSING).orElseThrow();
    }
}
