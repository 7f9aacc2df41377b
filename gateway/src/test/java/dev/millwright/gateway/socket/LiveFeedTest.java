package dev.millwright.gateway.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The live feed over real connections. */
@QuarkusTest
class LiveFeedTest {

    @TestHTTPResource("/ws")
    URI ws;

    @Inject
    Vertx vertx;

    @Inject
    ModelFloor floor;

    @Test
    void aClientSeesThePlantAndThenItsChanges() throws Exception {
        try (var client = connect("")) {
            var snapshot = client.await(LiveFeedTest::isSnapshot);
            assertThat(snapshot.get("machines")).hasSize(3);
            assertThat(snapshot.get("machines").get(0).has("prognosis")).isTrue();

            floor.tell(PlantFixtures.DRILL, new Fact.MachineStateChanged(PackMlState.HELD, "seen live"));
            var delta = client.await(message -> says(message, "seen live"));
            assertThat(delta.get("machines").get(0).get("id").asText()).isEqualTo(PlantFixtures.DRILL.path());
            assertThat(delta.get("events").get(0).get("specversion").asText()).isEqualTo("1.0");
        }
    }

    @Test
    void aPingIsAnswered() throws Exception {
        try (var client = connect("")) {
            client.say("{\"type\": \"ping\", \"id\": \"p1\"}");
            var pong = client.await(message -> message.get("type").asText().equals("pong"));
            assertThat(pong.get("id").asText()).isEqualTo("p1");
            assertThat(pong.get("wallTime").asText()).contains("T");
        }
    }

    @Test
    void aBrokenConnectionGoesOnWhereItBroke() throws Exception {
        long seq;
        try (var client = connect("")) {
            seq = client.await(LiveFeedTest::isSnapshot).get("seq").asLong();
        }
        floor.tell(PlantFixtures.DRILL, new Fact.MachineStateChanged(PackMlState.EXECUTE, "while away"));
        try (var client = connect("?since=" + seq)) {
            var first = client.await(message -> true);
            assertThat(first.get("type").asText()).isEqualTo("delta");
            assertThat(says(first, "while away")).isTrue();
        }
    }

    @Test
    void twoClientsHearWhatEachOfThemAskedFor() throws Exception {
        try (var press = connect("");
                var drill = connect("")) {
            press.say("{\"type\": \"subscribe\", \"topics\": [\"equipment:" + PlantFixtures.PRESS_1 + "\"]}");
            drill.say("{\"type\": \"subscribe\", \"topics\": [\"equipment:" + PlantFixtures.DRILL + "\"]}");
            press.await(
                    message -> isSnapshot(message) && message.get("machines").size() == 1);
            drill.await(
                    message -> isSnapshot(message) && message.get("machines").size() == 1);

            floor.tell(PlantFixtures.PRESS_1, new Fact.MachineStateChanged(PackMlState.HELD, "press only"));
            floor.tell(PlantFixtures.DRILL, new Fact.MachineStateChanged(PackMlState.HELD, "drill only"));
            assertThat(says(press.await(LiveFeedTest::hasMachines), "drill only"))
                    .isFalse();
            assertThat(says(drill.await(LiveFeedTest::hasMachines), "press only"))
                    .isFalse();
        }
    }

    @Test
    void aClientThatStopsReadingIsBehindButNeverInTheWay() throws Exception {
        String ballast = "x".repeat(50_000);
        try (var slow = connect("");
                var fast = connect("")) {
            slow.await(LiveFeedTest::isSnapshot);
            fast.await(LiveFeedTest::isSnapshot);
            slow.pause();
            int told = 0;
            for (int round = 0; round < 30; round++) {
                for (int i = 0; i < 10; i++) {
                    floor.tell(
                            PlantFixtures.PRESS_2,
                            new Fact.MachineStateChanged(PackMlState.EXECUTE, "round " + round + "." + i),
                            ballast);
                }
                told += deltasUntil(fast, "round " + round + ".9");
            }
            slow.resume();
            // How many deltas a round takes is the machine's business; a client that slept hears fewer.
            assertThat(deltasUntil(slow, "round 29.9")).isLessThan(told);
        }
    }

    @Test
    void pagesFromElsewhereMayNotListen() {
        assertThat(LiveClient.refusal(vertx, ws, "https://elsewhere.example")).isEqualTo(403);
        assertThat(LiveClient.refusal(vertx, ws, "not an origin")).isEqualTo(403);
        assertThat(LiveClient.refusal(vertx, ws, "http://localhost:5173")).isEqualTo(101);
        given().get("/ws").then().statusCode(400).contentType("application/problem+json");
    }

    private static int deltasUntil(LiveClient client, String cause) throws Exception {
        int deltas = 0;
        JsonNode message;
        do {
            message = client.await(any -> any.get("type").asText().equals("delta"));
            deltas++;
        } while (!says(message, cause));
        return deltas;
    }

    private LiveClient connect(String query) {
        return LiveClient.connect(vertx, ws, query, null);
    }

    private static boolean isSnapshot(JsonNode message) {
        return message.get("type").asText().equals("snapshot");
    }

    private static boolean hasMachines(JsonNode message) {
        return message.get("type").asText().equals("delta") && message.has("machines");
    }

    private static boolean says(JsonNode message, String cause) {
        return message.has("machines")
                && message.get("machines").findValuesAsText("cause").contains(cause);
    }
}
