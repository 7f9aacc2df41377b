package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.LateLot;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pins, quality holds, and what the plan's view says of lateness, closed time and pins. */
@QuarkusTest
class PlannerRoutesTest {

    private static final Instant NOW = ModelFloor.START;

    @Inject
    ModelFloor floor;

    @BeforeEach
    void oneOrder() {
        for (String id : List.copyOf(floor.state().orders().keySet())) {
            if (!Objects.requireNonNull(floor.state().orders().get(id)).status().isFinal()) {
                floor.cancelOrder(id, "test");
            }
        }
        floor.moveClock(NOW);
    }

    @Test
    void aPinIsTriedBeforeItIsTold() {
        add("P-1");
        put("/api/v1/operations/P-1.1:10/pin", "{\"machine\": \"" + PlantFixtures.PRESS_2 + "\", \"dryRun\": true}")
                .statusCode(200)
                .body("operations.find { it.operation == 'P-1.1:10' }.machine", equalTo(PlantFixtures.PRESS_2.path()))
                .body("operations.find { it.operation == 'P-1.1:10' }.pinned.machine", notNullValue())
                .body("trigger", equalTo("P-1.1:10 is pinned"));
        assertThat(pinOf("P-1.1", "P-1.1:10")).isNull();

        String later = NOW.plusSeconds(3600).toString();
        put("/api/v1/operations/P-1.1:10/pin", "{\"start\": \"" + later + "\", \"dryRun\": true}")
                .statusCode(200)
                .body("operations.find { it.operation == 'P-1.1:10' }.start", equalTo(later))
                .body("operations.find { it.operation == 'P-1.1:10' }.pinned.start", equalTo(later));
    }

    @Test
    void aPinHoldsUntilItIsTakenBack() {
        add("P-2");
        put("/api/v1/operations/P-2.1:10/pin", "{\"machine\": \"" + PlantFixtures.PRESS_2 + "\"}")
                .statusCode(202)
                .body("event.type", equalTo("dev.millwright.operation-pinned.v1"));
        assertThat(pinOf("P-2.1", "P-2.1:10")).isNotNull();
        given().delete("/api/v1/operations/P-2.1:10/pin").then().statusCode(202);
        given().delete("/api/v1/operations/P-2.1:10/pin")
                .then()
                .statusCode(409)
                .body("detail", containsString("not pinned"));
    }

    @Test
    void aPinThatCannotBeKeptIsRefusedInWords() {
        add("P-3");
        put("/api/v1/operations/P-3.1:10/pin", "{\"machine\": \"" + PlantFixtures.DRILL + "\"}")
                .statusCode(409)
                .body("detail", containsString("lacks the capability 'press'"))
                .body("cure", containsString("press-1"));
        // Pressing five parts takes 50 s at least, so drilling cannot begin at once.
        put("/api/v1/operations/P-3.1:20/pin", "{\"start\": \"" + NOW.plusSeconds(5) + "\", \"dryRun\": true}")
                .statusCode(409)
                .body("detail", containsString("without the pin it would start at"))
                .body("cure", containsString("later start"));
        put("/api/v1/operations/P-3.1:10/pin", "{\"start\": \"" + NOW.minusSeconds(60) + "\"}")
                .statusCode(400)
                .body("detail", containsString("has passed"));
        put("/api/v1/operations/P-3.1:10/pin", "{}").statusCode(400);
        put("/api/v1/operations/P-3.9:10/pin", "{\"start\": \"" + NOW + "\"}").statusCode(404);
        put("/api/v1/operations/P-3.1:10/pin", "{\"machine\": \"hall/nowhere\"}")
                .statusCode(404);
        floor.tell(PlantFixtures.PRESS_1, new Fact.OperationStarted("P-3.1", "P-3.1:10"));
        put("/api/v1/operations/P-3.1:10/pin", "{\"machine\": \"" + PlantFixtures.PRESS_1 + "\"}")
                .statusCode(409)
                .body("detail", containsString("is RUNNING"));
    }

