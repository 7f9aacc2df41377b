package dev.millwright.scheduling.formats;

import dev.millwright.plant.file.Spelling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Single values of a JSON text as what the field wants. */
final class Values {
    /** Thirty thousand years in seconds: sums of many such still fit. */
    private static final long FARTHEST = 1_000_000_000_000L;

    private Values() {}

    static String text(Json value) {
        if (value instanceof Json.Text(var _, var text) && !text.isBlank()) {
            return text;
        }
        throw value.unexpected("a text", "Write it in quotes.");
    }

    static boolean truth(Json value) {
        if (value instanceof Json.Word(var _, var word)) {
            return word.equals("true");
        }
        throw value.unexpected("true or false", "Write it without quotes.");
    }

    static long whole(Json value) {
        return whole(value, "a whole number");
    }

    static long whole(Json value, String wanted) {
        if (value instanceof Json.Digits(var _, var digits)) {
            try {
                long whole = new BigDecimal(digits).longValueExact();
                if (Math.abs(whole) <= FARTHEST) {
                    return whole;
                }
            } catch (ArithmeticException fraction) {
                throw value.unexpected(wanted, "Round it, or use a smaller unit.");
            }
            throw value.unexpected(wanted + " of at most " + FARTHEST, "Use a smaller one.");
        }
        throw value.unexpected(wanted, "Write digits without quotes.");
    }

    /** Refuses a value below zero. */
    static long notNegative(Json value, long number) {
        if (number < 0) {
            throw value.unexpected("zero or more", "Give seconds that pass.");
        }
        return number;
    }

    static int count(Json value) {
        long whole = whole(value);
        if (whole < Integer.MIN_VALUE || whole > Integer.MAX_VALUE) {
            throw value.unexpected("a whole number of at most " + Integer.MAX_VALUE, "Use a smaller one.");
        }
        return (int) whole;
    }

    static double number(Json value) {
        if (value instanceof Json.Digits(var _, var digits)) {
            double number = Double.parseDouble(digits);
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw value.unexpected("a number", "Write digits without quotes.");
    }

    static <T> List<T> items(Json value, String wanted, Function<Json, T> reader) {
        if (value instanceof Json.Items(var _, var items)) {
            return items.stream().map(reader).toList();
        }
        throw value.unexpected(wanted + " [...]", "Put brackets around it.");
    }

    /** A name that must be one of those known. */
    static String known(Json value, String what, Set<String> names) {
        var name = text(value);
        if (!names.contains(name)) {
            throw value.unexpected(what + " that is known", nearest(name, names));
        }
        return name;
    }

    static String nearest(String name, Iterable<String> names) {
        return Spelling.nearest(name, names)
                .map("Did you mean '%s'?"::formatted)
                .orElseGet(() -> "Known: " + String.join(", ", names) + ".");
    }
}
