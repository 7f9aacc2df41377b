package dev.millwright.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.history.HistoryEntry.Occurrence;
import dev.millwright.history.HistoryEntry.Sample;
import dev.millwright.plant.Quality;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every database behind history must do. */
abstract class HistoryContract {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final String PRESS = "works/shop/line-1/press/press-1";
    static final String OVEN = "works/shop/line-1/oven/oven-1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The same empty database each time it is opened within a test. */
    abstract HistoryStore store() throws Exception;

    static Sample sample(long offset, int second, double value) {
        return new Sample(offset, PRESS, "force", NOON.plusSeconds(second), value, Quality.GOOD);
    }

    static Occurrence event(long offset, String type, String subject) {
        return new Occurrence(
                offset, type, NOON.plusSeconds(offset), subject, "{\"text\":\"it's \\\"%d\\\"\"}".formatted(offset));
    }

    private static SeriesQuery force(int fromSecond, int toSecond) {
        return new SeriesQuery(PRESS, "force", NOON.plusSeconds(fromSecond), NOON.plusSeconds(toSecond));
    }

    @Test
    void bucketsAreWhatOneComputesByHand() throws Exception {
        try (History history = History.open(store())) {
            history.append(List.of(
                    sample(1, 0, 2),
                    sample(1, 59, 4),
                    new Sample(2, PRESS, "force", NOON.plusSeconds(30), Double.NaN, Quality.BAD),
                    new Sample(2, PRESS, "force", NOON.plusSeconds(31), 9, Quality.UNCERTAIN),
                    sample(3, 60, -1),
                    new Sample(4, PRESS, "force", NOON.plusSeconds(185), Double.NaN, Quality.BAD),
                    new Sample(4, OVEN, "force", NOON.plusSeconds(10), 1000, Quality.GOOD)));
            Downsampled series = history.series(force(0, 240), 5);
            assertThat(series.width()).isEqualTo(Duration.ofMinutes(1));
            assertThat(series.buckets())
                    .containsExactly(
                            new Bucket(NOON, 3, 1, 2.0, 9.0, 5.0, 4.0),
                            new Bucket(NOON.plusSeconds(60), 1, 0, -1.0, -1.0, -1.0, -1.0),
                            new Bucket(NOON.plusSeconds(180), 0, 1, null, null, null, null));
            assertThat(history.signals(PRESS)).containsExactly("force");
        }
    }

    @Test
    void lateSamplesAreTakenAndRepeatedOnesIgnored() throws Exception {
        try (History history = History.open(store())) {
            history.append(List.of(sample(1, 10, 1), sample(1, 10, 2), sample(1, 30, 3)));
            history.append(List.of(sample(2, 20, 4), sample(2, 10, 5), sample(2, 30, 6)));
            assertThat(history.samples(force(0, 60), 10))
                    .containsExactly(
                            new SamplePoint(NOON.plusSeconds(10), 1, Quality.GOOD),
                            new SamplePoint(NOON.plusSeconds(20), 4, Quality.GOOD),
                            new SamplePoint(NOON.plusSeconds(30), 3, Quality.GOOD));
            assertThat(history.samples(force(0, 60), 2)).hasSize(2);
        }
    }

