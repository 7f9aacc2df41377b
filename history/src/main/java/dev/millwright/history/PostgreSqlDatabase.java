package dev.millwright.history;

import dev.millwright.history.HistoryEntry.Occurrence;
import dev.millwright.history.HistoryEntry.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** History in a PostgreSQL server. */
final class PostgreSqlDatabase implements Database {

    private static final String SAMPLE = "INSERT INTO series VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String EVENT = "INSERT INTO events VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final int FETCH = 5000;

    private final HistoryStore.PostgreSql store;
    private final Connection writer;

    PostgreSqlDatabase(HistoryStore.PostgreSql store) throws SQLException {
        this.store = store;
        this.writer = connect();
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", store.user());
        settings.setProperty("password", store.password());
        settings.setProperty("reWriteBatchedInserts", "true");
        settings.setProperty("ApplicationName", "millwright-history");
        return DriverManager.getConnection(store.url(), settings);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public Connection reader() throws SQLException {
        return connect();
    }

    @Override
    public Connection writer() {
        return writer;
    }

    @Override
    public void insert(List<Sample> samples, List<Occurrence> events) throws SQLException {
        try (PreparedStatement rows = writer.prepareStatement(SAMPLE)) {
            for (Sample sample : samples) {
                rows.setString(1, sample.machine());
                rows.setString(2, sample.signal());
                rows.setObject(3, Times.stored(sample.time()));
                rows.setDouble(4, sample.value());
                rows.setShort(5, QualityCode.of(sample.quality()));
                rows.addBatch();
            }
            rows.executeBatch();
        }
        try (PreparedStatement rows = writer.prepareStatement(EVENT)) {
            for (Occurrence event : events) {
                rows.setLong(1, event.offset());
                rows.setString(2, event.type());
                rows.setObject(3, Times.stored(event.time()));
                rows.setString(4, event.subject());
                rows.setString(5, event.json());
                rows.addBatch();
            }
            rows.executeBatch();
        }
    }

    /** Rows stream into a DuckDB file beside the target, which writes Parquet and CSV the same way for both databases. */
    @Override
    public void export(Bound query, Path file, ExportFormat format) throws SQLException {
        try (Passage passage = new Passage(file.resolveSibling(file.getFileName() + ".passage"));
                Connection connection = connect();
                Connection duck = DriverManager.getConnection(
                        "jdbc:duckdb:" + passage.file().toAbsolutePath())) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = query.prepare(connection)) {
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    copy(rows, duck);
                }
            }
            try (Statement write = duck.createStatement()) {
                write.execute("COPY passage TO '" + DuckDbDatabase.quoted(file) + "' (" + format.options() + ")");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is gone when its work is done. */
    private record Passage(Path file) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(ResultSet rows, Connection duck) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        StringBuilder table = new StringBuilder("CREATE TABLE passage (");
        for (int c = 1; c <= columns; c++) {
            table.append(c == 1 ? "" : ", ")
                    .append(rows.getMetaData().getColumnLabel(c))
                    .append(' ');
            table.append(duckType(rows.getMetaData().getColumnTypeName(c)));
        }
        try (Statement create = duck.createStatement()) {
            create.execute(table.append(')').toString());
        }
        duck.setAutoCommit(false);
        String insert = "INSERT INTO passage VALUES (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        try (PreparedStatement into = duck.prepareStatement(insert)) {
            for (int n = 1; rows.next(); n++) {
                for (int c = 1; c <= columns; c++) {
                    into.setObject(c, rows.getObject(c));
                }
                into.addBatch();
                if (n % FETCH == 0) {
                    into.executeBatch();
                }
            }
            into.executeBatch();
        }
        duck.commit();
        duck.setAutoCommit(true);
    }

    private static String duckType(String name) {
        return switch (name) {
            case "int8" -> "BIGINT";
            case "int2", "int4" -> "INTEGER";
            case "float8" -> "DOUBLE";
            case "timestamp" -> "TIMESTAMP";
            default -> "VARCHAR";
        };
    }

    @Override
    public void tidy() {
        // Autovacuum does.
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
