package dev.millwright.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A statement with its values. */
record Bound(String sql, List<Object> values) {

    static Bound of(String sql, Object... values) {
        return new Bound(sql, List.of(values));
    }

    static Bound of(String sql, SeriesQuery query) {
        return of(sql, query.machine(), query.signal(), query.from(), query.to());
    }

    static Bound of(EventQuery query, String columns, int limit) {
        List<Object> values = new ArrayList<>();
        if (query.subject() != null) {
            values.add(query.subject());
            values.add(query.subject() + "/");
        }
        values.addAll(query.types());
        if (query.from() != null) {
            values.add(query.from());
        }
        if (query.to() != null) {
            values.add(query.to());
        }
        if (query.words() != null) {
            values.add(query.words());
        }
        if (query.before() != null) {
            values.add(query.before());
        }
        values.add(limit);
        return new Bound(Sql.events(query, columns), values);
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant time ? Times.stored(time) : value);
        }
        return statement;
    }
}
