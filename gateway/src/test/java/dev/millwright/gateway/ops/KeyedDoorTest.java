package dev.millwright.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.millwright.gateway.socket.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The door with a key in it, and room for one client. */
@QuarkusTest
@TestProfile(KeyedDoorTest.Keyed.class)
class KeyedDoorTest {

    private static final String ORDER = "{\"id\": \"O-1\", \"product\": \"bracket\", \"quantity\": 1}";

    @TestHTTPResource("/ws")
    URI ws;

    @Inject
    Vertx vertx;

    /** Settings of this door. */
    public static final class Keyed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "millwright.api-key", "sesame",
                    "millwright.door.max-clients", "1",
                    "quarkus.http.limits.max-body-size", "100K");
        }
    }

    @Test
    void onlyHoldersOfTheKeyChangeAnything() {
        given().contentType("application/json")
                .body(ORDER)
                .post("/api/v1/orders")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:millwright:problem:key-required"));
        given().header("Authorization", "Bearer guess")
                .contentType("application/json")
                .body(ORDER)
                .post("/api/v1/orders")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer sesame")
                .contentType("application/json")
                .body(ORDER)
                .post("/api/v1/orders")
                .then()
                .statusCode(201);
        given().get("/api/v1/orders/O-1").then().statusCode(200);
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        given().header("Authorization", "Bearer sesame")
                .contentType("application/json")
                .body("\"" + "x".repeat(200_000) + "\"")
                .post("/api/v1/orders")
                .then()
                .statusCode(413);
    }

    @Test
    void thereIsRoomForSoManyClientsOnly() throws Exception {
        try (var first = LiveClient.connect(vertx, ws, "", null)) {
            first.await(message -> message.get("type").asText().equals("snapshot"));
            assertThat(LiveClient.refusal(vertx, ws, null)).isEqualTo(503);
        }
    }
}
