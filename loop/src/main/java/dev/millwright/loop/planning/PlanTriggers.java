package dev.millwright.loop.planning;

import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import dev.millwright.twin.TwinState;
import java.util.Optional;

/** Which changes of the twin ask for a new plan, and in what words. */
final class PlanTriggers {

    private PlanTriggers() {}

    static Optional<PlanTrigger> of(Change change) {
        var event = change.event();
        String machine = event.subject().name();
        return switch (event.fact()) {
            case Fact.MachineStateChanged(var state, var cause) -> {
                boolean was = aborted(change.before(), event);
                boolean is = aborted(change.after(), event);
                if (is && !was) {
                    yield because(event, machine + " failed" + (cause == null ? "" : ": " + cause));
                }
                yield was && !is ? because(event, machine + " is repaired") : Optional.empty();
            }
            case Fact.OperationInterrupted(var lot, var operation, var processed, var why) ->
                because(event, operation + " was interrupted on " + machine + " after " + processed + " parts: " + why);
            case Fact.OrderAdded added ->
                because(event, "order " + added.order().id() + " was added");
            case Fact.OrderChanged changed ->
                because(event, "order " + changed.order() + " was changed" + priority(change, changed));
            case Fact.OrderCancelled cancelled -> because(event, "order " + cancelled.order() + " was cancelled");
            case Fact.OperationPinned pinned -> because(event, pinned.operation() + " was pinned by " + pinned.by());
            case Fact.OperationUnpinned unpinned ->
                because(event, unpinned.operation() + " was unpinned by " + unpinned.by());
            case Fact.LotHeld held -> because(event, held.lot() + " is on quality hold: " + held.why());
            case Fact.LotReleased released -> because(event, "the hold of " + released.lot() + " is over");
            case Fact.ReworkAdded rework -> because(event, "rejected parts of " + rework.lot() + " go to repair");
            case Fact.MaintenanceRequested requested ->
                because(
                        event,
                        machine + " needs maintenance before "
                                + requested.wish().latest());
            case Fact.MaintenanceWithdrawn withdrawn ->
                because(event, "maintenance of " + machine + " is no longer needed: " + withdrawn.why());
            case Fact.MaintenanceFinished _ -> because(event, "maintenance of " + machine + " is done");
            case Fact.ConnectionLost lost ->
                connected(change.before(), event)
                        ? because(event, machine + " is out of reach: " + lost.why())
                        : Optional.empty();
            case Fact.ConnectionOpened _ ->
                connected(change.before(), event) ? Optional.empty() : because(event, machine + " is back in reach");
            case Fact.PlanRequested asked ->
                event.source().startsWith("user/") ? because(event, asked.trigger()) : Optional.empty();
            case Fact.ReadingsTaken _,
                    Fact.MachineModeChanged _,
                    Fact.OperationStarted _,
                    Fact.PartsCounted _,
                    Fact.OperationCompleted _,
                    Fact.LotArrived _,
                    Fact.CommandIssued _,
                    Fact.CommandRefused _,
                    Fact.OperationDispatched _,
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
                    Fact.MaintenanceStarted _,
                    Fact.AlarmRaised _,
                    Fact.AlarmAcknowledged _,
                    Fact.AlarmCleared _,
                    Fact.AlarmShelved _,
                    Fact.AlarmUnshelved _,
                    Fact.PlanAdopted _,
                    Fact.PlanFailed _ -> Optional.empty();
        };
    }

    private static String priority(Change change, Fact.OrderChanged changed) {
        var before = change.before().orders().get(changed.order());
        int was = before == null ? changed.priority() : before.order().priority();
        return was == changed.priority() ? "" : ": priority " + was + " to " + changed.priority();
    }

    private static boolean aborted(TwinState state, Event event) {
        var machine = state.machines().get(event.subject());
        return machine != null && machine.state().isAborted();
    }

    private static boolean connected(TwinState state, Event event) {
        var machine = state.machines().get(event.subject());
        return machine != null && machine.connected();
    }

    private static Optional<PlanTrigger> because(Event event, String words) {
        return Optional.of(PlanTrigger.of(event, words));
    }
}
