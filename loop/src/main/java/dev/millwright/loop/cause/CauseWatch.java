package dev.millwright.loop.cause;

import dev.millwright.plant.Plant;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for causes from time to time, while parts are inspected: after a rejected part or a person's word about one, and
 * never sooner than a while after the last look. Owned by one thread.
 */
public final class CauseWatch {

    /** The time whose defects are looked at, as {@code GET /api/v1/quality/causes} does where it is not told otherwise. */
    public static final Duration WINDOW = Duration.ofHours(8);
    /** Plant time between two looks. */
    public static final Duration PAUSE = Duration.ofMinutes(15);

    /** How much longer the time to compare with is than the time that is looked at. */
    private static final int EARLIER = 3;

    private static final int MOST_PARTS = 4_000;

    private final Plant plant;
    private final Evidence evidence;
    private @Nullable Instant looked;
    private @Nullable Event asks;

    public CauseWatch(Plant plant) {
        this.plant = plant;
        this.evidence = new Evidence(plant, MOST_PARTS);
    }

    /** Takes an event in. */
    public void take(Event event) {
        evidence.take(event);
        boolean rejected = event.fact() instanceof Fact.PartInspected inspected && inspected.verdict() == Verdict.FAIL;
        if (rejected || event.fact() instanceof Fact.FindingCorrected) {
            asks = event;
        }
    }

    /**
     * True when it is time to look again.
     *
     * @param anyway also when nothing new was said: causes come to an end by time alone
     */
    public boolean isDue(Instant now, boolean anyway) {
        return (anyway || asks != null) && (looked == null || !now.isBefore(looked.plus(PAUSE)));
    }

    /** Causes of the defects of the latest hours, the strongest first. */
    public List<Hypothesis> look(Instant now) {
        looked = now;
        asks = null;
        evidence.forget(now.minus(WINDOW.multipliedBy(1 + EARLIER)));
        return since(now.minus(WINDOW), now);
    }

    /** Causes of the defects since a time, by what is known already. */
    public List<Hypothesis> since(Instant since, Instant now) {
        return Causes.since(since, now, plant, evidence.parts(), evidence.routes());
    }

    /** The latest that was said since the last look; null when nothing was. */
    public @Nullable Event asks() {
        return asks;
    }

    /** The event that told of an inspection; null when it is forgotten. */
    public @Nullable Event inspection(String id) {
        return evidence.inspection(id);
    }
}
