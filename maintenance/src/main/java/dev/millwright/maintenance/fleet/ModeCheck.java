package dev.millwright.maintenance.fleet;

import dev.millwright.maintenance.features.UnitRun;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks at the ways in which machines failed, before it is learned to tell them apart.
 *
 * @param fleet the lives of which it is known how they ended
 * @param modes the ways, by name
 * @param remarks what a person should know, each a sentence
 */
public record ModeCheck(Fleet fleet, List<String> modes, List<String> remarks) {
    /** Failures of a mode: some to learn from, some to judge by. */
    private static final int FEWEST = 5;
    /** Machines are held out whole, and others with the mode have to be left. */
    private static final int FEWEST_MACHINES = 2;

    public ModeCheck {
        modes = List.copyOf(modes);
        remarks = List.copyOf(remarks);
    }

    /**
     * Of lives that all ended in a failure.
     *
     * @throws IllegalArgumentException when no mode is said, one alone, or one too seldom
     */
    public static ModeCheck of(Fleet fleet) {
        var told = fleet.units().stream().filter(unit -> !unit.mode().isEmpty()).toList();
        var byMode = told.stream().collect(Collectors.groupingBy(UnitRun::mode, TreeMap::new, Collectors.toList()));
        if (byMode.isEmpty()) {
            throw new IllegalArgumentException(
                    "The mode column is empty at each of %d failures.\nSay there how the machine failed; in one file, in the machine's last row."
                            .formatted(fleet.units().size()));
        }
        if (byMode.size() == 1) {
            throw new IllegalArgumentException(
                    "All %d failures are of one mode, '%s': there is nothing to tell apart.\nLearn whether machines fail, with --goal failure-within."
                            .formatted(told.size(), byMode.firstKey()));
        }
        byMode.forEach(ModeCheck::enough);
        int untold = fleet.units().size() - told.size();
        return new ModeCheck(
                fleet.of(told),
                List.copyOf(byMode.keySet()),
                untold == 0
                        ? List.of()
                        : List.of("%d failures have no mode and are not learned from.".formatted(untold)));
    }

    private static void enough(String mode, List<UnitRun> lives) {
        long machines = lives.stream().map(UnitRun::unit).distinct().count();
        if (lives.size() < FEWEST || machines < FEWEST_MACHINES) {
            throw new IllegalArgumentException(
                    "Mode '%s' ended %s of %s, and %d of %d machines are needed to tell it from others.\nGive more failures of it, call it by the name of a mode that it is like, or leave its cells empty."
                            .formatted(
                                    mode,
                                    lives.size() == 1 ? "1 life" : lives.size() + " lives",
                                    machines == 1 ? "1 machine" : machines + " machines",
                                    FEWEST,
                                    FEWEST_MACHINES));
        }
    }
}
