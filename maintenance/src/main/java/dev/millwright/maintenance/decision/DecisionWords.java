package dev.millwright.maintenance.decision;

import dev.millwright.maintenance.Urgency;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A decision in words. */
final class DecisionWords {
    private static final DateTimeFormatter THIS_WEEK = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final double WEEK = 6 * 24;
    /** From here on spans are told in days. */
    private static final double DAYS = 48;

    private final MaintenanceCase machine;
    private final ExpectedCost expected;

    DecisionWords(MaintenanceCase machine, ExpectedCost expected) {
        this.machine = machine;
        this.expected = expected;
    }

    String action(Urgency urgency, double hour) {
        return switch (urgency) {
            case NONE -> "No maintenance needed in the next %s; look again %s".formatted(span(hour), time(hour));
            case WATCH ->
                "No maintenance pays in the next %s; watch it, and look again before %s"
                        .formatted(span(hour), time(hour));
            case PLAN -> "Maintain " + time(hour);
            case NOW -> "Maintain as soon as possible";
        };
    }

    /** How long that is, in whole days or hours. */
    private static String span(double hours) {
        return hours >= DAYS
                ? whole(hours / 24, "day")
                : hours >= 1 ? whole(hours, "hour") : whole(60 * hours, "minute");
    }

    private static String whole(double count, String unit) {
        long whole = (long) Math.floor(count + 1e-6);
        return whole == 1 ? unit : whole + " " + unit + "s";
    }

    /** @param runsOn whether no stop within the horizon pays */
    List<String> reasons(int best, boolean runsOn) {
        double[] hours = expected.hours();
        double last = hours[hours.length - 1];
        double least = Math.min(expected.deferred(), expected.costs()[best]);
        var reasons = new ArrayList<String>();
        reasons.add("a failure costs %s, is %s likely by %s; a stop %s costs %s"
                .formatted(
                        money(expected.failureCost(hours[best])),
                        percent(expected.failed(last)),
                        time(last),
                        time(hours[best]),
                        money(expected.stopCost(hours[best]))));
        double waste = expected.lifeLost(hours[best]);
        if (waste >= 1) {
            reasons.add("that stop throws away life worth " + money(waste));
        }
        if (runsOn || best > 0) {
            reasons.add(more("stopping " + time(hours[0]), expected.costs()[0] - least));
        }
        if (!runsOn) {
            reasons.add(more("waiting until after " + time(last), expected.deferred() - least));
        }
        if (machine.knownHours() < machine.horizonHours()) {
            reasons.add("beyond %s the model does not know".formatted(time(last)));
        }
        return reasons;
    }

    private String more(String other, double cost) {
        return "%s costs %s more on average".formatted(other, money(cost));
    }

    private String time(double hour) {
        var time = machine.at(hour).atZone(machine.zone());
        return (hour < WEEK ? THIS_WEEK : LATER).format(time);
    }

    private String money(double cost) {
        return (String.format(Locale.ROOT, "%,.0f", cost) + " " + machine.currency()).strip();
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 1 ? "less than 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }
}
