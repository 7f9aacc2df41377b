package dev.millwright.history;

import java.time.Duration;
import java.util.List;

/** The few places where the two databases speak differently. */
enum Dialect {
    DUCKDB {
        @Override
        List<String> schema() {
            return List.of(
                    SERIES.formatted(""),
                    EVENTS.formatted(""),
                    PROGRESS,
                    "CREATE TEMP TABLE IF NOT EXISTS incoming "
                            + "(n BIGINT, machine VARCHAR, signal VARCHAR, time TIMESTAMP, value DOUBLE, quality SMALLINT)");
        }

        @Override
        String bucket(Duration width) {
            return "time_bucket(INTERVAL '" + width.toMillis() + " milliseconds', time, TIMESTAMP '2000-01-03')";
        }

        @Override
        String last() {
            return "arg_max(value, time) FILTER (WHERE quality < 2)";
        }
    },

    POSTGRESQL {
        @Override
        List<String> schema() {
            return List.of(
                    SERIES.formatted(", PRIMARY KEY (machine, signal, time)"),
                    EVENTS.formatted(", PRIMARY KEY (journal_offset)"),
                    "CREATE INDEX IF NOT EXISTS series_by_time ON series USING brin (time)",
                    "CREATE INDEX IF NOT EXISTS events_by_time ON events (time)",
                    PROGRESS);
        }

        @Override
        String bucket(Duration width) {
            return "date_bin(INTERVAL '" + width.toMillis() + " milliseconds', time, TIMESTAMP '2000-01-03')";
        }

        @Override
        String last() {
            return "(array_agg(value ORDER BY time DESC) FILTER (WHERE quality < 2))[1]";
        }
    };

    /** Times are UTC, without a zone, in microseconds. */
    private static final String SERIES = "CREATE TABLE IF NOT EXISTS series (machine VARCHAR NOT NULL, "
            + "signal VARCHAR NOT NULL, time TIMESTAMP NOT NULL, value DOUBLE PRECISION NOT NULL, "
            + "quality SMALLINT NOT NULL%s)";

    private static final String EVENTS = "CREATE TABLE IF NOT EXISTS events (journal_offset BIGINT NOT NULL, "
            + "type VARCHAR NOT NULL, time TIMESTAMP NOT NULL, subject VARCHAR NOT NULL, json VARCHAR NOT NULL%s)";

    private static final String PROGRESS = "CREATE TABLE IF NOT EXISTS progress (last_offset BIGINT NOT NULL)";

    abstract List<String> schema();

    /** The start of a sample's bucket; weeks begin on Monday. */
    abstract String bucket(Duration width);

    /** The latest usable value of a bucket. */
    abstract String last();
}
