package dev.millwright.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoorTest {

    @Inject
    ModelFloor floor;

    @Test
    void theServerIsReadyOnlyWhenEverythingBehindItIs() {
        given().get("/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/health/ready").then().statusCode(200);
        floor.connectBroker(false);
        try {
            given().get("/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks[0].data.broker", equalTo("not ready: no connection"));
        } finally {
            floor.connectBroker(true);
        }
        given().get("/health").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void whatHappensIsCounted() {
        floor.tell(
                PlantFixtures.PRESS_1,
                new Fact.ReadingsTaken(List.of(
                        Reading.good("temperature", 60, ModelFloor.START),
                        Reading.good("vibration", 2, ModelFloor.START))));
        given().get("/metrics")
                .then()
                .statusCode(200)
                .body(containsString("millwright_events_total{type=\"readings-taken\"}"))
                .body(containsString("millwright_readings_total"))
                .body(containsString("millwright_socket_clients"))
                .body(containsString("millwright_plan_reaction_milliseconds"))
                .body(containsString("millwright_model_inspections_total{kind=\"model\"}"))
                .body(containsString("millwright_model_queue"))
                .body(containsString("millwright_offset"));
    }

    @Test
    void pagesMayLoadFromHereAlone() {
        given().get("/api/v1/clock")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("script-src 'self' 'wasm-unsafe-eval';"));
        given().header("Origin", "https://elsewhere.example")
                .get("/api/v1/clock")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aPathInsideTheScreenLeadsToItsPage() {
        given().accept("text/html")
                .get("/machines/hall/area/line-1/cell/press-1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body(containsString("<title>Screen</title>"));
        given().accept("text/html").get("/").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/assets/app-1a2b3c.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"));
        given().get("/assets/gone.js").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html").get("/api/v1/nonsense").then().statusCode(404);
    }

    @Test
    void answersAreCompressedForWhoWantsIt() {
        given().header("Accept-Encoding", "gzip")
                .get("/api/v1/plant")
                .then()
                .header("Content-Encoding", "gzip")
                .body("name", equalTo("cell"));
    }

    @Test
    void theDocumentationIsThere() {
        given().get("/docs/").then().statusCode(200).body(containsString("swagger"));
        assertThat(given().accept("application/yaml").get("/openapi").asString())
                .contains("openapi: 3.1");
    }
}
