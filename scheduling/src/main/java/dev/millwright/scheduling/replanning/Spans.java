package dev.millwright.scheduling.replanning;

/** Says how long, as a planner would. */
final class Spans {
    private Spans() {}

    /** {@code +14 min}, {@code -2 h 5 min}, {@code +40 s}, {@code same start}. */
    static String signed(long seconds) {
        if (seconds == 0) {
            return "same start";
        }
        long size = Math.abs(seconds);
        var sign = seconds < 0 ? "-" : "+";
        if (size < 60) {
            return sign + size + " s";
        }
        long minutes = Math.round(size / 60.0);
        return minutes < 60
                ? sign + minutes + " min"
                : sign + minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
