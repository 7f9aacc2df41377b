package dev.millwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Engines that really ran to failure (NASA C-MAPSS) wear on the twin's cells until maintenance is booked. */
@EnabledIfEnvironmentVariable(
        named = "MILLWRIGHT_DATA",
        matches = ".+",
        disabledReason = "MILLWRIGHT_DATA names no folder with cmapss in it: the C-MAPSS replay is skipped")
class ReplayIT {

    private static final int SPEED = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path dir;

    @Test
    void recordedWearBooksMaintenance() throws Exception {
        String data = Path.of(System.getenv("MILLWRIGHT_DATA"), "cmapss").toString();
        try (var server = ServerProcess.start(dir, "engine-cells", SPEED, "--replay", data)) {
            server.awaitReady(System.nanoTime());
            var shop = new Shop(server);
            var all = Listener.on(server, "all");
            var worn = all.event(
                    PATIENCE,
                    "health-assessed",
                    event -> event.path("data").path("health").asDouble() < 0.95);
            assertThat(worn.path("reason").asText()).containsPattern("s\\d\\d");
            var wish = all.event(PATIENCE, "maintenance-requested", event -> true);
            assertThat(shop.story(wish)).endsWith("readings-taken");
            String id = wish.path("data").path("wish").path("id").asText();
            var adopted = all.event(PATIENCE, "plan-adopted", event -> event.path("data")
                    .path("plan")
                    .path("maintenance")
                    .toString()
                    .contains('"' + id + '"'));
            assertThat(shop.story(adopted)).contains("maintenance-requested");
        }
    }
}
