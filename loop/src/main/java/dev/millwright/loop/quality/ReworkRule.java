package dev.millwright.loop.quality;

import dev.millwright.plant.Operation;
import dev.millwright.plant.Product;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.OrderStatus;
import dev.millwright.twin.TwinState;
import java.util.List;
import java.util.Optional;

/** Rejected parts go to repair and are inspected once more; what fails again after the second repair is scrap. */
public final class ReworkRule {

    private static final int ROUNDS = 2;

    private ReworkRule() {}

    /** The operations to add after a completed one, if it rejected parts that can be repaired and nobody added them. */
    public static Optional<Draft> answer(Event event, TwinState state) {
        if (!(event.fact() instanceof Fact.OperationCompleted done)) {
            return Optional.empty();
        }
        var lot = state.lots().get(done.lot());
        var step = lot == null ? null : lot.operation(done.operation()).orElse(null);
        if (lot == null || step == null || !isOwed(state, lot, step)) {
            return Optional.empty();
        }
        var added = new Fact.ReworkAdded(lot.id(), step.id(), again(step, repairSeconds(state, lot)));
        return Optional.of(Draft.of(event.time(), "loop", event.subject(), added)
                .causedBy(event)
                .because(step.rework() + " of " + lot.id() + " were rejected at "
                        + step.operation().name() + " and go to repair"));
    }

    /** True for a step that is over and rejected parts, in this run or an earlier one, whose repair nobody added. */
    static boolean isOwed(TwinState state, LotState lot, OperationState step) {
        var order = state.orders().get(lot.lot().order());
        return step.status() == OperationStatus.DONE
                && step.rework() > 0
                && step.operation().repairs() != null
                && (order == null || order.status() != OrderStatus.CANCELLED)
                && lot.operation(repairOf(step)).isEmpty();
    }

    private static String repairOf(OperationState inspection) {
        return base(inspection) + "r" + (round(inspection.id()) + 1);
    }

    private static String base(OperationState inspection) {
        return inspection.id().replaceAll("(i\\d+)$", "");
    }

    private static List<Operation> again(OperationState step, double repairSeconds) {
        var inspection = step.operation();
        int round = round(step.id()) + 1;
        String repairs = inspection.repairs();
        if (repairs == null) {
            throw new IllegalStateException("Step " + inspection.id() + " repairs nothing.");
        }
        var repair = new Operation(
                repairOf(step), inspection.sequence(), "repair", repairs, "repair", repairSeconds, step.rework(), null);
        var inspectAgain = new Operation(
                base(step) + "i" + round,
                inspection.sequence(),
                inspection.name() + " again",
                inspection.capability(),
                inspection.family(),
                inspection.secondsPerPart(),
                step.rework(),
                round < ROUNDS ? repairs : null);
        return List.of(repair, inspectAgain);
    }

    private static double repairSeconds(TwinState state, LotState lot) {
        return state.plant()
                .product(lot.lot().product())
                .map(Product::repairSecondsPerPart)
                .orElseThrow(() -> new IllegalStateException("Lot " + lot.id() + " is of an unknown product."));
    }

    private static int round(String operation) {
        int mark = operation.lastIndexOf('i');
        return mark < operation.lastIndexOf(':') ? 0 : Integer.parseInt(operation.substring(mark + 1));
    }
}
