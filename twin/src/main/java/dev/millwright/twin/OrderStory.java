package dev.millwright.twin;

import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One order's life folded out of its own events alone, for an order the state has let go. */
final class OrderStory {

    /** Machines that lost their connection report this long after the order was over, and are heard. */
    private static final Duration REPORTS_COME_LATE = Duration.ofHours(1);

    private final String order;
    private final long added;
    private TwinState state;
    private @Nullable Instant over;

    OrderStory(PlantIndex index, String order, long added) {
        this.order = order;
        this.added = added;
        state = TwinState.initial(index);
    }

    /** Takes the next event of the journal; false when no later one can matter. */
    boolean hear(Event event) {
        if (over != null && event.time().isAfter(over.plus(REPORTS_COME_LATE))) {
            return false;
        }
        if (isAbout(event.fact())) {
            state = Fold.apply(state, event);
            var known = state.orders().get(order);
            if (over == null && known != null && OrderFold.isOver(state, known)) {
                over = state.time();
            }
        }
        return true;
    }

    /** The state with the order in it, as its last event left it; empty when it was not added then. */
    Optional<TwinState> told() {
        var known = state.orders().get(order);
        return known != null && known.offset() == added ? Optional.of(state) : Optional.empty();
    }

    private boolean isAbout(Fact fact) {
        return switch (fact) {
            case Fact.OrderAdded added -> order.equals(added.order().id());
            case Fact.OrderChanged changed -> order.equals(changed.order());
            case Fact.OrderCancelled cancelled -> order.equals(cancelled.order());
            case Fact.OperationPinned pinned -> isOurs(pinned.lot());
            case Fact.OperationUnpinned unpinned -> isOurs(unpinned.lot());
            case Fact.LotHeld held -> isOurs(held.lot());
            case Fact.LotReleased released -> isOurs(released.lot());
            case Fact.ReworkAdded added -> isOurs(added.lot());
            case Fact.LotArrived arrived -> isOurs(arrived.lot());
            case Fact.OperationDispatched dispatched -> isOurs(dispatched.lot());
            case Fact.OperationStarted started -> isOurs(started.lot());
            case Fact.PartsCounted counted -> isOurs(counted.lot());
            case Fact.OperationCompleted completed -> isOurs(completed.lot());
            case Fact.OperationInterrupted interrupted -> isOurs(interrupted.lot());
            case Fact.ReadingsTaken _,
                    Fact.ConnectionOpened _,
                    Fact.ConnectionLost _,
                    Fact.MachineStateChanged _,
                    Fact.MachineModeChanged _,
                    Fact.CommandIssued _,
                    Fact.CommandRefused _,
                    Fact.PartInspected _,
                    Fact.ShadowInspected _,
                    Fact.PictureRefused _,
                    Fact.FindingCorrected _,
                    Fact.HealthAssessed _,
                    Fact.RemainingLifeEstimated _,
                    Fact.LifeUnknown _,
                    Fact.LifeEnded _,
                    Fact.ModelPromoted _,
                    Fact.ModelRetired _,
                    Fact.MaintenanceRequested _,
                    Fact.MaintenanceWithdrawn _,
                    Fact.MaintenanceStarted _,
                    Fact.MaintenanceFinished _,
                    Fact.AlarmRaised _,
                    Fact.AlarmAcknowledged _,
                    Fact.AlarmCleared _,
                    Fact.AlarmShelved _,
                    Fact.AlarmUnshelved _,
                    Fact.PlanRequested _,
                    Fact.PlanAdopted _,
                    Fact.PlanFailed _ -> false;
        };
    }

    private boolean isOurs(String lot) {
        return state.lots().containsKey(lot);
    }
}
