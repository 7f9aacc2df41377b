package dev.millwright.connectors.sparkplug;

import static dev.millwright.connectors.sparkplug.Vocabulary.*;

import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.List;

/** Says a machine's facts as metrics. Each fact is said whole, so that no message needs another to be understood. */
final class FactWriter {

    private FactWriter() {}

    static List<Metric> metrics(Instant time, Fact fact) {
        return switch (fact) {
            case Fact.ReadingsTaken(var readings) ->
                readings.stream().map(FactWriter::signal).toList();
            case Fact.MachineStateChanged(var state, var cause) ->
                List.of(Metric.whole(STATE, state.code(), time), Metric.text(STATE_CAUSE, cause, time));
            case Fact.MachineModeChanged(var mode) -> List.of(Metric.whole(MODE, mode.code(), time));
            case Fact.OperationStarted(var lot, var operation) -> operation(time, lot, operation, STARTED, 0, 0, 0);
            case Fact.PartsCounted(var lot, var operation, int good, int scrap, int rework) ->
                List.of(
                        Metric.text(LOT, lot, time),
                        Metric.text(OPERATION, operation, time),
                        Metric.whole(GOOD, good, time),
                        Metric.whole(SCRAP, scrap, time),
                        Metric.whole(REWORK, rework, time));
            case Fact.OperationCompleted(var lot, var operation, int good, int scrap, int rework) ->
                operation(time, lot, operation, COMPLETED, good, scrap, rework);
            case Fact.OperationInterrupted(var lot, var operation, int processed, var why) ->
                List.of(
                        Metric.text(LOT, lot, time),
                        Metric.text(OPERATION, operation, time),
                        Metric.text(PHASE, INTERRUPTED, time),
                        Metric.whole(PROCESSED, processed, time),
                        Metric.text(INTERRUPTION, why, time));
            case Fact.LotArrived(var lot) -> List.of(Metric.text(LOCATION, lot, time));
            case Fact.MaintenanceStarted(var wish) -> maintenance(time, wish, STARTED);
            case Fact.MaintenanceFinished(var wish) -> maintenance(time, wish, FINISHED);
            case Fact.ConnectionOpened _,
                    Fact.ConnectionLost _,
                    Fact.CommandIssued _,
                    Fact.CommandRefused _,
                    Fact.OperationDispatched _,
                    Fact.OrderAdded _,
                    Fact.OrderChanged _,
                    Fact.OrderCancelled _,
                    Fact.OperationPinned _,
                    Fact.OperationUnpinned _,
                    Fact.LotHeld _,
                    Fact.LotReleased _,
                    Fact.ReworkAdded _,
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
                    Fact.AlarmRaised _,
                    Fact.AlarmAcknowledged _,
                    Fact.AlarmCleared _,
                    Fact.AlarmShelved _,
                    Fact.AlarmUnshelved _,
                    Fact.PlanRequested _,
                    Fact.PlanAdopted _,
                    Fact.PlanFailed _ ->
                throw new IllegalArgumentException(
                        "A '%s' is nothing a machine reports.\nEdge nodes take readings, states, modes, operations, counts, locations and maintenance."
                                .formatted(EventJson.type(fact)));
        };
    }

    /** The metrics of a picture; a template is left out when the listener has it already. */
    static List<Metric> frame(CameraFrame frame, boolean withTemplate) {
        String camera = CAMERA + frame.camera();
        var serial = Metric.text(camera + SERIAL, frame.serial(), frame.time());
        var image = Metric.of(camera + IMAGE, DataType.BYTES, frame.image(), frame.time());
        return withTemplate
                ? List.of(serial, Metric.of(camera + TEMPLATE, DataType.BYTES, frame.template(), frame.time()), image)
                : List.of(serial, image);
    }

    private static Metric signal(Reading reading) {
        return new Metric(
                SIGNALS + reading.signal(),
                DataType.DOUBLE,
                Double.isNaN(reading.value()) ? null : (Object) reading.value(),
                reading.sourceTime(),
                reading.quality(),
                null,
                false);
    }

    private static List<Metric> operation(
            Instant time, String lot, String operation, String phase, int good, int scrap, int rework) {
        return List.of(
                Metric.text(LOT, lot, time),
                Metric.text(OPERATION, operation, time),
                Metric.text(PHASE, phase, time),
                Metric.whole(GOOD, good, time),
                Metric.whole(SCRAP, scrap, time),
                Metric.whole(REWORK, rework, time));
    }

    private static List<Metric> maintenance(Instant time, String wish, String phase) {
        return List.of(Metric.text(WISH, wish, time), Metric.text(MAINTENANCE_PHASE, phase, time));
    }
}
