package dev.millwright.scheduling.formats;

import static java.util.Objects.requireNonNull;

import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Resource;
import dev.millwright.scheduling.problem.ShiftPattern;
import dev.millwright.scheduling.problem.Window;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads machines, resources and the calendars they keep. */
final class FloorReader {
    private static final long DAY = 86_400;
    /** How far calendars are unrolled unless they say otherwise. */
    private static final long FOUR_WEEKS = 28 * DAY;

    private final Times times;
    private final Section root;
    private final Map<String, List<Window>> calendars = new HashMap<>();

    FloorReader(Times times, Section root) {
        this.times = times;
        this.root = root;
        var named = root.maybe("calendars");
        if (named != null) {
            Section.of(named, "calendars by name")
                    .all()
                    .forEach((name, calendar) -> calendars.put(name, calendar(calendar)));
        }
    }

    List<Machine> machines() {
        return root.list("machines", this::machine);
    }

    /** A machine, or nothing but its id. */
    private Machine machine(Json value) {
        if (value instanceof Json.Text) {
            return Machine.of(Values.text(value));
        }
        var section = Section.of(value, "a machine as its id or");
        var id = Values.text(section.need("id", "a name of its own"));
        var setUpFor = section.maybe("setUpFor", Values::text);
        var down = section.list("down", times::window);
        long availableFrom = section.take("availableFrom", Long.MIN_VALUE, times::time);
        var breaks = closed(section, "breaks");
        boolean subcontractor = section.take("subcontractor", false, Values::truth);
        long power = section.take("power", 0L, Values::whole);
        return section.build(() -> new Machine(id, setUpFor, down, availableFrom, breaks, subcontractor, power));
    }

    /** A resource: so many operators or tools of one kind. */
    Resource resource(Json value) {
        var section = Section.of(value, "a resource");
        var id = Values.text(section.need("id", "a name of its own"));
        int capacity = section.take("capacity", 1, Values::count);
        var away = closed(section, "away");
        return section.build(() -> new Resource(id, capacity, away));
    }

    private List<Window> closed(Section section, String field) {
        var windows = new ArrayList<>(section.list(field, times::window));
        windows.addAll(section.take("calendar", List.of(), this::calendarOrName));
        return windows;
    }

    private List<Window> calendarOrName(Json value) {
        return value instanceof Json.Text
                ? requireNonNull(calendars.get(Values.known(value, "a calendar", calendars.keySet())))
                : calendar(value);
    }

    /** The time a calendar leaves closed. */
    private List<Window> calendar(Json value) {
        var section = Section.of(value, "a calendar");
        long every = section.take("every", DAY, times::duration);
        var open = Values.items(
                section.need("open", "the working hours, such as [[\"06:00\", \"14:00\"]]"),
                "a list of windows",
                times::ofPeriod);
        long from = section.take("from", midnight(), times::time);
        long until = section.take("until", times.now() + FOUR_WEEKS, times::time);
        var holidays = section.list("closed", times::window);
        return section.build(
                () -> new ShiftPattern(from, every, open).breaks(times.now(), until, holidays.toArray(Window[]::new)));
    }

    /** The last midnight where the file's now is an instant; second 0 else. */
    private long midnight() {
        if (!times.epoch().known()) {
            return 0;
        }
        var now = times.epoch().local(times.now());
        return times.epoch().second(now.truncatedTo(ChronoUnit.DAYS).toInstant());
    }
}
