package dev.millwright.plant.file;

import dev.millwright.plant.Severity;
import dev.millwright.plant.SeverityRule;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person writes for a value, made into what the program reads; refusals carry a cure. */
final class Values {

    /** Below what an {@code int} of seconds holds. */
    private static final Pattern SEVERITY =
            Pattern.compile("(?i)(minor|moderate|major|critical)(?:\\s+from\\s+(\\d{1,8})(?:\\s*px)?)?");

    private static final String SEVERITY_WANTED =
            "a severity; write minor, moderate, major or critical, and 'from' with pixels for larger ones,"
                    + " such as minor, major from 300";
    private static final double LONGEST_SECONDS = 60.0 * 365 * 86_400;

    private Values() {}

    static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is no text here.\nWrite a value, or leave the key out.");
        }
        return text;
    }

    static double number(String text) {
        return plain(text, "", "a number");
    }

    /** An amount of the plant's currency. */
    static double cost(String text) {
        String wanted =
                "a cost; write a number from 0 up, such as 1200, and the currency once under the plant's 'costs'";
        double cost = plain(text, "", wanted);
        if (cost < 0) {
            throw refuse(text, wanted);
        }
        return cost;
    }

    static double metres(String text) {
        return plain(text, "m", "a length in metres, such as 4.5 or 4.5 m");
    }

    static double degrees(String text) {
        return plain(text, "°", "an angle in degrees, such as 90");
    }

    static int whole(String text) {
        double number = plain(text, "", "a whole number; write one such as 12");
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw refuse(text, "a whole number; write one such as 12");
        }
        return (int) number;
    }

    /** A share such as {@code 2 %} or {@code 0.02}. */
    static double share(String text) {
        var quantity = Quantity.parse(text);
        return switch (quantity.unit()) {
            case "%" -> quantity.value() / 100;
            case "" -> quantity.value();
            default -> throw refuse(text, "a share, such as 2 % or 0.02");
        };
    }

    static double seconds(String text) {
        if (text.strip().equals("0")) {
            return 0;
        }
        var quantity = Quantity.parse(text);
        double seconds = quantity.value()
                * switch (quantity.unit()) {
                    case "ms" -> 0.001;
                    case "s" -> 1;
                    case "min" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86400;
                    default ->
                        throw refuse(text, "a time; write a number and its unit: ms, s, min, h or d, such as 15 s");
                };
        if (seconds < 0) {
            throw refuse(text, "a time that passes; it is not negative");
        }
        if (seconds > LONGEST_SECONDS) {
            throw refuse(text, "a time anybody lives to see; write one of less than sixty years");
        }
        return seconds;
    }

    static double minutes(String text) {
        return seconds(text) / 60;
    }

    static double hours(String text) {
        return seconds(text) / 3600;
    }

    static String color(String text) {
        if (!text.matches("#[0-9A-Fa-f]{6}")) {
            throw refuse(text, "a colour; write six hexadecimal digits in quotes, such as \"#3b82f6\"");
        }
        return text;
    }

    static LocalTime clock(String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw refuse(text, "a time of day; write it as 06:00");
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw refuse(text, "a time zone; write one such as Europe/Berlin or UTC");
        }
    }

    /** Days of the week: {@code daily}, {@code mon-fri} or {@code mon, wed, sat}. */
    static Set<DayOfWeek> days(String text) {
        if (text.strip().equals("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            var last = day(ends[ends.length - 1], text);
            for (var day = day(ends[0], text); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    /** Names between commas, such as {@code good, oil-stain}. */
    static List<String> names(String text) {
        var names = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty)) {
            throw refuse(text, "names between commas, such as good, oil-stain");
        }
        return names;
    }

    /** Width and height, such as {@code 640x480}. */
    static List<Integer> pixels(String text) {
        if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
            throw refuse(text, "the size of a picture; write width and height, such as 640x480");
        }
        return Arrays.stream(text.split("x", -1)).map(Integer::valueOf).toList();
    }

    /** Severity by area, such as {@code minor, moderate from 60, major from 300}. */
    static SeverityRule severity(String text) {
        var steps = new ArrayList<SeverityRule.Step>();
        for (String part : text.split(",", -1)) {
            var words = SEVERITY.matcher(part.strip());
            if (!words.matches()) {
                throw refuse(part.strip(), SEVERITY_WANTED);
            }
            String from = words.group(2);
            steps.add(new SeverityRule.Step(
                    from == null ? 0 : Integer.parseInt(from),
                    Severity.valueOf(words.group(1).toUpperCase(Locale.ROOT))));
        }
        return new SeverityRule(steps);
    }

    private static DayOfWeek day(String name, String text) {
        for (var day : DayOfWeek.values()) {
            if (name.strip().length() >= 3 && day.name().startsWith(name.strip().toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw refuse(text, "a choice of days; write daily, mon-fri or mon, wed, sat");
    }

    private static double plain(String text, String unit, String wanted) {
        var quantity = Quantity.parse(text);
        if (!quantity.unit().isEmpty() && !quantity.unit().equals(unit)) {
            throw refuse(text, wanted);
        }
        return quantity.value();
    }

    private static IllegalArgumentException refuse(String text, String wanted) {
        String[] parts = wanted.split("; ", 2);
        String cure = parts.length > 1 ? parts[1] : "expected " + wanted;
        return new IllegalArgumentException("'%s' is not %s.\n%s."
                .formatted(text, parts[0], cure.substring(0, 1).toUpperCase(Locale.ROOT) + cure.substring(1)));
    }
}
