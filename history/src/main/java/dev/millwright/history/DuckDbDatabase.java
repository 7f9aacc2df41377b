package dev.millwright.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** History in one DuckDB file: one thread, little memory, rows by its appender. */
final class DuckDbDatabase implements Database {

    /**
     * Known samples are looked for only in the span of time of the incoming ones, which the file's zone maps find
     * without reading the rest: an index over all samples would cost more memory than the server has.
     */
    private static final String TAKE_NEW = "INSERT INTO series SELECT machine, signal, time, value, quality FROM "
            + "(SELECT DISTINCT ON (machine, signal, time) * FROM incoming ORDER BY machine, signal, time, n) AS first "
            + "WHERE NOT EXISTS (SELECT 1 FROM series AS known WHERE known.time >= ? AND known.time <= ? "
            + "AND known.time = first.time AND known.signal = first.signal AND known.machine = first.machine) "
            + "ORDER BY time";

    private final DuckDBConnection writer;

    DuckDbDatabase(HistoryStore.DuckDb store) throws SQLException {
        Path file = store.file().toAbsolutePath();
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties settings = new Properties();
        settings.setProperty("memory_limit", store.memoryMegabytes() + "MB");
        settings.setProperty("threads", "1");
        writer = DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
    }

    @Override
    public Dialect dialect() {
        return Dialect.DUCKDB;
    }

    @Override
    public Connection reader() throws SQLException {
        return writer.duplicate();
    }

    @Override
    public Connection writer() {
        return writer;
    }

    @Override
    public void insert(List<HistoryEntry.Sample> samples, List<HistoryEntry.Occurrence> events) throws SQLException {
        if (!samples.isEmpty()) {
            insertSamples(samples);
        }
        if (!events.isEmpty()) {
            try (DuckDBAppender rows = writer.createAppender("events")) {
                for (HistoryEntry.Occurrence event : events) {
                    rows.beginRow().append(event.offset()).append(event.type());
                    rows.appendEpochMicros(Times.micros(event.time()));
                    rows.append(event.subject()).append(event.json()).endRow();
                }
            }
        }
    }

    private void insertSamples(List<HistoryEntry.Sample> samples) throws SQLException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        HistoryEntry.Sample earliest = samples.getFirst();
        HistoryEntry.Sample latest = earliest;
        try (DuckDBAppender rows = writer.createAppender("temp", "main", "incoming")) {
            long n = 0;
            for (HistoryEntry.Sample sample : samples) {
                long micros = Times.micros(sample.time());
                if (micros < first) {
                    first = micros;
                    earliest = sample;
                }
                if (micros > last) {
                    last = micros;
                    latest = sample;
                }
                rows.beginRow().append(n++).append(sample.machine()).append(sample.signal());
                rows.appendEpochMicros(micros).append(sample.value());
                rows.append(QualityCode.of(sample.quality())).endRow();
            }
        }
        try (PreparedStatement take =
                        Bound.of(TAKE_NEW, earliest.time(), latest.time()).prepare(writer);
                Statement clear = writer.createStatement()) {
            take.executeUpdate();
            clear.execute("DELETE FROM incoming");
        }
    }

    @Override
    public void export(Bound query, Path file, ExportFormat format) throws SQLException {
        Bound copy = new Bound(
                "COPY (" + query.sql() + ") TO '" + quoted(file) + "' (" + format.options() + ")", query.values());
        try (Connection connection = reader();
                PreparedStatement statement = copy.prepare(connection)) {
            statement.execute();
        }
    }

    static String quoted(Path file) {
        return file.toAbsolutePath().toString().replace("'", "''");
    }

    @Override
    public void tidy() throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
