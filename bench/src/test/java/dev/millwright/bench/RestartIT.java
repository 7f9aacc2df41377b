package dev.millwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power fails in the middle of the work: nothing that was told is forgotten, and the plant goes on. */
class RestartIT {

    private static final String LINE = "works/hall/line/";
    private static final String BROKEN = LINE + "M003";
    private static final int SPEED = 240;

    @TempDir
    Path dir;

    @Test
    void afterAPowerCutEverythingIsThereAndWorkGoesOn() throws Exception {
        var plant = Path.of(getClass().getResource("/three-machines.yaml").toURI());
        final long told;
        final JsonNode plan;
        final JsonNode alarm;
        var counted = new HashMap<String, Integer>();
        var server = ServerProcess.start(dir, plant.toString(), SPEED);
        try {
            server.awaitReady(System.nanoTime());
            var shop = new Shop(server);
            var all = Listener.on(server, "all");
            shop.post("/orders", Map.of("id", "Late_1", "product", "bracket", "quantity", 8, "priority", 9));
            all.event("operation-completed", event -> true);
            assertThat(shop.command(BROKEN, "ABORT").statusCode()).isEqualTo(202);
            all.event("plan-adopted", event -> event.path("reason").asText().contains("M003 failed"));
            alarm = all.view("alarms", view -> view.path("machine").asText().equals(BROKEN));
            shop.post(
                    "/alarms/" + alarm.path("id").asText() + "/acknowledge",
                    Map.of("by", "anna", "comment", "crew is on its way"));
            all.view(
                    "machines",
                    machine -> machine.path("id").asText().equals(LINE + "M001")
                            && machine.path("state").asText().equals("EXECUTE")
                            && machine.path("counters").path("good").asInt() > 0);
            for (var machine : shop.get("/machines").path("items")) {
                counted.put(
                        machine.path("id").asText(),
                        machine.path("counters").path("good").asInt());
            }
            told = shop.get("/clock").path("offset").asLong();
            plan = shop.get("/schedule");
        } finally {
            server.kill();
        }
        assertThat(counted.values()).anySatisfy(good -> assertThat(good).isPositive());

        try (var again = ServerProcess.start(dir, plant.toString(), SPEED)) {
            again.awaitReady(System.nanoTime());
            var shop = new Shop(again);
            var all = Listener.on(again, "all");
            assertThat(shop.get("/clock").path("offset").asLong()).isGreaterThanOrEqualTo(told);
            assertThat(shop.get("/orders").path("total").asInt()).isEqualTo(5);
            assertThat(shop.get("/orders/Late_1").path("priority").asInt()).isEqualTo(9);
            counted.forEach((machine, good) -> assertThat(good(shop, machine))
                    .as("parts counted on %s", machine)
                    .isGreaterThanOrEqualTo(good));
            assertThat(shop.get("/alarms").path("items")).anySatisfy(remembered -> {
                assertThat(remembered.path("id")).isEqualTo(alarm.path("id"));
                assertThat(remembered.path("acknowledgedBy").asText()).isEqualTo("anna");
                assertThat(remembered.path("comment").asText()).isEqualTo("crew is on its way");
            });
            var adopted = shop.events("plan-adopted", "works");
            assertThat(adopted.stream()
                            .map(event -> event.path("data").path("plan").path("id")))
                    .as("the plan in force before the power cut")
                    .contains(plan.path("id"));
            assertThat(shop.get("/schedule").path("operations")).isNotEmpty();
            for (int i = 1; i < adopted.size(); i++) {
                assertThat(adopted.get(i).path("offset").asLong())
                        .isGreaterThan(adopted.get(i - 1).path("offset").asLong());
            }
            var completed = all.event(
                    "operation-completed", event -> event.path("offset").asLong() > told);
            String operation = completed.path("data").path("operation").asText();
            var lot = shop.get("/lots/" + completed.path("data").path("lot").asText());
            assertThat(lot.path("operations")).anySatisfy(step -> {
                assertThat(step.path("id").asText()).isEqualTo(operation);
                assertThat(step.path("status").asText()).isEqualTo("DONE");
                assertThat(step.path("good").asInt() + step.path("scrap").asInt())
                        .as("no part is made twice or forgotten")
                        .isEqualTo(step.path("quantity").asInt());
            });
        }
    }

    private static int good(Shop shop, String machine) {
        try {
            return shop.machine(machine).path("counters").path("good").asInt();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for " + machine, e);
        }
    }
}
