package dev.millwright.loop.planning;

import dev.millwright.plant.CostCurve;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Lot;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedMaintenance;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Fold;
import dev.millwright.twin.PlantIndex;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A twin of the small cell that is told facts one by one; its day shift is from 6 to 18 with a break at a quarter to 12. */
public final class Told {

    public static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final EquipmentId SITE = EquipmentId.of("hall");

    private TwinState state;

    public Told() {
        this(PlantFixtures.cell());
    }

    public Told(Plant plant) {
        state = TwinState.initial(new PlantIndex(plant));
        for (var machine : plant.machines()) {
            tell(machine.id(), new Fact.ConnectionOpened());
            tell(machine.id(), new Fact.MachineStateChanged(PackMlState.IDLE, null));
        }
    }

    public static Instant at(int minutes) {
        return MORNING.plus(Duration.ofMinutes(minutes));
    }

    public TwinState state() {
        return state;
    }

    public Told tell(EquipmentId subject, Fact fact) {
        var draft = Draft.of(MORNING.minusSeconds(60), "test", subject, fact);
        state = Fold.apply(state, Event.of(state.offset() + 1, MORNING, draft));
        return this;
    }

    /** An order of one lot of five: 50 s on the first press, 100 s on the second, 30 s on the drill. */
    public Told order(String id, @Nullable Instant due) {
        var order = new Order(id, "bracket", 5, 1, null, due, null);
        return tell(SITE, new Fact.OrderAdded(order, Lot.of(order, PlantFixtures.bracket())));
    }

    public Told pin(String operation, @Nullable EquipmentId machine, @Nullable Instant start) {
        String lot = operation.substring(0, operation.indexOf(':'));
        return tell(SITE, new Fact.OperationPinned(lot, operation, new OperationPin(machine, start), "ana"));
    }

    public Told hold(String lot) {
        return tell(SITE, new Fact.LotHeld(lot, "burrs", "ana"));
    }

    public Told wish(EquipmentId machine, Instant earliest, Instant latest) {
        return wish(machine, earliest, latest, null);
    }

    public Told wish(EquipmentId machine, Instant earliest, Instant latest, @Nullable CostCurve cost) {
        return tell(
                machine,
                new Fact.MaintenanceRequested(
                        new MaintenanceWish("W-1", machine, 1200, earliest, latest, RiskLevel.LOW, cost)));
    }

    public Told plan(PlannedOperation... operations) {
        return plan(
                new Plan("P", MORNING, "test", List.of(operations), List.<PlannedMaintenance>of(), 0, 0, 0, 0, null));
    }

    public Told plan(Plan plan) {
        return tell(SITE, new Fact.PlanAdopted(plan, List.of(), 1));
    }

    public static PlannedOperation planned(String operation, EquipmentId machine, Instant start) {
        String lot = operation.substring(0, operation.indexOf(':'));
        return new PlannedOperation(operation, lot, machine, start, start.plusSeconds(50), 0);
    }
}
