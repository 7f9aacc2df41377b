package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What the twin's tests say again and again. */
final class Lab {

    static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
    static final InstantSource WALL = InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"));

    private Lab() {}

    static PlantIndex index() {
        return new PlantIndex(PlantFixtures.cell());
    }

    static TwinEngine open(Path directory) {
        return TwinEngine.open(PlantFixtures.cell(), directory, TwinSettings.DEFAULT, WALL);
    }

    static Instant at(double minutes) {
        return MORNING.plusMillis(Math.round(minutes * 60_000));
    }

    static Draft draft(double minutes, EquipmentId subject, Fact fact) {
        return Draft.of(at(minutes), "test", subject, fact);
    }

    static Draft state(double minutes, EquipmentId subject, PackMlState state) {
        return draft(minutes, subject, new Fact.MachineStateChanged(state, null));
    }

    static Draft reading(double minutes, EquipmentId subject, String signal, double value) {
        return draft(minutes, subject, new Fact.ReadingsTaken(List.of(Reading.good(signal, value, at(minutes)))));
    }

    /** Folds drafts in the order given. */
    static TwinState fold(List<Draft> drafts) {
        var state = TwinState.initial(index());
        for (var draft : drafts) {
            state = Fold.apply(state, Event.of(state.offset() + 1, WALL.instant(), draft));
        }
        return state;
    }

    static TwinState fold(Draft... drafts) {
        return fold(List.of(drafts));
    }

    /** Every event of an engine's journal. */
    static List<Event> journal(TwinEngine engine) {
        return new ArrayList<>(engine.events(1, Integer.MAX_VALUE));
    }
}
