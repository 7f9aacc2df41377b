package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The checker's rule for secondary resources: no more in use at once than there is. */
final class ResourceCheck {
    /** So much of a resource held by an operation that is not done. */
    private record Use(Assignment assignment, int amount) {}

    private final Inspection inspection;

    ResourceCheck(Inspection inspection) {
        this.inspection = inspection;
    }

    void check() {
        inspection.problem.resources().forEach(this::check);
    }

    /**
     * Looks at each start of waiting work, where alone the amount in use can have grown too large; what runs already is
     * the floor's knowledge. Only the first excess is told.
     */
    private void check(Resource resource) {
        var uses = uses(resource);
        for (var use : uses) {
            long time = use.assignment().start();
            var atOnce = uses.stream()
                    .filter(other -> other.assignment().start() <= time
                            && time < other.assignment().end())
                    .toList();
            int sum = atOnce.stream().mapToInt(Use::amount).sum();
            if (sum > resource.capacity()
                    && inspection.operation(use.assignment()).waiting()) {
                var who = atOnce.stream().map(Use::assignment).toList();
                inspection.report(
                        new CalendarViolation.ResourceOverloaded(resource.id(), time, sum, resource.capacity(), who));
                return;
            }
        }
    }

    private List<Use> uses(Resource resource) {
        var uses = new ArrayList<Use>();
        for (var assignment : inspection.placed.values()) {
            var mode = inspection.done(assignment) ? null : inspection.mode(assignment);
            if (mode != null) {
                mode.needs().stream()
                        .filter(need -> need.resourceId().equals(resource.id()))
                        .forEach(need -> uses.add(new Use(assignment, need.amount())));
            }
        }
        uses.sort(Comparator.comparingLong(use -> use.assignment().start()));
        return uses;
    }
}
