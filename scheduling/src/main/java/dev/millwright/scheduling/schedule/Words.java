package dev.millwright.scheduling.schedule;

/** Names places in a schedule the way messages do. */
final class Words {
    private Words() {}

    static String of(Assignment assignment) {
        return assignment.operationId() + " of " + assignment.jobId() + " on " + assignment.machineId() + " "
                + assignment.start() + ".." + assignment.end();
    }

    static String of(MaintenancePlacement placement) {
        return "maintenance " + placement.taskId() + " on " + placement.machineId() + " " + placement.start() + ".."
                + placement.end();
    }
}
