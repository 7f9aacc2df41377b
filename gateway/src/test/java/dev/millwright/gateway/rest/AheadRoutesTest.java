package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.LateLot;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next task of a machine and the progress of an order, on a plan written by hand. */
@QuarkusTest
class AheadRoutesTest {

    private static final Instant NOW = ModelFloor.START;
    private static final String PRESS = "/api/v1/machines/" + PlantFixtures.PRESS_1 + "/next";
    private static final String DRILL = "/api/v1/machines/" + PlantFixtures.DRILL + "/next";

    @Inject
    ModelFloor floor;

    @BeforeEach
    void oneOrderOfTwoLotsIsPlanned() {
        for (String id : List.copyOf(floor.state().orders().keySet())) {
            if (!Objects.requireNonNull(floor.state().orders().get(id)).status().isFinal()) {
                floor.cancelOrder(id, "test");
            }
        }
        floor.moveClock(NOW);
    }

    @Test
    void aMachineIsToldItsNextTaskAndWhatItWaitsFor() {
        plan("N-1");
        given().get(PRESS)
                .then()
                .statusCode(200)
                .body("now", nullValue())
                .body("next.operation", equalTo("N-1.1:10"))
                .body("next.product", equalTo("bracket"))
                .body("next.waitsFor", nullValue())
                .body("after", hasSize(1));
        given().get(DRILL)
                .then()
                .body("next.operation", equalTo("N-1.1:20"))
                .body("next.readyAt", equalTo(NOW.plusSeconds(100).toString()))
                .body("next.waitsFor", equalTo("N-1.1:10 is waiting"));

        floor.tell(PlantFixtures.PRESS_1, new Fact.OperationStarted("N-1.1", "N-1.1:10"));
        given().get(PRESS)
                .then()
                .body("now", equalTo("N-1.1:10"))
                .body("next.operation", equalTo("N-1.2:10"))
                .body("next.waitsFor", equalTo("press-1 runs N-1.1:10"));
        given().get(DRILL).then().body("next.waitsFor", equalTo("N-1.1:10 is running on press-1"));

        floor.tell(PlantFixtures.PRESS_1, new Fact.OperationCompleted("N-1.1", "N-1.1:10", 5, 0, 0));
        given().get(DRILL).then().body("next.waitsFor", nullValue());
        floor.hold("N-1.1", "burrs", "test");
        given().get(DRILL)
                .then()
                .body("next.waitsFor", equalTo("its lot is on hold: burrs"))
                .body("next.readyAt", nullValue());
        given().get("/api/v1/machines/hall/nowhere/next").then().statusCode(404);
    }

    @Test
    void anOrderTellsHowFarItIsAndWhyItIsLate() {
        plan("N-2");
        floor.tell(PlantFixtures.PRESS_1, new Fact.OperationStarted("N-2.1", "N-2.1:10"));
        floor.tell(PlantFixtures.PRESS_1, new Fact.OperationCompleted("N-2.1", "N-2.1:10", 5, 0, 0));
        given().get("/api/v1/orders/N-2/progress")
                .then()
                .statusCode(200)
                .body("operations", equalTo(4))
                .body("done", equalTo(1))
                .body("percent", equalTo(25f))
                .body("expectedEnd", equalTo(NOW.plusSeconds(400).toString()))
                .body("due", equalTo(NOW.plusSeconds(300).toString()))
                .body("late", equalTo(true))
                .body("cause", containsString("drill"))
                .body("lots[0].percent", equalTo(50f))
                .body("lots[0].current", equalTo("N-2.1:20"))
                .body("lots[1].expectedEnd", equalTo(NOW.plusSeconds(400).toString()));
        given().get("/api/v1/orders/N-404/progress").then().statusCode(404);
    }

    private void plan(String order) {
        floor.tell(floor.state().plant().site(), PlantFixtures.orderAdded(order, 10));
        floor.changeOrder(order, 1, NOW.plusSeconds(300), "test");
        var operations = List.of(
                at(order + ".1", 10, PlantFixtures.PRESS_1, 0),
                at(order + ".2", 10, PlantFixtures.PRESS_1, 100),
                at(order + ".1", 20, PlantFixtures.DRILL, 200),
                at(order + ".2", 20, PlantFixtures.DRILL, 300));
        var late = new LateLot(
                order, order + ".2", NOW.plusSeconds(300), NOW.plusSeconds(400), "drill is busy with " + order + ".1");
        var plan = new Plan("P-" + order, NOW, "by hand", operations, List.of(), 400, 100, 1, 0, List.of(late));
        floor.tell(floor.state().plant().site(), new Fact.PlanAdopted(plan, List.of(), 1));
    }

    private static PlannedOperation at(String lot, int step, EquipmentId machine, int from) {
        return new PlannedOperation(
                lot + ":" + step, lot, machine, NOW.plusSeconds(from), NOW.plusSeconds(from + 100), 0);
    }
}
