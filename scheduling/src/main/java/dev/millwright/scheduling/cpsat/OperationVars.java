package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.util.Domain;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import java.util.List;

/**
 * A waiting operation: one start and end, one choice a mode.
 *
 * @param until when its part has left the machine; the end itself where nothing blocks
 * @param blocks whether its part may stay on the machine after its end
 */
record OperationVars(
        Job job, Operation operation, IntVar start, IntVar end, IntVar until, boolean blocks, List<ModeVars> modes) {
    /**
     * A mode of an operation.
     *
     * @param takenFrom when its machine is taken, setup included; {@code start} itself where there are no setups
     * @param setup seconds of setup; the constant 0 where there are none
     * @param taken from {@code takenFrom} until the part has left
     * @param stretches how long breaks may interrupt it; empty where the machine's intervals see to its calendar
     */
    record ModeVars(
            OperationVars owner,
            Mode mode,
            BoolVar chosen,
            IntVar start,
            IntVar end,
            IntVar takenFrom,
            IntVar setup,
            IntervalVar taken,
            List<Stretch> stretches) {}

    /** The choice to start where breaks interrupt it for so many seconds. */
    record Stretch(BoolVar chosen, long extra, Domain starts) {}
}
