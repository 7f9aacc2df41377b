package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;

/** What the twin does not take: drafts about things nobody knows, and commands PackML forbids. */
final class Admission {

    private Admission() {}

    static void check(TwinState state, Draft draft) {
        switch (draft.fact()) {
            case Fact.ReadingsTaken _,
                    Fact.ConnectionOpened _,
                    Fact.ConnectionLost _,
                    Fact.MachineStateChanged _,
                    Fact.MachineModeChanged _,
                    Fact.OperationStarted _,
                    Fact.PartsCounted _,
                    Fact.OperationCompleted _,
                    Fact.OperationInterrupted _,
                    Fact.OperationDispatched _,
                    Fact.CommandRefused _,
                    Fact.PartInspected _,
                    Fact.HealthAssessed _,
                    Fact.RemainingLifeEstimated _,
                    Fact.MaintenanceStarted _,
                    Fact.MaintenanceFinished _ -> machine(state, draft.subject());
            case Fact.LotArrived _ -> place(state, draft.subject());
            case Fact.CommandIssued fact -> {
                machine(state, draft.subject());
                Refusals.of(state, draft.subject(), fact.command()).ifPresent(why -> {
                    throw new TwinRefusal(why);
                });
            }
            case Fact.OrderAdded fact -> {
                if (state.orders().containsKey(fact.order().id())) {
                    throw new TwinRefusal("Order %s exists already.\nGive the new one another number."
                            .formatted(fact.order().id()));
                }
            }
            case Fact.OrderChanged fact -> open(state, fact.order());
            case Fact.OrderCancelled fact -> open(state, fact.order());
            case Fact.ReworkAdded fact -> known("lot", fact.lot(), state.lots().containsKey(fact.lot()));
            case Fact.MaintenanceRequested fact -> machine(state, fact.wish().machine());
            case Fact.MaintenanceWithdrawn fact ->
                known("maintenance wish", fact.wish(), state.wishes().containsKey(fact.wish()));
            case Fact.AlarmAcknowledged fact -> alarm(state, fact.alarm());
            case Fact.AlarmShelved fact -> alarm(state, fact.alarm());
            case Fact.AlarmUnshelved fact -> alarm(state, fact.alarm());
            case Fact.AlarmCleared fact -> alarm(state, fact.alarm());
            case Fact.AlarmRaised _, Fact.PlanRequested _, Fact.PlanAdopted _, Fact.PlanFailed _ -> {}
        }
    }

    private static void machine(TwinState state, EquipmentId id) {
        if (state.index().machine(id) == null) {
            throw new TwinRefusal("%s is no machine of this plant.\nKnown machines: %s."
                    .formatted(
                            id,
                            state.plant().machines().stream()
                                    .map(machine -> machine.id())
                                    .toList()));
        }
    }

    private static void place(TwinState state, EquipmentId id) {
        if (state.plant().buffers().stream().noneMatch(buffer -> buffer.id().equals(id))) {
            machine(state, id);
        }
    }

    /** An order that is over stays as it ended. */
    private static void open(TwinState state, String id) {
        var order = state.orders().get(id);
        known("order", id, order != null);
        if (order != null && order.status().isFinal()) {
            throw new TwinRefusal(
                    "Order %s is %s and does not change any more.\nAdd a new order for what is still wanted."
                            .formatted(id, order.status()));
        }
    }

    private static void alarm(TwinState state, String id) {
        known("alarm", id, state.alarms().containsKey(id));
    }

    private static void known(String what, String id, boolean known) {
        if (!known) {
            throw new TwinRefusal(
                    "There is no %s '%s'.\nLook its id up among those the twin knows.".formatted(what, id));
        }
    }
}
