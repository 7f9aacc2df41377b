package dev.millwright.gateway.socket;

import dev.millwright.gateway.view.Clock;
import dev.millwright.plant.EquipmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes snapshots and deltas for a set of topics. */
final class Messages {

    /** One delta lists this many events at most; the rest is counted, and can be read at {@code /api/v1/events}. */
    static final int MOST_EVENTS = 200;

    private static final int SNAPSHOT_EVENTS = 100;
    private static final int SNAPSHOT_INSPECTIONS = 50;
    private static final long EVERYTHING = -1;

    private final Json json;
    private final Shelves shelves;
    private final Feed feed;
    private final byte[] plant;

    Messages(Json json, Shelves shelves, Feed feed, Object plant) {
        this.json = json;
        this.shelves = shelves;
        this.feed = feed;
        this.plant = json.bytes(plant);
    }

    byte[] snapshot(Topics topics, long number, Clock clock) {
        var frame = new Frame("snapshot", number, json.bytes(clock)).one("plant", plant);
        entities(frame, topics, EVERYTHING, true);
        var events = told(topics, EVERYTHING);
        frame.list(
                "recent",
                newest(events, SNAPSHOT_EVENTS).stream().map(feed::bytes).toList(),
                true);
        frame.list("inspections", newest(inspections(topics, EVERYTHING), SNAPSHOT_INSPECTIONS), true);
        return frame.bytes();
    }

    /** What changed after a number; null when none of it is for these topics. */
    byte @Nullable [] delta(Topics topics, long after, long missed, long number, Clock clock) {
        var frame = new Frame("delta", number, json.bytes(clock));
        entities(frame, topics, after, false);
        var events = told(topics, after);
        long dropped = missed + Math.max(0, events.size() - MOST_EVENTS);
        frame.list(
                "events", newest(events, MOST_EVENTS).stream().map(feed::bytes).toList(), false);
        frame.list("inspections", newest(inspections(topics, after), SNAPSHOT_INSPECTIONS), false);
        if (dropped > 0) {
            frame.one("dropped", json.bytes(dropped));
        }
        return frame.isEmpty() ? null : frame.bytes();
    }

    /** Nothing new, and the time: a sign of life that a browser can see. */
    byte[] heartbeat(long number, Clock clock) {
        return new Frame("delta", number, json.bytes(clock)).bytes();
    }

    private void entities(Frame frame, Topics topics, long after, boolean whole) {
        frame.list(
                "machines",
                changed(shelves.machines, after, machine -> topics.under(EquipmentId.of(machine.id()))),
                whole);
        frame.list("lines", changed(shelves.lines, after, line -> topics.under(EquipmentId.of(line.id()))), whole);
        frame.list("orders", changed(shelves.orders, after, order -> topics.all() || topics.orders()), whole);
        frame.list(
                "lots",
                changed(
                        shelves.lots,
                        after,
                        lot -> topics.all()
                                || topics.orders()
                                || touches(topics, lot.location())
                                || lot.operations().stream().anyMatch(step -> touches(topics, step.machine()))),
                whole);
        frame.list(
                "alarms",
                changed(shelves.alarms, after, alarm -> topics.alarms() || touches(topics, alarm.machine())),
                whole);
        frame.list(
                "wishes",
                changed(shelves.wishes, after, wish -> topics.plan() || touches(topics, wish.machine())),
                whole);
        var plans = changed(shelves.plans, after, plan -> topics.all() || topics.plan());
        if (!plans.isEmpty()) {
            frame.one("plan", plans.getFirst());
        } else if (whole) {
            frame.one("plan", json.bytes(com.fasterxml.jackson.databind.node.NullNode.instance));
        }
    }

    private static <S, V> List<byte[]> changed(Shelf<S, V> shelf, long after, Predicate<V> wanted) {
        var found = new ArrayList<byte[]>();
        for (var item : shelf.items()) {
            if (item.changed() > after && wanted.test(item.view())) {
                found.add(shelf.bytes(item));
            }
        }
        return found;
    }

    private List<Feed.Told> told(Topics topics, long after) {
        return feed.eventsAfter(after).stream()
                .filter(entry -> topics.event(entry.event.type(), entry.event.subject()))
                .toList();
    }

    private List<byte[]> inspections(Topics topics, long after) {
        return feed.inspectionsAfter(after).stream()
                .filter(entry ->
                        topics.under(entry.event.subject()) || topics.kinds().contains(entry.event.type()))
                .map(feed::inspectionBytes)
                .toList();
    }

    private static boolean touches(Topics topics, @Nullable String equipment) {
        return equipment != null && topics.under(EquipmentId.of(equipment));
    }

    private static <T> List<T> newest(List<T> entries, int most) {
        return entries.size() <= most ? entries : entries.subList(entries.size() - most, entries.size());
    }
}
