package dev.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What energy costs by time of day.
 *
 * @param rates by their beginning; each holds until the next, nothing is charged before the first
 */
public record Tariff(List<Rate> rates) {
    /** A price of one unit of power for one second, from a time on. */
    public record Rate(long from, long price) {
        public Rate {
            Check.that(price >= 0, "The energy price from " + from + " is " + price, "Use a price of zero or more.");
        }
    }

    public Tariff {
        var sorted = new ArrayList<>(rates);
        sorted.sort(Comparator.comparingLong(Rate::from));
        for (int i = 1; i < sorted.size(); i++) {
            Check.that(
                    sorted.get(i - 1).from() < sorted.get(i).from(),
                    "Two energy prices begin at " + sorted.get(i).from(),
                    "Keep one rate a beginning.");
        }
        rates = List.copyOf(sorted);
    }

    /** Energy costs nothing. */
    public static Tariff free() {
        return new Tariff(List.of());
    }

    /** What one unit of power costs over [from, to). */
    public long price(long from, long to) {
        long sum = 0;
        for (int i = 0; i < rates.size(); i++) {
            long begin = Math.max(from, rates.get(i).from());
            long end = i + 1 < rates.size() ? Math.min(to, rates.get(i + 1).from()) : to;
            sum += Math.max(0, end - begin) * rates.get(i).price();
        }
        return sum;
    }
}
