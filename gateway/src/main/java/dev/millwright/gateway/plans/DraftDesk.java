package dev.millwright.gateway.plans;

import dev.millwright.gateway.Outcome;
import dev.millwright.gateway.SearchNews;
import dev.millwright.scheduling.cpsat.SolverSettings;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Searches for plans that people ask for. One is searched for at a time, so that the loop's own planning keeps its
 * processor; the others wait. The latest are kept until the server ends: a draft is no promise.
 */
@Singleton
public final class DraftDesk {

    /** Beyond these the oldest that has ended is let go. */
    public static final int MOST_KEPT = 20;

    private static final long IDLE_SECONDS = 10;

    private final Map<String, PlanDraft> drafts = new LinkedHashMap<>();
    private final List<Consumer<SearchNews>> listeners = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor searcher = new ThreadPoolExecutor(
            0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> Thread.ofPlatform()
                    .name("draft-search")
                    .daemon()
                    .unstarted(task));
    private long last;

    /** Begins a search as soon as those before it are over; refused when too many wait. */
    public Outcome<DraftSnapshot> begin(Subject subject, SolverSettings settings, Instant now) {
        PlanDraft draft;
        synchronized (this) {
            if (drafts.size() >= MOST_KEPT && !forgetOldest()) {
                return new Outcome.Unavailable<>(
                        "%d drafts wait for their search already.".formatted(drafts.size()),
                        "Wait, or DELETE one that is no longer wanted; GET /api/v1/plans lists them.");
            }
            draft = new PlanDraft("D-" + ++last, subject, settings, now);
            drafts.put(draft.id(), draft);
        }
        searcher.execute(() -> draft.search(this::tell));
        return Outcome.done(draft.snapshot());
    }

    /** All drafts, the latest first. */
    public synchronized List<DraftSnapshot> all() {
        return List.copyOf(drafts.values()).reversed().stream()
                .map(PlanDraft::snapshot)
                .toList();
    }

    public synchronized Optional<DraftSnapshot> find(String id) {
        return Optional.ofNullable(drafts.get(id)).map(PlanDraft::snapshot);
    }

    /** Stops a draft's search and keeps what it found; removes the draft when its search is over. */
    public synchronized void end(String id) {
        var draft = drafts.get(id);
        if (draft != null && draft.state().isFinal()) {
            drafts.remove(id);
        } else if (draft != null) {
            draft.stop();
        }
    }

    /** Tells of every search's begin, better plans and end, until closed; the listener is quick. */
    public AutoCloseable listen(Consumer<SearchNews> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    synchronized void close(@Observes ShutdownEvent event) {
        searcher.shutdown();
        drafts.values().forEach(PlanDraft::stop);
    }

    private void tell(SearchNews news) {
        listeners.forEach(listener -> listener.accept(news));
    }

    private boolean forgetOldest() {
        var oldest = drafts.values().stream()
                .filter(draft -> draft.state().isFinal())
                .findFirst();
        oldest.ifPresent(draft -> drafts.remove(draft.id()));
        return oldest.isPresent();
    }
}
