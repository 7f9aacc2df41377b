package dev.millwright.plant;

/**
 * What a machine needs to know to run an operation.
 *
 * @param secondsPerPart on this machine
 * @param setupSeconds to spend first, in mode SETUP
 * @param inspects true when the step rejects parts for repair instead of scrapping them
 */
public record WorkInstruction(
        String lot,
        String operation,
        String product,
        String family,
        int quantity,
        double secondsPerPart,
        int setupSeconds,
        boolean inspects) {}
