package dev.millwright.gateway.plans;

import dev.millwright.gateway.SearchNews;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plan that is searched for beside the one in force: one thread searches, any other may look at it and stop it. */
final class PlanDraft {

    private static final System.Logger LOG = System.getLogger(PlanDraft.class.getName());

    /** A long search improves often at first: beyond these every second one is forgotten, the latest never. */
    private static final int MOST_FOUND = 400;

    private final String id;
    private final Subject subject;
    private final SolverSettings settings;
    private final Instant createdAt;
    private final StopSignal signal = new StopSignal();
    private final List<Found> found = new ArrayList<>();
    private DraftState state = DraftState.WAITING;
    private long beganNanos;
    private Duration took = Duration.ZERO;
    private @Nullable Schedule best;
    private boolean optimal;
    private List<String> conflicts = List.of();

    PlanDraft(String id, Subject subject, SolverSettings settings, Instant createdAt) {
        this.id = id;
        this.subject = subject;
        this.settings = settings;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    synchronized DraftState state() {
        return state;
    }

    synchronized DraftSnapshot snapshot() {
        var elapsed = state == DraftState.SEARCHING ? Duration.ofNanos(System.nanoTime() - beganNanos) : took;
        return new DraftSnapshot(
                id, subject, state, createdAt, settings.limit(), elapsed, found, best, optimal, conflicts);
    }

    /** Searches until the limit, a proof, or a stop. */
    void search(Consumer<SearchNews> listener) {
        if (!begin()) {
            return;
        }
        listener.accept(news());
        try {
            end(new Scheduler(settings).solve(subject.request(), incumbent -> take(incumbent, listener), signal));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The search for " + id + " failed.", e);
            fail(e.getMessage() == null ? e.toString() : e.getMessage());
        } finally {
            fail("the search broke off; the server's log says why"); // only where nothing else ended it
            listener.accept(news());
        }
    }

    /** Ends the search; what was found is kept. */
    void stop() {
        synchronized (this) {
            if (state == DraftState.WAITING) {
                state = DraftState.CANCELLED;
            }
        }
        signal.stop();
    }

    private synchronized boolean begin() {
        if (state != DraftState.WAITING) {
            return false;
        }
        state = DraftState.SEARCHING;
        beganNanos = System.nanoTime();
        return true;
    }

    private void take(Incumbent incumbent, Consumer<SearchNews> listener) {
        var better = Found.of(incumbent);
        synchronized (this) {
            best = incumbent.schedule();
            found.add(better);
            if (found.size() > MOST_FOUND) {
                for (int i = found.size() - 2; i > 0; i -= 2) {
                    found.remove(i);
                }
            }
        }
        listener.accept(better.news(id));
    }

    private synchronized void end(Outcome outcome) {
        took = Duration.ofNanos(System.nanoTime() - beganNanos);
        switch (outcome) {
            case Outcome.Solved solved -> {
                best = solved.schedule();
                optimal = solved.optimal();
                state = signal.stopped() && !optimal ? DraftState.CANCELLED : DraftState.DONE;
            }
            case Outcome.Infeasible(var reasons) -> {
                best = null;
                conflicts = reasons;
                state = DraftState.INFEASIBLE;
            }
            case Outcome.TimedOut _ -> {
                best = null;
                conflicts = List.of("no plan that keeps every rule was found in %s s; give it more, or wish for less"
                        .formatted(took.toSeconds()));
                state = signal.stopped() ? DraftState.CANCELLED : DraftState.FAILED;
            }
        }
    }

    private synchronized void fail(String why) {
        if (!state.isFinal()) {
            took = Duration.ofNanos(System.nanoTime() - beganNanos);
            conflicts = List.of(why);
            state = DraftState.FAILED;
        }
    }

    private synchronized SearchNews news() {
        return new SearchNews.Search(id, state.word(), null);
    }
}
