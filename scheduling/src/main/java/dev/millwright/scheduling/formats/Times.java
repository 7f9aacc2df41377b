package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * Times and durations of one file. A number is seconds, a text a number with its unit; a time may also be an instant,
 * where the file's {@code now} is one.
 */
record Times(Epoch epoch, long now) {
    private static final String DURATION =
            "seconds as a number, or a text such as \"90 s\", \"15 min\", \"2 h\", \"1 d\"";
    private static final Pattern WITH_UNIT = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,9})?)\\s*(s|min|h|d|w)");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-4]):[0-5]\\d");

    /** What a file's {@code now} says: a second on the problem's own clock, or an instant, which then is second 0. */
    static Times of(Json now) {
        if (now instanceof Json.Text(var _, var text)) {
            try {
                return new Times(Epoch.of(OffsetDateTime.parse(text)), 0);
            } catch (DateTimeException notOne) {
                throw now.unexpected(
                        "a number of seconds, or an instant such as \"2026-11-25T06:00:00+01:00\"",
                        "Leave 'now' out to begin at second 0.");
            }
        }
        return new Times(Epoch.UNKNOWN, Values.whole(now, "a number of seconds, or an instant in quotes"));
    }

    /** A length of time in seconds. */
    long duration(Json value) {
        return value instanceof Json.Text(var _, var text)
                ? seconds(value, text, DURATION)
                : Values.whole(value, DURATION);
    }

    /** A moment on the problem's clock; a text with a unit counts from now. */
    long time(Json value) {
        if (!(value instanceof Json.Text(var _, var text))) {
            return Values.whole(value, "a time in seconds, or an instant in quotes");
        }
        if (!text.contains("T")) {
            return now + seconds(value, text, "a time: " + DURATION + " from now, or an instant");
        }
        if (!epoch.known()) {
            throw value.unexpected(
                    "a time in seconds",
                    "Declare 'now' as an instant to use instants, such as \"now\": \"2026-11-25T06:00:00Z\".");
        }
        try {
            return epoch.second(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notOne) {
            throw value.unexpected("an instant such as \"2026-11-25T06:00:00+01:00\"", "Write date, T, time, offset.");
        }
    }

    /** {@code [from, to]}. */
    Window window(Json value) {
        return window(value, true);
    }

    /** {@code [from, to]} counted from the beginning of a day or another period, also as {@code ["06:00", "22:00"]}. */
    Window ofPeriod(Json value) {
        return window(value, false);
    }

    private Window window(Json value, boolean onTheClock) {
        var ends = Values.items(value, "a window [from, to]", end -> onTheClock ? time(end) : timeOfPeriod(end));
        if (ends.size() != 2) {
            throw value.place()
                    .trouble("found " + ends.size() + " times, expected a window [from, to]", "Give it two times.");
        }
        try {
            return new Window(ends.get(0), ends.get(1));
        } catch (IllegalArgumentException empty) {
            throw value.place().trouble(empty);
        }
    }

    private long timeOfPeriod(Json value) {
        if (value instanceof Json.Text(var _, var text) && CLOCK.matcher(text).matches()) {
            return text.equals("24:00") ? 86_400 : LocalTime.parse(text).toSecondOfDay();
        }
        return duration(value);
    }

    private static long seconds(Json value, String text, String wanted) {
        var match = WITH_UNIT.matcher(text);
        if (!match.matches()) {
            throw value.unexpected(wanted, "Write a number and s, min, h, d or w.");
        }
        long unit =
                switch (match.group(2)) {
                    case "min" -> 60;
                    case "h" -> 3_600;
                    case "d" -> 86_400;
                    case "w" -> 604_800;
                    default -> 1;
                };
        return new BigDecimal(match.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
