package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Window;
import java.util.List;
import java.util.stream.Collectors;

/** An operation when nobody works, or when others hold what it needs. */
public sealed interface CalendarViolation extends Violation {
    /** A setup or an operation in a break that may not interrupt it. */
    record DuringBreak(Assignment assignment, Window pause) implements CalendarViolation {
        @Override
        public String describe() {
            return Words.of(assignment) + " is in the break " + pause.from() + ".." + pause.to();
        }
    }

    /** More of a resource in use at a time than there is. */
    record ResourceOverloaded(String resourceId, long time, int used, int capacity, List<Assignment> users)
            implements CalendarViolation {
        @Override
        public String describe() {
            return users.stream().map(Words::of).collect(Collectors.joining(", ")) + " use " + used + " of the "
                    + capacity + " " + resourceId + " at " + time;
        }
    }
}
