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
                    Fact.ShadowInspected _,
                    Fact.PictureRefused _,
                    Fact.FindingCorrected _,
                    Fact.HealthAssessed _,
                    Fact.RemainingLifeEstimated _,
                    Fact.LifeUnknown _,
                    Fact.LifeEnded _,
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
            case Fact.OperationPinned fact -> pinnable(state, fact);
            case Fact.OperationUnpinned fact -> operation(state, fact.lot(), fact.operation());
            case Fact.LotHeld fact -> unfinished(state, fact.lot());
            case Fact.LotReleased fact -> {
                if (unfinished(state, fact.lot()).hold() == null) {
                    throw new TwinRefusal("Lot %s is not on hold.\nThere is nothing to release.".formatted(fact.lot()));
                }
            }
            case Fact.ReworkAdded fact -> known("lot", fact.lot(), state.lots().containsKey(fact.lot()));
            case Fact.MaintenanceRequested fact -> machine(state, fact.wish().machine());
            case Fact.MaintenanceWithdrawn fact ->
                known("maintenance wish", fact.wish(), state.wishes().containsKey(fact.wish()));
            case Fact.AlarmAcknowledged fact -> alarm(state, fact.alarm());
            case Fact.AlarmShelved fact -> alarm(state, fact.alarm());
            case Fact.AlarmUnshelved fact -> alarm(state, fact.alarm());
            case Fact.AlarmCleared fact -> alarm(state, fact.alarm());
            case Fact.AlarmRaised _,
                    Fact.ModelPromoted _,
                    Fact.ModelRetired _,
                    Fact.PlanRequested _,
                    Fact.PlanAdopted _,
                    Fact.PlanFailed _ -> {}
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

    private static OperationState operation(TwinState state, String lotId, String id) {
        var lot = state.lots().get(lotId);
        var operation = lot == null ? null : lot.operation(id).orElse(null);
        if (operation == null) {
            throw new TwinRefusal(
                    "There is no operation '%s' of a lot '%s'.\nLook its id up among those of open orders."
                            .formatted(id, lotId));
        }
        return operation;
    }

    /** What a machine has or had in hand is no longer a planner's to place. */
    private static void pinnable(TwinState state, Fact.OperationPinned fact) {
        var operation = operation(state, fact.lot(), fact.operation());
        if (operation.status() != OperationStatus.WAITING) {
            throw new TwinRefusal("Operation %s is %s and cannot be pinned.\nPin one that still waits."
                    .formatted(fact.operation(), operation.status()));
        }
        var machine = fact.pin().machine();
        if (machine == null) {
            return;
        }
        machine(state, machine);
        var able = state.plant().machinesThatCan(operation.operation().capability());
        if (able.stream().noneMatch(each -> each.id().equals(machine))) {
            throw new TwinRefusal("%s cannot do %s: it lacks the capability '%s'.\nPin it to one of %s."
                    .formatted(
                            machine,
                            fact.operation(),
                            operation.operation().capability(),
                            able.stream().map(each -> each.id()).toList()));
        }
    }

    private static LotState unfinished(TwinState state, String id) {
        var lot = state.lots().get(id);
        if (lot == null) {
            throw new TwinRefusal("There is no lot '%s'.\nLook its id up among those the twin knows.".formatted(id));
        }
        if (lot.done()) {
            throw new TwinRefusal("Lot %s is finished.\nHold a lot that still has work before it.".formatted(id));
        }
        return lot;
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
