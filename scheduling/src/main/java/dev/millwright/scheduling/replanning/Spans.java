package dev.millwright.scheduling.replanning;

/** Says how long, as a planner would. */
final class Spans {
    private Spans() {}

    /** {@code +14 min}, {@code -2 h 5 min}, {@code +40 s}, {@code same start}. */
    static String signed(long seconds) {
        return seconds == 0 ? "same start" : (seconds < 0 ? "-" : "+") + of(Math.abs(seconds));
    }

    /** {@code 14 min}, {@code 2 h 5 min}, {@code 40 s}. */
    static String of(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
