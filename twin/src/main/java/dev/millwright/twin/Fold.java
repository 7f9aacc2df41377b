package dev.millwright.twin;

import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;

/** What an event does to the state. Pure: no clock, no disk, no chance; the same events give the same state. */
public final class Fold {

    private Fold() {}

    public static TwinState apply(TwinState before, Event event) {
        var state = before.at(event.time(), event.offset());
        return switch (event.fact()) {
            case Fact.ReadingsTaken fact -> EquipmentFold.readings(state, event, fact);
            case Fact.ConnectionOpened fact -> EquipmentFold.connection(state, event, true);
            case Fact.ConnectionLost fact -> EquipmentFold.connection(state, event, false);
            case Fact.MachineStateChanged fact -> EquipmentFold.state(state, event, fact);
            case Fact.MachineModeChanged fact -> EquipmentFold.mode(state, event, fact);
            case Fact.CommandIssued fact -> EquipmentFold.command(state, event, fact);
            case Fact.CommandRefused fact -> state;
            case Fact.OperationDispatched fact -> WorkFold.dispatched(state, event, fact);
            case Fact.OperationStarted fact -> WorkFold.started(state, event, fact);
            case Fact.PartsCounted fact -> WorkFold.counted(state, event, fact);
            case Fact.OperationCompleted fact -> WorkFold.completed(state, event, fact);
            case Fact.OperationInterrupted fact -> WorkFold.interrupted(state, event, fact);
            case Fact.LotArrived fact -> WorkFold.arrived(state, event, fact);
            case Fact.OrderAdded fact -> OrderFold.added(state, event, fact);
            case Fact.OrderChanged fact -> OrderFold.changed(state, fact);
            case Fact.OrderCancelled fact -> OrderFold.cancelled(state, fact);
            case Fact.OperationPinned fact -> PlannerFold.pinned(state, event, fact);
            case Fact.OperationUnpinned fact -> PlannerFold.unpinned(state, event, fact);
            case Fact.LotHeld fact -> PlannerFold.held(state, fact);
            case Fact.LotReleased fact -> PlannerFold.released(state, fact);
            case Fact.ReworkAdded fact -> OrderFold.rework(state, event, fact);
            case Fact.PartInspected fact -> QualityFold.inspected(state, event, fact);
            case Fact.ShadowInspected fact -> state;
            case Fact.PictureRefused fact -> state;
            case Fact.FindingCorrected fact -> QualityFold.corrected(state, event, fact);
            case Fact.HealthAssessed fact -> QualityFold.health(state, event, fact);
            case Fact.RemainingLifeEstimated fact -> QualityFold.remainingLife(state, event, fact);
            case Fact.LifeUnknown fact -> QualityFold.lifeUnknown(state, event, fact);
            case Fact.LifeEnded fact -> QualityFold.lifeEnded(state, fact);
            case Fact.ModelPromoted fact -> state;
            case Fact.ModelRetired fact -> state;
            case Fact.MaintenanceRequested fact -> MaintenanceFold.requested(state, event, fact);
            case Fact.MaintenanceWithdrawn fact -> MaintenanceFold.withdrawn(state, fact);
            case Fact.MaintenanceStarted fact -> MaintenanceFold.started(state, event, fact);
            case Fact.MaintenanceFinished fact -> MaintenanceFold.finished(state, event, fact);
            case Fact.AlarmRaised fact -> AlarmFold.raised(state, event, fact);
            case Fact.AlarmAcknowledged fact -> AlarmFold.acknowledged(state, event, fact);
            case Fact.AlarmCleared fact -> AlarmFold.cleared(state, event, fact);
            case Fact.AlarmShelved fact -> AlarmFold.shelved(state, fact);
            case Fact.AlarmUnshelved fact -> AlarmFold.unshelved(state, fact);
            case Fact.PlanRequested fact -> state;
            case Fact.PlanAdopted fact -> PlanFold.adopted(state, event, fact);
            case Fact.PlanFailed fact -> PlanFold.failed(state, event, fact);
        };
    }
}
