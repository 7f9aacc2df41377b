package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.history.History;
import dev.millwright.history.HistoryStore;
import dev.millwright.history.SeriesQuery;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFeedTest {

    private static final Instant START = Instant.parse("2030-01-01T06:00:00Z");
    /** More than a page, so that one look takes several. */
    private static final int READINGS = 2_500;

    @TempDir
    private Path dir;

    @Test
    void theJournalIsCopiedOnceHoweverOftenTheFeedStarts() {
        try (var twin = TwinEngine.open(PlantFixtures.cell(), dir, TwinSettings.DEFAULT, InstantSource.fixed(START));
                var history = History.open(HistoryStore.DuckDb.at(dir.resolve("history.duckdb")))) {
            var drafts = new ArrayList<Draft>();
            drafts.add(draft(0, new Fact.MachineStateChanged(PackMlState.EXECUTE, null)));
            for (int second = 0; second < READINGS; second++) {
                var reading = Reading.good("temperature", 60 + second % 10, START.plusSeconds(second));
                drafts.add(draft(second, new Fact.ReadingsTaken(List.of(reading))));
            }
            twin.acceptAll(drafts).join();
            long told = twin.lastOffset();
            assertThat(told).isGreaterThan(READINGS);

            for (int life = 0; life < 2; life++) {
                var feed = new HistoryFeed(twin, history);
                feed.close();
                assertThat(feed.lag()).isZero();
                assertThat(history.lastOffset()).isEqualTo(told);
                assertThat(history.samples(
                                new SeriesQuery(
                                        PlantFixtures.DRILL.path(), "temperature", START, START.plusSeconds(READINGS)),
                                2 * READINGS))
                        .hasSize(READINGS);
            }

            // What comes while no feed looks is behind, and the next one brings it up.
            twin.accept(draft(READINGS, new Fact.MachineStateChanged(PackMlState.IDLE, "done")))
                    .join();
            assertThat(twin.lastOffset() - history.lastOffset()).isPositive();
            try (var late = new HistoryFeed(twin, history)) {
                assertThat(late.lag()).isNotNegative();
            }
            var events =
                    history.events(dev.millwright.history.EventQuery.newest(10)).events();
            assertThat(events)
                    .extracting(event -> event.offset())
                    .startsWith(told + 1)
                    .contains(1L);
        }
    }

    private static Draft draft(int second, Fact fact) {
        return Draft.of(START.plusSeconds(second), "test", PlantFixtures.DRILL, fact);
    }
}
