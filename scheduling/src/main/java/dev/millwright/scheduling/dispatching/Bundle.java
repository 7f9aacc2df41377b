package dev.millwright.scheduling.dispatching;

import java.util.List;

/**
 * Tasks that are placed together, because no-wait and blocking links tie them or because they wait for one another
 * around such ties.
 *
 * @param tasks in topological order
 * @param before the bundles that are placed sooner
 */
record Bundle(int number, List<Task> tasks, List<Integer> before) {
    Task first() {
        return tasks.getFirst();
    }
}
