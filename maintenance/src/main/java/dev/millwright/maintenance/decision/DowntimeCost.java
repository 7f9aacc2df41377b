package dev.millwright.maintenance.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What an hour costs in which a machine stands, by the calendar: less in breaks and nights, in which nobody would run it.
 *
 * @param perHour at any time that no span holds
 * @param spans by time, none over another
 */
public record DowntimeCost(double perHour, List<Span> spans) {
    /** A span of time [from, to) with a cost of its own. */
    public record Span(Instant from, Instant to, double perHour) {
        public Span {
            if (!from.isBefore(to) || !(perHour >= 0)) {
                throw new IllegalArgumentException(
                        "Downtime from %s to %s costs %s an hour.\nGive a span that ends later, and a cost of 0 or more."
                                .formatted(from, to, perHour));
            }
        }
    }

    public DowntimeCost {
        spans = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        if (!(perHour >= 0)) {
            throw new IllegalArgumentException("Downtime costs %s an hour.\nGive 0 or more.".formatted(perHour));
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
                throw new IllegalArgumentException("Two costs of downtime hold at %s.\nGive spans that do not overlap."
                        .formatted(spans.get(i).from()));
            }
        }
    }

    /** The same at all times. */
    public static DowntimeCost always(double perHour) {
        return new DowntimeCost(perHour, List.of());
    }

    /** What it costs to stand from a time on, for so many hours. */
    public double of(Instant from, double hours) {
        var to = from.plusNanos(Math.round(hours * 3.6e12));
        double cost = hours * perHour;
        for (var span : spans) {
            var begin = span.from().isAfter(from) ? span.from() : from;
            var end = span.to().isBefore(to) ? span.to() : to;
            if (begin.isBefore(end)) {
                cost += (span.perHour() - perHour) * hours(begin, end);
            }
        }
        return cost;
    }

    static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 3.6e12;
    }
}
