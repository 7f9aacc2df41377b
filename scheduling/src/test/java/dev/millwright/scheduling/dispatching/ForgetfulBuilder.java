package dev.millwright.scheduling.dispatching;

import static java.util.Comparator.comparing;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at every job, mode and second anew before it places an operation: slow, and hard to get wrong. */
final class ForgetfulBuilder {
    private final Problem problem;
    private final ProblemIndex index;
    private final List<MaintenancePlacement> maintenance;
    private final Map<String, String> homes;
    private final long loyalty;
    private final List<Assignment> placed = new ArrayList<>();
    private final Map<String, Integer> next = new HashMap<>();

    ForgetfulBuilder(Problem problem, List<MaintenancePlacement> maintenance, Map<String, String> homes, long loyalty) {
        this.problem = problem;
        index = ProblemIndex.of(problem);
        this.maintenance = maintenance;
        this.homes = homes;
        this.loyalty = loyalty;
    }

    /** Where a job's next operation would go. */
    private record Head(ForgetfulBuilder shop, Job owner, Operation operation, long readyFrom, Assignment place)
            implements Candidate {
        long judged() {
            boolean home = place.machineId().equals(shop.homes.get(operation.id()));
            return home ? place.end() - shop.loyalty : place.end();
        }

        List<Operation> left() {
            return owner.openOperations()
                    .subList(
                            shop.next.getOrDefault(owner.id(), 0),
                            owner.openOperations().size());
        }

        @Override
        public String operationId() {
            return operation.id();
        }

        @Override
        public int job() {
            return shop.problem.jobs().indexOf(owner);
        }

        @Override
        public double duration() {
            return place.end() - place.start();
        }

        @Override
        public double setup() {
            return place.setupTime();
        }

        @Override
        public double start() {
            return place.start();
        }

        @Override
        public double ready() {
            return readyFrom;
        }

        @Override
        public double weight() {
            return owner.weight();
        }

        @Override
        public double dueDate() {
            return owner.dueDate() == null ? Double.POSITIVE_INFINITY : owner.dueDate();
        }

        @Override
        public double workRemaining() {
            double work = 0;
            for (var each : left().reversed()) {
                work += mean(each);
            }
            return work;
        }

        @Override
        public double operationsRemaining() {
            return left().size();
        }

        @Override
        public double meanDuration() {
            var all = shop.problem.jobs().stream().flatMap(each -> each.openOperations().stream());
            return Math.max(1, all.mapToDouble(Head::mean).average().orElse(1));
        }

        @Override
        public double meanSetup() {
            return shop.problem.setups().mean();
        }

        private static double mean(Operation operation) {
            return operation.allowedModes().stream()
                    .mapToLong(Mode::duration)
                    .average()
                    .orElseThrow();
        }
    }

    List<Assignment> build(Choice choice, Priority priority) {
        for (var heads = heads(); !heads.isEmpty(); heads = heads()) {
            var first = heads.stream().min(comparing(head -> key(choice, head))).orElseThrow();
            var best = heads.stream()
                    .filter(head -> competes(choice, head, first))
                    .min(Comparator.<Head>comparingDouble(priority::of).thenComparing(Head::start))
                    .orElseThrow();
            placed.add(best.place());
            next.merge(best.owner().id(), 1, Integer::sum);
        }
        return placed;
    }

    private static long key(Choice choice, Head head) {
        return choice == Choice.ACTIVE ? head.place().end() : head.place().setupStart();
    }

    private static boolean competes(Choice choice, Head head, Head first) {
        boolean sameMachine = head.place().machineId().equals(first.place().machineId());
        return switch (choice) {
            case SERIAL -> true;
            case NON_DELAY ->
                sameMachine && head.place().setupStart() == first.place().setupStart();
            case ACTIVE ->
                sameMachine
                        && (head.equals(first)
                                || head.place().start() < first.place().end());
        };
    }

    private List<Head> heads() {
        return problem.jobs().stream().flatMap(this::head).toList();
    }

    private Stream<Head> head(Job job) {
        int turn = next.getOrDefault(job.id(), 0);
        if (turn == job.openOperations().size()) {
            return Stream.empty();
        }
        var operation = job.openOperations().get(turn);
        long ready = placed.stream()
                .filter(place -> place.jobId().equals(job.id()))
                .mapToLong(Assignment::end)
                .max()
                .orElse(index.readyFrom(job));
        return operation.allowedModes().stream()
                .map(mode -> new Head(this, job, operation, ready, place(job, operation, mode, ready)))
                .min(comparing(Head::judged))
                .stream();
    }

    private Assignment place(Job job, Operation operation, Mode mode, long ready) {
        var machine = mode.machineId();
        var before = placed.stream()
                .filter(place -> place.machineId().equals(machine))
                .toList();
        long free =
                before.isEmpty() ? index.freeFrom(machine) : before.getLast().end();
        var family = before.isEmpty()
                ? index.setupState(machine)
                : index.step(before.getLast().operationId()).operation().family();
        long setup = problem.setups().between(machine, family, operation.family());
        long start = Math.max(ready, free + setup);
        while (!open(machine, start - setup, start + mode.duration())) {
            start++;
        }
        return new Assignment(job.id(), operation.id(), machine, setup, start, start + mode.duration());
    }

    private boolean open(String machine, long from, long to) {
        return index.downAhead(machine).stream().noneMatch(window -> window.overlaps(from, to))
                && maintenance.stream()
                        .filter(slot -> slot.machineId().equals(machine))
                        .noneMatch(slot -> slot.start() < to && slot.end() > from);
    }
}
