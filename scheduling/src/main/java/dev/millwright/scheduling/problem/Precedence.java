package dev.millwright.scheduling.problem;

/**
 * One operation after another. The later one starts no sooner than the end of the earlier, the lag, and the transport
 * between their machines, one after the other.
 *
 * <p>A no-wait start is exactly that moment; once the moment has passed on the floor, the link is plain. A blocking link
 * keeps the earlier operation's machine taken until the later one starts, or on the same machine until its setup begins.
 *
 * @param lag seconds that must pass at least: drying, cooling
 */
public record Precedence(String before, String after, Link link, long lag) {
    public Precedence {
        Check.name(before, "operation id");
        Check.name(after, "operation id");
        Check.that(
                !before.equals(after),
                "Operation " + before + " is to come after itself",
                "Name two operations, or leave the precedence out.");
        Check.that(
                lag >= 0,
                "The lag from " + before + " to " + after + " is negative: " + lag,
                "Give lags in seconds, zero or more.");
    }

    /** Any time after. */
    public static Precedence of(String before, String after) {
        return new Precedence(before, after, Link.PLAIN, 0);
    }

    /** At once after. */
    public static Precedence noWait(String before, String after) {
        return new Precedence(before, after, Link.NO_WAIT, 0);
    }

    /** After, the machine taken until then. */
    public static Precedence blocking(String before, String after) {
        return new Precedence(before, after, Link.BLOCKING, 0);
    }

    /** This precedence with a lag. */
    public Precedence lag(long seconds) {
        return new Precedence(before, after, link, seconds);
    }

    @Override
    public String toString() {
        return before + " -> " + after + (link == Link.PLAIN ? "" : " " + link) + (lag == 0 ? "" : " lag " + lag);
    }
}
