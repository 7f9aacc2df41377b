package dev.millwright.plant.event;

import dev.millwright.plant.AlarmSeverity;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.HealthReason;
import dev.millwright.plant.Lot;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.ModelErrors;
import dev.millwright.plant.Operation;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlanChange;
import dev.millwright.plant.Prognosis;
import dev.millwright.plant.Reading;
import dev.millwright.plant.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in words that never change their meaning: a journal of years ago still reads the same. The
 * envelope's subject names the equipment it happened to (the site, for orders and plans).
 */
public sealed interface Fact {

    // --- what machines report ---------------------------------------------------------------------------------

    /** A machine measured something. */
    record ReadingsTaken(List<Reading> readings) implements Fact {
        public ReadingsTaken {
            readings = List.copyOf(readings);
        }
    }

    /** A machine's connection is up and everything it knows has been said (Sparkplug birth). */
    record ConnectionOpened() implements Fact {}

    /** A machine's connection is gone: all its values are stale from now on (Sparkplug death). */
    record ConnectionLost(String why) implements Fact {}

    /** A machine entered a PackML state; the cause is the machine's own word for it. */
    record MachineStateChanged(PackMlState state, @Nullable String cause) implements Fact {}

    /** A machine entered a mode. */
    record MachineModeChanged(MachineMode mode) implements Fact {}

    /** A machine took an operation up; setup, if any, comes first and shows as mode SETUP. */
    record OperationStarted(String lot, String operation) implements Fact {}

    /** Parts so far in the running operation: totals, so that a repeated report changes nothing. */
    record PartsCounted(String lot, String operation, int good, int scrap, int rework) implements Fact {}

    /** A machine finished an operation. */
    record OperationCompleted(String lot, String operation, int good, int scrap, int rework) implements Fact {}

    /** A machine dropped an operation before its end; the parts already done stay done. */
    record OperationInterrupted(String lot, String operation, int processed, String why) implements Fact {}

    /** A lot is now at a machine or in a buffer (the subject). */
    record LotArrived(String lot) implements Fact {}

    // --- commands -----------------------------------------------------------------------------------------------

    /** A command was sent to a machine. */
    record CommandIssued(PackMlCommand command, String by) implements Fact {}

    /** A command was refused because the machine's state does not allow it. */
    record CommandRefused(PackMlCommand command, PackMlState state, String by, String why) implements Fact {}

    /** A machine was told to take an operation next. */
    record OperationDispatched(String lot, String operation) implements Fact {}

    // --- orders -------------------------------------------------------------------------------------------------

    /** A new order with its lots and their operations, complete, so that the journal needs no plant file to be read. */
    record OrderAdded(Order order, List<Lot> lots) implements Fact {
        public OrderAdded {
            lots = List.copyOf(lots);
        }
    }

    /** An order's priority or due date changed. */
    record OrderChanged(
            String order, int priority, @Nullable Instant dueDate) implements Fact {}

    /** An order was cancelled: what has not started never will. */
    record OrderCancelled(String order, String by) implements Fact {}

    /** A planner holds a waiting operation to a machine, a start, or both; a later pin replaces an earlier one. */
    record OperationPinned(String lot, String operation, OperationPin pin, String by) implements Fact {}

    /** A planner lets an operation go where the plan likes. */
    record OperationUnpinned(String lot, String operation, String by) implements Fact {}

    /** A lot is on quality hold: nothing more is begun on it. */
    record LotHeld(String lot, String why, String by) implements Fact {}

    /** A lot's hold is over. */
    record LotReleased(String lot, String by) implements Fact {}

    /** A lot's rejected parts go through more operations, which follow the given one. */
    record ReworkAdded(String lot, String after, List<Operation> operations) implements Fact {
        public ReworkAdded {
            operations = List.copyOf(operations);
        }
    }

    // --- quality and health -------------------------------------------------------------------------------------

    /**
     * A part was inspected; the subject is the machine it came from.
     *
     * @param serial the part's serial number, such as {@code O-17.2/5}
     * @param image where the picture with its marks can be had, relative to the folder of inspections
     * @param picture where the unmarked picture is for as long as it is kept
     * @param template where the template is for as long as it is kept
     * @param mmPerPixel the camera's scale; null where nobody measured it
     * @param model name and version of the trained model that judged, such as {@code lid-scratches 2}; null: rules did
     * @param heat where a PNG to lay over the picture is kept, bright where the model objects; null where it made none
     */
    record PartInspected(
            String inspection,
            String camera,
            String serial,
            Verdict verdict,
            List<Finding> findings,
            @Nullable String image,
            double inspectionMillis,
            @Nullable String picture,
            @Nullable String template,
            @Nullable Double mmPerPixel,
            @Nullable String model,
            @Nullable String heat)
            implements Fact {
        public PartInspected {
            findings = List.copyOf(findings);
        }

        /** An inspection of which no picture is kept but the marked one. */
        public PartInspected(
                String inspection,
                String camera,
                String serial,
                Verdict verdict,
                List<Finding> findings,
                @Nullable String image,
                double inspectionMillis) {
            this(inspection, camera, serial, verdict, findings, image, inspectionMillis, null, null, null, null, null);
        }
    }

