package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.loop.cause.Causes;
import dev.millwright.loop.cause.Evidence;
import dev.millwright.loop.cause.Hypothesis;
import dev.millwright.twin.EventQuery;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Asks the journal for what a search for causes needs. */
final class Suspects {

    /** How much longer the time to compare with is than the time that is asked about. */
    private static final int EARLIER = 3;

    private static final Set<String> PASSED = Set.of("operation-started", "operation-completed");

    private final Floor floor;

    Suspects(Floor floor) {
        this.floor = floor;
    }

    List<Hypothesis> since(Duration window) {
        var now = floor.clock().now();
        var since = now.minus(window);
        var all = new Window(since.minus(window.multipliedBy(EARLIER)), now.plusSeconds(1));
        var told = Inspections.within(floor, all);
        var plant = floor.state().plant();
        var evidence = new Evidence(plant, Inspections.MOST);
        told.reversed().forEach(one -> evidence.take(one.event()));
        if (!told.isEmpty()) {
            long first = told.getLast().event().offset();
            var words = EventQuery.all().ofTypes(Inspections.CORRECTION).after(first);
            floor.events(words.atMost(Inspections.MOST)).forEach(evidence::take);
        }
        var passed = EventQuery.all().ofTypes(PASSED).between(all.from(), all.to());
        floor.events(passed.backwards().atMost(2 * Inspections.MOST)).reversed().forEach(evidence::take);
        return Causes.since(since, now, plant, evidence.parts(), evidence.routes());
    }
}
