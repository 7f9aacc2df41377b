package dev.millwright.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same contract on a real PostgreSQL server; skipped where none is installed. */
class PostgreSqlHistoryTest extends HistoryContract {

    private static @Nullable PostgreSqlCluster cluster;
    private static int databases;

    private @Nullable HistoryStore store;

    @BeforeAll
    static void startServer() throws Exception {
        Path bin = PostgreSqlCluster.installed();
        Assumptions.assumeTrue(bin != null, "No PostgreSQL server under /usr/lib/postgresql");
        cluster = PostgreSqlCluster.start(requireNonNull(bin));
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (cluster != null) {
            cluster.stop();
        }
    }

    @Override
    HistoryStore store() throws Exception {
        if (store == null) {
            PostgreSqlCluster server = requireNonNull(cluster);
            String name = "history_" + databases++;
            try (Connection connection = DriverManager.getConnection(server.url("postgres"), "millwright", "");
                    Statement create = connection.createStatement()) {
                create.execute("CREATE DATABASE " + name);
            }
            store = new HistoryStore.PostgreSql(server.url(name), "millwright", "secret");
        }
        return requireNonNull(store);
    }

    @Test
    void anAbsentServerIsSaidWithoutThePassword() {
        assertThatThrownBy(() ->
                        History.open(new HistoryStore.PostgreSql("jdbc:postgresql://127.0.0.1:1/x", "me", "secret")))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("127.0.0.1:1")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