    @Test
    void aPinDoesNotPushAnotherOut() {
        add("P-7");
        add("P-8");
        var at = NOW.plusSeconds(3600);
        var body = "{\"machine\": \"" + PlantFixtures.PRESS_1 + "\", \"start\": \"" + at + "\"}";
        put("/api/v1/operations/P-8.1:10/pin", body).statusCode(202);
        put("/api/v1/operations/P-7.1:10/pin", body)
                .statusCode(409)
                .body("detail", containsString("P-7.1:10 cannot start on press-1 at"));
        assertThat(pinOf("P-7.1", "P-7.1:10")).isNull();
        put(
                        "/api/v1/operations/P-7.1:10/pin",
                        body.replace(at.toString(), at.plusSeconds(900).toString()))
                .statusCode(202);
    }

    @Test
    void aHeldLotIsLeftOutUntilItIsReleased() {
        add("P-4");
        add("P-5");
        put("/api/v1/lots/P-4.1/hold", "{\"reason\": \"burrs\"}")
                .statusCode(202)
                .body("event.type", equalTo("dev.millwright.lot-held.v1"))
                .body("event.reason", equalTo("burrs"));
        given().get("/api/v1/lots/P-4.1").then().body("hold", equalTo("burrs"));
        put("/api/v1/operations/P-5.1:10/pin", "{\"machine\": \"" + PlantFixtures.PRESS_2 + "\", \"dryRun\": true}")
                .statusCode(200)
                .body("operations.lot", allOf(hasItem("P-5.1"), not(hasItem("P-4.1"))));
        put("/api/v1/operations/P-4.1:10/pin", "{\"machine\": \"" + PlantFixtures.PRESS_2 + "\"}")
                .statusCode(409)
                .body("cure", equalTo("Release the lot first."));
        given().delete("/api/v1/lots/P-4.1/hold").then().statusCode(202);
        given().get("/api/v1/lots/P-4.1").then().body("hold", nullValue());
        given().delete("/api/v1/lots/P-4.1/hold").then().statusCode(409);
        put("/api/v1/lots/P-4.1/hold", "{}").statusCode(400);
        put("/api/v1/lots/P-99.1/hold", "{\"reason\": \"burrs\"}").statusCode(404);
    }

    @Test
    void thePlanShowsWhatIsLateWhatIsClosedAndWhatIsPinned() {
        add("P-6");
        floor.tell(PlantFixtures.PRESS_1, new Fact.MachineStateChanged(PackMlState.ABORTED, "jam"));
        var due = NOW.plusSeconds(600);
        var start = NOW.plusSeconds(9 * 3600);
        var end = start.plusSeconds(3 * 3600);
        var operation = new PlannedOperation("P-6.1:10", "P-6.1", PlantFixtures.PRESS_2, start, end, 60);
        var late = new LateLot("P-6", "P-6.1", due, end, "press-1 is down until 08:30");
        var plan = new Plan("P-6", NOW, "repair", List.of(operation), List.of(), 12 * 3600, 1, 1, 1, List.of(late));
        floor.tell(floor.state().plant().site(), new Fact.PlanAdopted(plan, List.of(), 1));
        given().get("/api/v1/schedule")
                .then()
                .statusCode(200)
                .body("late[0].lot", equalTo("P-6.1"))
                .body("late[0].lateSeconds", equalTo(12 * 3600 - 600))
                .body("late[0].cause", equalTo("press-1 is down until 08:30"))
                .body("operations[0].setupSeconds", equalTo(60))
                .body("operations[0].pinned", nullValue())
                .body("closed.findAll { it.kind == 'down' }.machine", equalTo(List.of(PlantFixtures.PRESS_1.path())))
                .body("closed.findAll { it.kind == 'off-shift' }.from", hasItem("2026-11-22T18:00:00Z"))
                .body("closed.findAll { it.kind == 'off-shift' }.to", hasItem(end.toString()))
                .body("closed.findAll { it.kind == 'break' }.from", hasItem("2026-11-22T11:45:00Z"));
        floor.tell(PlantFixtures.PRESS_1, new Fact.MachineStateChanged(PackMlState.IDLE, null));
    }

    private @org.jspecify.annotations.Nullable Object pinOf(String lot, String operation) {
        return Objects.requireNonNull(floor.state().lots().get(lot))
                .operation(operation)
                .orElseThrow()
                .pin();
    }

    private void add(String id) {
        floor.tell(floor.state().plant().site(), PlantFixtures.orderAdded(id, 5));
    }

    private static ValidatableResponse put(String path, String json) {
        return given().contentType("application/json").body(json).put(path).then();
    }
}
