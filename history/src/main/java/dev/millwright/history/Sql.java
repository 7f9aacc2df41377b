package dev.millwright.history;

import java.time.Duration;
import java.util.Collections;

/** Every statement that both databases understand. */
final class Sql {

    static final String LAST_OFFSET = "SELECT last_offset FROM progress";
    static final String FIRST_OFFSET = "INSERT INTO progress VALUES (0)";
    static final String MOVE_OFFSET = "UPDATE progress SET last_offset = ?";

    static final String DELETE_SAMPLES = "DELETE FROM series WHERE time < ?";
    static final String DELETE_EVENTS = "DELETE FROM events WHERE time < ?";

    static final String RAW = "SELECT time, value, quality FROM series "
            + "WHERE machine = ? AND signal = ? AND time >= ? AND time < ? ORDER BY time LIMIT ?";

    static final String SIGNALS = "SELECT DISTINCT signal FROM series WHERE machine = ? ORDER BY signal";

    private static final String USABLE = " FILTER (WHERE quality < 2)";

    private Sql() {}

    static String downsampled(Dialect dialect, Duration width) {
        return "SELECT " + dialect.bucket(width) + " AS start, count(*)" + USABLE
                + ", count(*) FILTER (WHERE quality >= 2), min(value)" + USABLE + ", max(value)" + USABLE
                + ", avg(value)" + USABLE + ", " + dialect.last()
                + " FROM series WHERE machine = ? AND signal = ? AND time >= ? AND time < ? GROUP BY 1 ORDER BY 1";
    }

    /** Events by whatever the query narrows; binds in the order subject, subject below, types, from, to, words, before. */
    static String events(EventQuery query, String columns) {
        StringBuilder sql = new StringBuilder("SELECT ").append(columns).append(" FROM events WHERE 1 = 1");
        if (query.subject() != null) {
            sql.append(" AND (subject = ? OR starts_with(subject, ?))");
        }
        if (!query.types().isEmpty()) {
            sql.append(" AND type IN (")
                    .append(String.join(", ", Collections.nCopies(query.types().size(), "?")))
                    .append(')');
        }
        if (query.from() != null) {
            sql.append(" AND time >= ?");
        }
        if (query.to() != null) {
            sql.append(" AND time < ?");
        }
        if (query.words() != null) {
            sql.append(" AND strpos(json, ?) > 0");
        }
        if (query.before() != null) {
            sql.append(" AND journal_offset < ?");
        }
        return sql.append(" ORDER BY journal_offset DESC LIMIT ?").toString();
    }
}
