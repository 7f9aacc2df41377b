package dev.millwright.twin;

import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Drafts that become durable together, or the clock's turn. */
final class Ticket {

    private final List<Draft> drafts;
    private final @Nullable Instant clock;
    private final CompletableFuture<List<Event>> done = new CompletableFuture<>();
    private List<Event> events = List.of();

    private Ticket(List<Draft> drafts, @Nullable Instant clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    static Ticket of(List<Draft> drafts) {
        return new Ticket(List.copyOf(drafts), null);
    }

    static Ticket tick(Instant now) {
        return new Ticket(List.of(), now);
    }

    List<Draft> drafts() {
        return drafts;
    }

    @Nullable
    Instant clock() {
        return clock;
    }

    CompletableFuture<List<Event>> done() {
        return done;
    }

    int weight() {
        return Math.max(1, drafts.size());
    }

    void answer(List<Event> accepted) {
        events = accepted;
    }

    void succeed() {
        done.complete(events);
    }

    void fail(Throwable why) {
        done.completeExceptionally(why);
    }
}
