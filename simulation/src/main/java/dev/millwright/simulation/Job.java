package dev.millwright.simulation;

import dev.millwright.plant.WorkInstruction;

/** An operation on its machine: what it was told, and how far it has come. */
final class Job {

    private final WorkInstruction work;
    private final int earlierParts;
    private boolean started;
    private long setupLeft;
    private long partLeft;
    private int good;
    private int scrap;
    private int rework;

    /**
     * @param earlierParts parts that earlier runs of the operation have done: serial numbers go on from there
     */
    Job(WorkInstruction work, int earlierParts) {
        this.work = work;
        this.earlierParts = earlierParts;
        this.setupLeft = Floor.ticks(work.setupSeconds());
    }

    WorkInstruction work() {
        return work;
    }

    boolean started() {
        return started;
    }

    void start() {
        started = true;
    }

    long setupLeft() {
        return setupLeft;
    }

    void setSetupLeft(long ticks) {
        setupLeft = ticks;
    }

    /** Ticks left of the part in work; zero when none is in work. */
    long partLeft() {
        return partLeft;
    }

    void setPartLeft(long ticks) {
        partLeft = ticks;
    }

    int good() {
        return good;
    }

    int scrap() {
        return scrap;
    }

    int rework() {
        return rework;
    }

    int processed() {
        return good + scrap + rework;
    }

    boolean finished() {
        return processed() >= work.quantity();
    }

    /** The serial number of the part in work. */
    String serial() {
        return work.lot() + "/" + (earlierParts + processed() + 1);
    }

    void count(boolean rejected) {
        if (!rejected) {
            good++;
        } else if (work.inspects()) {
            rework++;
        } else {
            scrap++;
        }
    }
}
