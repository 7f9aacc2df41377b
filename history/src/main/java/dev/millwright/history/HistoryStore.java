package dev.millwright.history;

import java.nio.file.Path;

/** Where history lives. */
public sealed interface HistoryStore {

    /** One embedded file, the default. */
    record DuckDb(Path file, int memoryMegabytes) implements HistoryStore {

        private static final int USUAL_MEMORY = 96;
        private static final int LEAST_MEMORY = 32;

        public DuckDb {
            if (memoryMegabytes < LEAST_MEMORY) {
                throw new IllegalArgumentException("History %s was given %d MB of memory.\nGive it %d MB or more."
                        .formatted(file, memoryMegabytes, LEAST_MEMORY));
            }
        }

        public static DuckDb at(Path file) {
            return new DuckDb(file, USUAL_MEMORY);
        }
    }

    /** A PostgreSQL server (TimescaleDB is one too), reached by its JDBC address. */
    record PostgreSql(String url, String user, String password) implements HistoryStore {

        public PostgreSql {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "'%s' is no PostgreSQL address.\nWrite jdbc:postgresql://host:5432/database.".formatted(url));
            }
        }

        @Override
        public String toString() {
            return "PostgreSql[" + url + ", user " + user + "]";
        }
    }
}
