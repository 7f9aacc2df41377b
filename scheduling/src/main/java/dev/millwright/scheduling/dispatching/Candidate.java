package dev.millwright.scheduling.dispatching;

/** What a rule sees of an operation that could go next; {@code dueDate} is infinite when there is none. */
interface Candidate {
    String operationId();

    /** The job's number in the problem. */
    int job();

    double duration();

    double setup();

    double start();

    /** When its forerunners let it start. */
    double ready();

    double weight();

    double dueDate();

    /** Mean durations of the job's operations that are not placed, this one included. */
    double workRemaining();

    double operationsRemaining();

    /** Over all operations of the problem. */
    double meanDuration();

    /** Over all pairs of families of the problem; 0 without setups. */
    double meanSetup();
}
