package dev.millwright.learning.vision.task;

/** Is told how far a training is. */
@FunctionalInterface
public interface Teller {
    /**
     * So much of a stage is done.
     *
     * @param stage in words
     * @param loss a mean over the last steps; not a number where nothing is lost
     */
    void at(String stage, int done, int of, double loss);
}
