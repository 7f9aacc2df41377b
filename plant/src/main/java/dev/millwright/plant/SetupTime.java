package dev.millwright.plant;

/** Seconds to set a machine with a capability from one family up for another. */
public record SetupTime(String capability, String from, String to, int seconds) {

    public SetupTime {
        if (seconds < 0) {
            throw new IllegalArgumentException(
                    "Setup from '%s' to '%s' takes %d s.\nIt takes zero at least.".formatted(from, to, seconds));
        }
    }
}
