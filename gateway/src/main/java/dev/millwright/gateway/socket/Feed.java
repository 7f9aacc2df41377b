package dev.millwright.gateway.socket;

import dev.millwright.gateway.view.CorrectionView;
import dev.millwright.gateway.view.EventView;
import dev.millwright.gateway.view.InspectionView;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.FindingCorrected;
import dev.millwright.plant.event.Fact.PartInspected;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest events, as far back as a client that was away may still be told of them one by one. */
final class Feed {

    private static final int HELD = 1000;
    private static final int INSPECTIONS_HELD = 100;

    private final Json json;
    private final Deque<Told> held = new ArrayDeque<>();
    private final Deque<Told> inspections = new ArrayDeque<>();
    private long told;
    private long forgottenUpTo = -1;

    Feed(Json json) {
        this.json = json;
    }

    /** An event with the number under which it was told, and its place among all that were. */
    static final class Told {
        final Event event;
        final long number;
        final long place;
        private byte @Nullable [] bytes;
        private final List<CorrectionView> said;
        private byte @Nullable [] inspection;

        Told(Event event, long number, long place, List<CorrectionView> said) {
            this.event = event;
            this.number = number;
            this.place = place;
            this.said = said;
        }

        boolean isInspection(String id) {
            return event.fact() instanceof PartInspected fact
                    && fact.inspection().equals(id);
        }
    }

    void add(Event event, long number) {
        var entry = new Told(event, number, ++told, List.of());
        held.addLast(entry);
        if (held.size() > HELD) {
            forgottenUpTo = held.removeFirst().number;
        }
        if (event.fact() instanceof PartInspected) {
            inspections.addLast(entry);
            if (inspections.size() > INSPECTIONS_HELD) {
                inspections.removeFirst();
            }
        } else if (event.fact() instanceof FindingCorrected fact) {
            correct(event, fact, number);
        }
    }

    /** What a person says of an inspection makes it news again, with all that was said before. */
    private void correct(Event event, FindingCorrected fact, long number) {
        var corrected = inspections.stream()
                .filter(entry -> entry.isInspection(fact.inspection()))
                .findFirst();
        corrected.ifPresent(entry -> {
            var said = new ArrayList<>(entry.said);
            said.add(CorrectionView.of(event, fact));
            inspections.remove(entry);
            inspections.addLast(new Told(entry.event, number, entry.place, List.copyOf(said)));
        });
    }

    /** How many events were ever told. */
    long told() {
        return told;
    }

    /** True when every event told after this number is still held. */
    boolean reachesBackTo(long number) {
        return forgottenUpTo <= number;
    }

    /** How many had been told at this number. */
    long toldAt(long number) {
        var later = after(held, number);
        return later.isEmpty() ? told : later.getFirst().place - 1;
    }

    List<Told> eventsAfter(long number) {
        return after(held, number);
    }

    List<Told> inspectionsAfter(long number) {
        return after(inspections, number);
    }

    byte[] bytes(Told entry) {
        var known = entry.bytes;
        if (known == null) {
            known = json.bytes(EventView.of(entry.event));
            entry.bytes = known;
        }
        return known;
    }

    byte[] inspectionBytes(Told entry) {
        var known = entry.inspection;
        if (known == null) {
            known = json.bytes(
                    InspectionView.of(entry.event, (PartInspected) entry.event.fact(), entry.said, path -> true));
            entry.inspection = known;
        }
        return known;
    }

    private static List<Told> after(Deque<Told> entries, long number) {
        var found = new ArrayList<Told>();
        for (var newest = entries.descendingIterator(); newest.hasNext(); ) {
            var entry = newest.next();
            if (entry.number <= number) {
                break;
            }
            found.add(entry);
        }
        return found.reversed();
    }
}
