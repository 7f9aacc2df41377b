package dev.millwright.history;

import dev.millwright.history.HistoryEntry.Occurrence;
import dev.millwright.history.HistoryEntry.Sample;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Series and events in SQL, written from the journal and asked by time.
 *
 * <p>Rows and the journal offset they come from are stored in one transaction, so that after a crash the journal is read
 * again from {@link #lastOffset()} and nothing counts twice. Where two samples have the same machine, signal and source
 * time, the first stored stays. Any thread may ask; writers wait for one another.
 */
public final class History implements AutoCloseable {

    private static final String EVENT_COLUMNS = "journal_offset, type, time, subject, json";

    private final Database database;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long lastOffset;

    private History(Database database) throws SQLException {
        this.database = database;
        try (Statement statement = database.writer().createStatement()) {
            for (String table : database.dialect().schema()) {
                statement.execute(table);
            }
            lastOffset = readOffset(statement);
        }
    }

    /** Opens the history of a store and makes its tables where they are missing. */
    public static History open(HistoryStore store) {
        try {
            Database database =
                    switch (store) {
                        case HistoryStore.DuckDb duck -> new DuckDbDatabase(duck);
                        case HistoryStore.PostgreSql server -> new PostgreSqlDatabase(server);
                    };
            try {
                return new History(database);
            } catch (SQLException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new HistoryException(
                    "History %s cannot be opened: %s\nIs it open in another process, or is its address wrong?"
                            .formatted(store, e.getMessage()),
                    e);
        }
    }

    /** The journal offset up to which everything is stored; 0 at the beginning. */
    public long lastOffset() {
        return lastOffset;
    }

    /** Stores a batch in journal order; all entries of an offset belong into one batch. */
    public void append(List<? extends HistoryEntry> batch) {
        append(batch, batch.stream().mapToLong(HistoryEntry::offset).max().orElse(0));
    }

    /**
     * Stores a batch and remembers that the journal is done through an offset, even where its last events leave no row.
     * Entries at or before {@link #lastOffset()} are ignored.
     */
    public void append(List<? extends HistoryEntry> batch, long through) {
        writing.lock();
        try {
            if (through <= lastOffset) {
                return;
            }
            List<Sample> samples = new ArrayList<>();
            List<Occurrence> events = new ArrayList<>();
            for (HistoryEntry entry : batch) {
                if (entry.offset() > lastOffset) {
                    switch (entry) {
                        case Sample sample -> samples.add(sample);
                        case Occurrence event -> events.add(event);
                    }
                }
            }
            inTransaction("store entries through offset " + through, () -> {
                database.insert(samples, events);
                update(Bound.of(Sql.MOVE_OFFSET, through));
                return through;
            });
            lastOffset = through;
        } finally {
            writing.unlock();
        }
    }

    /** A series in at most so many buckets of one readable width. */
    public Downsampled series(SeriesQuery query, int maxPoints) {
        Duration width = BucketWidth.forSpan(query.from(), query.to(), maxPoints);
        Bound bound = Bound.of(Sql.downsampled(database.dialect(), width), query);
        return new Downsampled(width, read(bound, History::bucket));
    }

    /** The samples as stored, oldest first, at most so many; the next page begins after the last one's time. */
    public List<SamplePoint> samples(SeriesQuery query, int limit) {
        Bound bound = Bound.of(Sql.RAW, query.machine(), query.signal(), query.from(), query.to(), limit);
        return read(bound, row -> new SamplePoint(time(row, 1), row.getDouble(2), QualityCode.read(row.getInt(3))));
    }

    /** The signals of a machine that have samples. */
    public List<String> signals(String machine) {
        return read(Bound.of(Sql.SIGNALS, machine), row -> row.getString(1));
    }

    /** One page of events, newest first. */
    public EventPage events(EventQuery query) {
        List<Occurrence> found = read(
                Bound.of(query, EVENT_COLUMNS, query.limit() + 1),
                row -> new Occurrence(
                        row.getLong(1), row.getString(2), time(row, 3), row.getString(4), row.getString(5)));
        if (found.size() <= query.limit()) {
            return new EventPage(found, null);
        }
        List<Occurrence> page = found.subList(0, query.limit());
        return new EventPage(page, page.getLast().offset());
    }

    /** Deletes samples and events that happened before the given times. */
    public Removed deleteOlderThan(Instant samples, Instant events) {
        writing.lock();
        try {
            Removed removed = inTransaction(
                    "delete what is older than " + samples,
                    () -> new Removed(
                            update(Bound.of(Sql.DELETE_SAMPLES, samples)),
                            update(Bound.of(Sql.DELETE_EVENTS, events))));
            database.tidy();
            return removed;
        } catch (SQLException e) {
            throw failed("give space back", e);
        } finally {
            writing.unlock();
        }
    }

    /** Writes a series to a file with the columns time, value and quality (0 good, 1 uncertain, 2 bad). */
    public void exportSeries(SeriesQuery query, Path file, ExportFormat format) {
        export(
                Bound.of(Sql.RAW, query.machine(), query.signal(), query.from(), query.to(), Long.MAX_VALUE),
                file,
                format);
    }

    /** Writes the events of a query to a file, newest first; the query's limit does not count. */
    public void exportEvents(EventQuery query, Path file, ExportFormat format) {
        export(Bound.of(query, EVENT_COLUMNS, Integer.MAX_VALUE), file, format);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            database.close();
        } catch (SQLException e) {
            throw failed("close", e);
        } finally {
            writing.unlock();
        }
    }

    private void export(Bound query, Path file, ExportFormat format) {
        try {
            database.export(query, file, format);
        } catch (SQLException e) {
            throw failed("export to " + file, e);
        }
    }

    private long readOffset(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(Sql.LAST_OFFSET)) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        statement.execute(Sql.FIRST_OFFSET);
        return 0;
    }

    private long update(Bound bound) throws SQLException {
        try (PreparedStatement statement = bound.prepare(database.writer())) {
            return statement.executeUpdate();
        }
    }

    private <T> T inTransaction(String what, Work<T> work) {
        Connection writer = database.writer();
        try {
            writer.setAutoCommit(false);
            try {
                T result = work.run();
                writer.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                writer.rollback();
                throw e;
            } finally {
                writer.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    private <T> List<T> read(Bound query, Row<T> row) {
        try (Connection connection = database.reader();
                PreparedStatement statement = query.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failed("answer", e);
        }
    }

    private static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(
                time(row, 1),
                row.getLong(2),
                row.getLong(3),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                number(row, 7));
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Times.read(row.getObject(column, LocalDateTime.class));
    }

    private static HistoryException failed(String what, SQLException cause) {
        return new HistoryException("History could not %s: %s".formatted(what, cause.getMessage()), cause);
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
