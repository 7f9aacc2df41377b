package dev.millwright.scheduling;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Score;
import dev.millwright.scheduling.schedule.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best schedule of a tiny problem, found by trying every start in every mode and asking the checker. */
final class EveryPlaceTried {
    private final Problem problem;
    private final long lastStart;
    private final Scorer scorer;
    private final List<Assignment> places = new ArrayList<>();
    private final List<Job> owners = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private @Nullable Score best;

    private EveryPlaceTried(PlanRequest request, long lastStart) {
        problem = request.problem();
        scorer = new Scorer(request);
        this.lastStart = lastStart;
        for (var job : problem.jobs()) {
            for (var operation : job.operations()) {
                owners.add(job);
                operations.add(operation);
            }
        }
    }

    /** The best score, or null when no schedule with starts up to {@code lastStart} keeps the rules. */
    static @Nullable Score best(PlanRequest request, long lastStart) {
        var search = new EveryPlaceTried(request, lastStart);
        search.next();
        return search.best;
    }

    private void next() {
        if (places.size() == operations.size()) {
            judge();
            return;
        }
        var operation = operations.get(places.size());
        var job = owners.get(places.size());
        for (var mode : operation.modes()) {
            for (long start = problem.now(); start <= lastStart; start++) {
                long end = end(operation, mode, start);
                if (inTime(operation, start)) {
                    places.add(new Assignment(job.id(), operation.id(), mode.machineId(), 0, start, end));
                    next();
                    places.removeLast();
                }
            }
        }
    }

    /** Cuts the plainest nonsense: what comes after a placed operation of its job starts no sooner. */
    private boolean inTime(Operation operation, long start) {
        return owners.get(places.size()).precedences().stream()
                .filter(precedence -> precedence.after().equals(operation.id()))
                .allMatch(precedence -> places.stream()
                        .filter(place -> place.operationId().equals(precedence.before()))
                        .allMatch(place -> place.end() <= start));
    }

    /** Second by second: a break is no work. */
    private long end(Operation operation, Mode mode, long start) {
        long left = mode.duration();
        long time = start;
        while (left > 0) {
            left -= operation.stretches() && inBreak(mode, time) ? 0 : 1;
            time++;
        }
        return time;
    }

    private boolean inBreak(Mode mode, long time) {
        var machine = problem.machines().stream()
                .filter(each -> each.id().equals(mode.machineId()))
                .findFirst()
                .orElseThrow();
        return covers(machine.breaks(), time)
                || problem.resources().stream()
                        .filter(resource -> mode.needs().stream()
                                .anyMatch(need -> need.resourceId().equals(resource.id())))
                        .anyMatch(resource -> covers(resource.away(), time));
    }

    private static boolean covers(List<Window> windows, long time) {
        return windows.stream().anyMatch(window -> window.from() <= time && time < window.to());
    }

    private void judge() {
        var assignments = withSetups();
        var score = scorer.score(assignments, List.of());
        if (best == null || score.betterThan(best)) {
            var schedule = new Schedule("tried", assignments, List.of(), score);
            if (ScheduleChecker.check(problem, schedule).isEmpty()) {
                best = score;
            }
        }
    }

    private List<Assignment> withSetups() {
        var families = new HashMap<String, @Nullable String>();
        problem.machines().forEach(machine -> families.put(machine.id(), machine.setupState()));
        var sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparingLong(Assignment::start));
        var result = new ArrayList<Assignment>();
        for (var place : sorted) {
            var family = operations.stream()
                    .filter(operation -> operation.id().equals(place.operationId()))
                    .findFirst()
                    .orElseThrow()
                    .family();
            long setup = problem.setups().between(place.machineId(), families.get(place.machineId()), family);
            families.put(place.machineId(), family);
            result.add(new Assignment(
                    place.jobId(), place.operationId(), place.machineId(), setup, place.start(), place.end()));
        }
        return result;
    }
}
