package dev.millwright.gateway.view;

import dev.millwright.gateway.plans.Figures;
import dev.millwright.gateway.plans.Subject;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.formats.Epoch;
import dev.millwright.scheduling.replanning.Change;
import dev.millwright.scheduling.replanning.ScheduleChanges;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two plans of the same work side by side; the changes lead from the left one to the right one. */
public record ComparisonView(Figures left, Figures right, List<PlanView.ChangeView> changes) {

    /**
     * The right schedule answers the subject; the left one, made for the same work at another time, is moved to it: its
     * sequences on its machines, as soon as the subject's floor allows.
     */
    public static ComparisonView of(Subject subject, Schedule left, Schedule right, String words) {
        var request = subject.request();
        var moved = new Dispatcher(request).rightShift(left);
        var changes =
                switch (subject) {
                    case Subject.LivePlant(var question) ->
                        question.changes(moved, right, words).stream()
                                .map(PlanView.ChangeView::of)
                                .toList();
                    case Subject.Posed(var file) ->
                        ScheduleChanges.between(request.problem(), moved, right, null).changes().stream()
                                .flatMap(change -> told(change, file.epoch()))
                                .toList();
                };
        return new ComparisonView(
                Figures.of(moved.score()),
                Figures.of(request.score(right.assignments(), right.maintenance())),
                changes);
    }

    private static Stream<PlanView.ChangeView> told(Change change, Epoch epoch) {
        String words = change.describe(second -> epoch.known() ? epoch.iso(second) : second + " s");
        return switch (change) {
            case Change.Added added -> Stream.of(moved(null, added.now(), words, epoch));
            case Change.MachineChanged changed -> Stream.of(moved(changed.before(), changed.now(), words, epoch));
            case Change.StartMoved changed -> Stream.of(moved(changed.before(), changed.now(), words, epoch));
            case Change.Dropped _, Change.MaintenanceAdded _, Change.MaintenanceMoved _, Change.MaintenanceDropped _ ->
                Stream.empty();
        };
    }

    private static PlanView.ChangeView moved(@Nullable Assignment was, Assignment is, String words, Epoch epoch) {
        return new PlanView.ChangeView(
                is.operationId(),
                is.jobId(),
                was == null ? null : was.machineId(),
                is.machineId(),
                was == null ? null : at(was.start(), epoch),
                at(is.start(), epoch),
                words);
    }

    /** Seconds of no calendar count from 1970. */
    private static Instant at(long second, Epoch epoch) {
        return epoch.known() ? epoch.instant(second) : Instant.ofEpochSecond(second);
    }
}
