package dev.millwright.scheduling.schedule;

/**
 * One operation in its place.
 *
 * @param setupTime seconds the machine is changed over right before {@code start}; the machine is taken from
 *     {@code start - setupTime} to {@code end}
 */
public record Assignment(String jobId, String operationId, String machineId, long setupTime, long start, long end) {
    /** When the machine's time for this operation begins. */
    public long setupStart() {
        return start - setupTime;
    }
}
