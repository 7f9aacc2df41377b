package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.gateway.plans.DraftDesk;
import dev.millwright.plant.PlantFixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan in force in every form it can be taken away in. */
@QuarkusTest
class ExportRoutesTest {

    private static final String EXPORT = "/api/v1/schedule/export";

    @Inject
    ModelFloor floor;

    @Inject
    DraftDesk desk;

    @BeforeEach
    void oneOrderIsPlanned() {
        for (String id : List.copyOf(floor.state().orders().keySet())) {
            if (!Objects.requireNonNull(floor.state().orders().get(id)).status().isFinal()) {
                floor.cancelOrder(id, "test");
            }
        }
        floor.moveClock(ModelFloor.START);
        String id = "X-" + (floor.state().offset() + 1);
        floor.tell(floor.state().plant().site(), PlantFixtures.orderAdded(id, 10));
        floor.replan("test");
    }

    @Test
    void aSpreadsheetGetsARowAnOperation() {
        var answer = given().queryParam("format", "csv").get(EXPORT).then();
        answer.statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", startsWith("attachment; filename=\"schedule-P-"));
        assertThat(answer.extract().asString().lines())
                .hasSize(5)
                .first()
                .asString()
                .startsWith("kind,job,operation");
    }

    @Test
    void aCalendarGetsAnEventAnOperation() {
        String calendar = given().accept("text/calendar")
                .get(EXPORT)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(calendar).startsWith("BEGIN:VCALENDAR").contains("DTSTAMP:20261122T080000Z");
        assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(5);
    }

    @Test
    void anotherSystemGetsJsonAndAWallAPicture() {
        given().get(EXPORT)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("operations", hasSize(4));
        given().queryParam("format", "svg").get(EXPORT).then().statusCode(200).contentType(startsWith("image/svg+xml"));
        given().queryParam("format", "tiff").get(EXPORT).then().statusCode(400).body("detail", containsString("ICS"));
    }

    @Test
    void aDraftIsTakenAwayTheSameWay() {
        given().get("/api/v1/plans/D-404/export").then().statusCode(404);
        String id = given().contentType("application/json")
                .body(
                        "{\"seconds\": 600, \"orders\": [{\"id\": \"X-0\", \"product\": \"bracket\", \"quantity\": 500}]}")
                .post("/api/v1/plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        desk.end(id);
        var draft = given().queryParam("format", "csv")
                .get("/api/v1/plans/" + id + "/export")
                .then();
        // Stopped before or after its first plan: both are answered, never with half a file.
        assertThat(draft.extract().statusCode()).isIn(200, 409);
        desk.end(id);
    }
}
