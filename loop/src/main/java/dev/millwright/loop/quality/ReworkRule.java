package dev.millwright.loop.quality;

import dev.millwright.plant.Operation;
import dev.millwright.plant.Product;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.LotState;
import dev.millwright.twin.TwinState;
import java.util.List;
import java.util.Optional;

/** Rejected parts go to repair and are inspected once more; what fails again after the second repair is scrap. */
public final class ReworkRule {

    private static final int ROUNDS = 2;

    private ReworkRule() {}

    /** The operations to add after a completed one, if it rejected parts that can be repaired. */
    public static Optional<Draft> answer(Event event, TwinState state) {
        if (!(event.fact() instanceof Fact.OperationCompleted done) || done.rework() == 0) {
            return Optional.empty();
        }
        LotState lot = state.lots().get(done.lot());
        if (lot == null) {
            return Optional.empty();
        }
        var inspection = lot.operation(done.operation()).map(step -> step.operation());
        if (inspection.isEmpty() || inspection.get().repairs() == null) {
            return Optional.empty();
        }
        return Optional.of(Draft.of(
                        event.time(),
                        "loop",
                        event.subject(),
                        new Fact.ReworkAdded(
                                done.lot(), done.operation(), again(inspection.get(), done, repairSeconds(state, lot))))
                .causedBy(event)
                .because(done.rework() + " of " + done.lot() + " were rejected at "
                        + inspection.get().name() + " and go to repair"));
    }

    private static List<Operation> again(Operation inspection, Fact.OperationCompleted done, double repairSeconds) {
        int round = round(done.operation()) + 1;
        String repairs = inspection.repairs();
        if (repairs == null) {
            throw new IllegalStateException("Step " + inspection.id() + " repairs nothing.");
        }
        String base = done.operation().replaceAll("(i\\d+)$", "");
        var repair = new Operation(
                base + "r" + round,
                inspection.sequence(),
                "repair",
                repairs,
                "repair",
                repairSeconds,
                done.rework(),
                null);
        var inspectAgain = new Operation(
                base + "i" + round,
                inspection.sequence(),
                inspection.name() + " again",
                inspection.capability(),
                inspection.family(),
                inspection.secondsPerPart(),
                done.rework(),
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