    @Test
    void replayingTheJournalNeverCountsTwice() throws Exception {
        List<HistoryEntry> journal = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            journal.add(sample(i, i, i));
            journal.add(event(i, "readings-taken", PRESS));
        }
        HistoryStore store = store();
        try (History history = History.open(store)) {
            history.append(journal.subList(0, 80));
            assertThat(history.lastOffset()).isEqualTo(40);
        }
        try (History history = History.open(store)) {
            assertThat(history.lastOffset()).isEqualTo(40);
            history.append(journal);
            history.append(journal);
            history.append(List.of(), 105);
            assertThat(history.lastOffset()).isEqualTo(105);
            assertThat(history.samples(force(0, 1000), 1000)).hasSize(100);
            assertThat(history.events(EventQuery.newest(1000)).events()).hasSize(100);
        }
    }

    @Test
    void eventsAreFoundByWhatTheySay() throws Exception {
        try (History history = History.open(store())) {
            history.append(List.of(
                    event(1, "order-added", PRESS), event(11, "order-added", PRESS), event(12, "alarm-raised", PRESS)));
            EventQuery quoted = EventQuery.newest(9).containing("it's \\\"1\\\"");
            assertThat(history.events(quoted).events())
                    .extracting(HistoryEntry::offset)
                    .containsExactly(1L);
            assertThat(history.events(EventQuery.newest(9).types("order-added").containing("it's"))
                            .events())
                    .extracting(HistoryEntry::offset)
                    .containsExactly(11L, 1L);
            assertThat(history.events(EventQuery.newest(9).containing("%")).events())
                    .isEmpty();
        }
    }

    @Test
    void pagesOfEventsJoinWithoutGapOrOverlap() throws Exception {
        try (History history = History.open(store())) {
            List<HistoryEntry> journal = new ArrayList<>();
            for (int i = 1; i <= 50; i++) {
                journal.add(event(i, i % 5 == 0 ? "alarm-raised" : "readings-taken", i % 2 == 0 ? PRESS : OVEN));
            }
            history.append(journal);
            List<Long> seen = new ArrayList<>();
            EventQuery query = EventQuery.newest(7).of("works/shop/line-1/press");
            EventPage page = history.events(query);
            while (true) {
                page.events().forEach(e -> seen.add(e.offset()));
                Long next = page.next();
                if (next == null) {
                    break;
                }
                page = history.events(query.before(next));
            }
            assertThat(seen)
                    .hasSize(25)
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                    .doesNotHaveDuplicates();
            assertThat(history.events(EventQuery.newest(5)
                                    .types("alarm-raised")
                                    .of(PRESS)
                                    .between(NOON.plusSeconds(20), NOON.plusSeconds(41)))
                            .events())
                    .containsExactly(
                            event(40, "alarm-raised", PRESS),
                            event(30, "alarm-raised", PRESS),
                            event(20, "alarm-raised", PRESS));
            // A prefix ends at a path's border: press-1 is not below press-10 or pre.
            assertThat(history.events(EventQuery.newest(5).of("works/shop/line-1/pre"))
                            .events())
                    .isEmpty();
        }
    }

    @Test
    void retentionDeletesWhatIsOlder() throws Exception {
        try (History history = History.open(store())) {
            List<HistoryEntry> journal = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                journal.add(sample(i, i, i));
                journal.add(event(i, "readings-taken", PRESS));
            }
            history.append(journal);
            assertThat(history.deleteOlderThan(NOON.plusSeconds(11), NOON.plusSeconds(6)))
                    .isEqualTo(new Removed(10, 5));
            assertThat(history.samples(force(0, 100), 100)).hasSize(10);
            assertThat(history.events(EventQuery.newest(100)).events()).hasSize(15);
            assertThat(history.lastOffset()).isEqualTo(20);
        }
    }

    @Test
    void exportsCanBeReadAgain() throws Exception {
        try (History history = History.open(store())) {
            List<HistoryEntry> journal = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                journal.add(sample(i, i, i / 2.0));
                journal.add(event(i, "readings-taken", PRESS));
            }
            history.append(journal);
            Path parquet = folder.resolve("it's force.parquet");
            Path csv = folder.resolve("events.csv");
            history.exportSeries(force(0, 15), parquet, ExportFormat.PARQUET);
            history.exportEvents(EventQuery.newest(1), csv, ExportFormat.CSV);
            try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = duck.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*), sum(value), max(time) FROM read_parquet('"
                            + parquet.toString().replace("'", "''") + "')")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(14);
                assertThat(row.getDouble(2)).isCloseTo(14 * 15 / 4.0, within(1e-9));
                assertThat(row.getString(3)).startsWith("2026-03-02 12:00:14");
            }
            List<String> lines = Files.readAllLines(csv);
            assertThat(lines).hasSize(21);
            assertThat(lines.getFirst()).isEqualTo("journal_offset,type,time,subject,json");
            assertThat(lines.get(1)).startsWith("20,readings-taken,2026-03-02 12:00:20," + PRESS);
        }
    }

    @Test
    void whatFailsSaysWhatAndKeepsNothing() throws Exception {
        try (History history = History.open(store())) {
            history.append(List.of(sample(1, 1, 1)));
            assertThatThrownBy(() -> history.exportSeries(
                            force(0, 1), folder.resolve("missing/x.parquet"), ExportFormat.PARQUET))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("export to");
            assertThat(history.samples(force(0, 100), 10)).hasSize(1);
        }
    }
}
