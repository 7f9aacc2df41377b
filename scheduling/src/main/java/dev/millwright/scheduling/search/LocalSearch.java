package dev.millwright.scheduling.search;

import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** A search that goes from schedule to schedule by small moves, with any number of workers. */
public sealed interface LocalSearch permits CriticalPathSearch, SequenceSearch {

    /**
     * The search that fits a request, if one does: shared resources and links closer than "after" are beyond them.
     *
     * @param start where to start from
     * @param listener told of every better schedule, one after the other, on the workers' threads
     */
    static Optional<LocalSearch> of(PlanRequest request, Schedule start, Consumer<Schedule> listener) {
        return CriticalPathSearch.of(request, start, listener)
                .<LocalSearch>map(search -> search)
                .or(() -> SequenceSearch.of(request, start, listener));
    }

    /** Takes in a schedule that somebody else has found. */
    void offer(Schedule schedule);

    /**
     * Searches with so many threads, the caller's among them; a later call goes on from there. With one worker, the same
     * seed and the same answers of {@code progress} the search is the same.
     *
     * @param progress from 0 to 1, where this call ends; asked by all workers every some dozens of moves
     */
    void run(int workers, long seed, DoubleSupplier progress);

    /** No schedule's total is below. */
    double lowerBound();

    /** Whether the best schedule is known to be one. */
    boolean optimal();
}
