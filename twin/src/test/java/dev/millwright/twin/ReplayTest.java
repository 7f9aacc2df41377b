package dev.millwright.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Event;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the twin knew, it knows again: after a restart, after a replay, and at any time in between. */
@NullUnmarked // what a test looks up has to be there
class ReplayTest {

    private static final TwinSettings SMALL =
            TwinSettings.DEFAULT.withSegmentBytes(20_000).withSnapshotEvery(150);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRestartFromSnapshotAndAReplayOfEverythingGiveTheLiveHash(long seed) throws Exception {
        String live = live(seed, 700);
        try (var engine = TwinEngine.open(PlantFixtures.cell(), directory, SMALL, Lab.WALL)) {
            assertThat(engine.state().hash())
                    .as("restart from snapshot, seed " + seed)
                    .isEqualTo(live);
            var state = TwinState.initial(Lab.index());
            for (var event : Lab.journal(engine)) {
                state = Fold.apply(state, event);
            }
            assertThat(state.hash()).as("replay, seed " + seed).isEqualTo(live);
        }
        deleteSnapshots();
        try (var engine = TwinEngine.open(PlantFixtures.cell(), directory, SMALL, Lab.WALL)) {
            assertThat(engine.state().hash())
                    .as("restart without snapshots, seed " + seed)
                    .isEqualTo(live);
        }
    }

    @Test
    void aDamagedSnapshotIsPassedOver() throws Exception {
        String live = live(4, 500);
        try (var files = Files.list(directory.resolve("snapshots"))) {
            for (var file : files.toList()) {
                try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.seek(bytes.length() / 2);
                    bytes.write(new byte[40]);
                }
            }
        }
        try (var engine = TwinEngine.open(PlantFixtures.cell(), directory, SMALL, Lab.WALL)) {
            assertThat(engine.state().hash()).isEqualTo(live);
        }
    }

    @Test
    void theStateAtATimeIsTheStateLiveThen() throws Exception {
        var plant = new RandomPlant(5);
        var hashes = new HashMap<Long, String>();
        var times = new ArrayList<Event>();
        try (var engine = TwinEngine.open(PlantFixtures.cell(), directory, SMALL, Lab.WALL)) {
            for (int i = 0; i < 200; i++) {
                var before = engine.state();
                var draft = plant.next();
                if (draft.time().isAfter(before.time())) {
                    engine.accept(draft).handle((event, refused) -> event).join();
                    var after = engine.state();
                    if (after.offset() > before.offset()) {
                        hashes.put(after.offset(), after.hash());
                        times.add(engine.events(after.offset(), 1).getFirst());
                    }
                }
            }
            for (var event : List.of(times.get(3), times.get(times.size() / 2), times.getLast())) {
                assertThat(engine.stateAt(event.time()).hash()).isEqualTo(hashes.get(event.offset()));
                assertThat(engine.stateAt(event.time().plusNanos(1)).hash()).isEqualTo(hashes.get(event.offset()));
            }
            assertThat(engine.stateAt(Lab.MORNING.minusSeconds(1)).offset()).isZero();
        }
    }

    @Test
    void aLateReportCorrectsTheStateAtThatTime() throws Exception {
        try (var engine = Lab.open(directory)) {
            engine.accept(Lab.state(0, PlantFixtures.DRILL, dev.millwright.plant.PackMlState.IDLE))
                    .get();
            engine.accept(Lab.state(20, PlantFixtures.DRILL, dev.millwright.plant.PackMlState.STOPPED))
                    .get();
            engine.accept(Lab.state(10, PlantFixtures.DRILL, dev.millwright.plant.PackMlState.EXECUTE))
                    .get();

            assertThat(engine.state().machines().get(PlantFixtures.DRILL).state())
                    .isEqualTo(dev.millwright.plant.PackMlState.STOPPED);
            assertThat(engine.stateAt(Lab.at(15))
                            .machines()
                            .get(PlantFixtures.DRILL)
                            .state())
                    .isEqualTo(dev.millwright.plant.PackMlState.EXECUTE);
        }
    }

    private String live(long seed, int drafts) {
        var plant = new RandomPlant(seed);
        try (var engine = TwinEngine.open(PlantFixtures.cell(), directory, SMALL, Lab.WALL)) {
            var answers = new ArrayList<CompletableFuture<?>>();
            for (int i = 0; i < drafts; i++) {
                answers.add(engine.accept(plant.next()).handle((event, refused) -> event));
                if (i % 20 == 0) {
                    answers.getLast().join();
                    engine.ticked(Lab.at(i)).join();
                }
            }
            answers.forEach(CompletableFuture::join);
            return engine.state().hash();
        }
    }

    private void deleteSnapshots() throws IOException {
        try (var files = Files.list(directory.resolve("snapshots"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
