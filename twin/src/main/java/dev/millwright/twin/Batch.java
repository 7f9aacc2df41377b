package dev.millwright.twin;

import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One group commit in the making: drafts are checked and folded first, so that nothing that cannot be folded ever
 * reaches the journal, and what the twin derives from an event is as durable as the event.
 */
final class Batch {

    private final Instant recorded;
    private final Duration staleGrace;
    private final Duplicates duplicates;
    private final List<Event> events = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Ticket> accepted = new ArrayList<>();
    private TwinState state;

    Batch(TwinState state, Instant recorded, Duration staleGrace, Duplicates duplicates) {
        this.state = state;
        this.recorded = recorded;
        this.staleGrace = staleGrace;
        this.duplicates = duplicates;
    }

    List<Event> events() {
        return events;
    }

    List<Change> changes() {
        return changes;
    }

    List<Ticket> accepted() {
        return accepted;
    }

    /** Takes all of a ticket's drafts, or none; then failing it is left to do. */
    void add(Ticket ticket, List<Runnable> refused) {
        var before = state;
        int size = changes.size();
        try {
            var clock = ticket.clock();
            var drafts = clock == null ? ticket.drafts() : AlarmRules.at(state, clock, clock.minus(staleGrace));
            var answer = new ArrayList<Event>(drafts.size());
            for (var draft : drafts) {
                var known = duplicates.find(draft);
                answer.add(known == null ? take(draft) : known);
            }
            ticket.answer(List.copyOf(answer));
            accepted.add(ticket);
            for (int i = 0; i < drafts.size(); i++) {
                duplicates.remember(drafts.get(i), answer.get(i));
            }
        } catch (RuntimeException e) {
            state = before;
            changes.subList(size, changes.size()).clear();
            events.subList(size, events.size()).clear();
            refused.add(() -> ticket.fail(e));
        }
    }

    private Event take(Draft draft) {
        Admission.check(state, draft);
        var before = state;
        var event = fold(draft);
        for (var derived : AlarmRules.after(before, state, event)) {
            fold(derived);
        }
        return event;
    }

    private Event fold(Draft draft) {
        var event = Event.of(state.offset() + 1, recorded, draft);
        var after = Fold.apply(state, event);
        events.add(event);
        changes.add(new Change(event, state, after));
        state = after;
        return event;
    }
}
