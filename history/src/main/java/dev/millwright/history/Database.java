package dev.millwright.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database history can live in: how it takes rows, and how it is asked. */
interface Database extends AutoCloseable {

    Dialect dialect();

    /** A connection for reading, the caller's to close. */
    Connection reader() throws SQLException;

    /** The one connection that writes, outside of transactions. */
    Connection writer();

    /** Adds rows within the writer's transaction; samples already known by machine, signal and time are left out. */
    void insert(List<HistoryEntry.Sample> samples, List<HistoryEntry.Occurrence> events) throws SQLException;

    /** Writes the rows of a query to a file. */
    void export(Bound query, Path file, ExportFormat format) throws SQLException;

    /** Gives space of deleted rows back, as far as that is cheap. */
    void tidy() throws SQLException;

    @Override
    void close() throws SQLException;
}