    /**
     * A version in shadow looked at a part as well, after the one that counts; the subject is the machine it came from, the
     * cause the inspection. Nothing follows from it but a comparison.
     *
     * @param verdict what it would have said, with {@code findings}
     */
    record ShadowInspected(
            String inspection,
            String serial,
            String model,
            String version,
            Verdict verdict,
            List<Finding> findings,
            double inspectionMillis)
            implements Fact {
        public ShadowInspected {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A person confirmed or rejected a finding, or told of a missed defect; the subject is the machine the part came from.
     * A later word about the same finding takes the place of the earlier one.
     *
     * @param found the type the inspector told; null for a missed defect
     * @param before what had been said of the same finding until now; null when nothing had
     */
    record FindingCorrected(
            String inspection,
            String serial,
            @Nullable String found,
            @Nullable CorrectionVerdict before,
            Correction correction)
            implements Fact {}

    /**
     * A picture was not fit to be inspected or nobody could look at it, which says nothing of the part; the subject is the machine
     * it came from.
     *
     * @param fault the kind of fault, such as {@code BLURRED}, {@code UNDEREXPOSED} or {@code NO_MODEL}
     * @param why in words, with what was measured and what should have been
     * @param cure what to do about it
     */
    record PictureRefused(String camera, String serial, String fault, String why, String cure) implements Fact {}

    /** A machine's health from 0 (failed) to 1 (new), with the reasons. */
    record HealthAssessed(double health, List<HealthReason> reasons) implements Fact {
        public HealthAssessed {
            reasons = List.copyOf(reasons);
        }
    }

    /** How long a machine will last. */
    record RemainingLifeEstimated(Prognosis prognosis) implements Fact {}

    /** A trained model is there and does not say how long a machine will last. */
    record LifeUnknown(dev.millwright.plant.LifeUnknown unknown) implements Fact {}

    /** A machine failed: what its life, so long by then, says of the versions that estimated it. */
    record LifeEnded(double age, List<ModelErrors> errors) implements Fact {
        public LifeEnded {
            errors = List.copyOf(errors);
        }
    }

    /** Another version of a model counts from now on. */
    record ModelPromoted(
            String model, String version, @Nullable String before, String by) implements Fact {}

    /** No version of a model counts any more: where there are rules they decide again. */
    record ModelRetired(String model, String version, String by) implements Fact {}

    // --- maintenance --------------------------------------------------------------------------------------------

    /** Maintenance is wished for, within a window. A wish with a known id replaces the earlier one. */
    record MaintenanceRequested(MaintenanceWish wish) implements Fact {}

    /** A wish is no longer needed. */
    record MaintenanceWithdrawn(String wish, String why) implements Fact {}

    /** Work on the machine began. */
    record MaintenanceStarted(String wish) implements Fact {}

    /** Work on the machine is done: its health and its wear start anew. */
    record MaintenanceFinished(String wish) implements Fact {}

    // --- alarms -------------------------------------------------------------------------------------------------

    /** Something needs a person. One alarm a machine and code: a repeated one counts up instead of piling up. */
    record AlarmRaised(String alarm, String code, AlarmSeverity severity, String message) implements Fact {}

    /** A person has seen it. */
    record AlarmAcknowledged(
            String alarm, String by, @Nullable String comment) implements Fact {}

    /** The condition behind it is gone. */
    record AlarmCleared(String alarm) implements Fact {}

    /** A person put it aside until a time. */
    record AlarmShelved(
            String alarm,
            String by,
            Instant until,
            @Nullable String comment) implements Fact {}

    /** It is back before its time. */
    record AlarmUnshelved(String alarm, String by) implements Fact {}

    // --- plans --------------------------------------------------------------------------------------------------

    /** Something happened that a plan must answer. */
    record PlanRequested(String trigger, EquipmentId about) implements Fact {}

    /** A plan is in force, with what it changed against the one before. */
    record PlanAdopted(Plan plan, List<PlanChange> changes, double reactionMillis) implements Fact {
        public PlanAdopted {
            changes = List.copyOf(changes);
        }
    }

    /** No plan could be made; the one in force stays. */
    record PlanFailed(String why) implements Fact {}
}
