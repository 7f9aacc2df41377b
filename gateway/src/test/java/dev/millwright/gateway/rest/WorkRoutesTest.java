package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.AlarmSeverity;
import dev.millwright.plant.Lot;
import dev.millwright.plant.Order;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders, plans, maintenance, alarms and events, from request to event and back. */
@QuarkusTest
class WorkRoutesTest {

    @Inject
    ModelFloor floor;

    @Test
    void anOrderIsTakenOnceHoweverOftenItIsSent() {
        String order =
                "{\"id\": \"O-10\", \"product\": \"bracket\", \"quantity\": 12, \"dueDate\": \"2026-11-23T08:00:00Z\"}";
        post("/api/v1/orders", order)
                .statusCode(201)
                .header("Location", equalToUri("/api/v1/orders/O-10"))
                .body("lots", hasSize(3))
                .body("priority", equalTo(1))
                .body("progress", equalTo(0f));
        post("/api/v1/orders", order).statusCode(200).body("id", equalTo("O-10"));
        post("/api/v1/orders", order.replace("12", "13")).statusCode(409);
        given().queryParam("status", "WAITING").get("/api/v1/orders").then().body("items.id", hasItem("O-10"));
        given().queryParam("order", "O-10").get("/api/v1/lots").then().body("items", hasSize(3));
        given().get("/api/v1/lots/O-10.1").then().statusCode(200).body("operations[0].status", equalTo("WAITING"));
        given().get("/api/v1/lots/O-10.9").then().statusCode(404);
        given().get("/api/v1/jobs/O-10").then().statusCode(200).body("operations", equalTo(6));
        given().get("/api/v1/jobs/O-10.1").then().statusCode(200).body("waiting", equalTo(2));
        given().get("/api/v1/jobs/O-99").then().statusCode(404);
    }

    @Test
    void anOrderChangesOnlyForWhomSawItsLatestVersion() {
        post("/api/v1/orders", "{\"id\": \"O-11\", \"product\": \"bracket\", \"quantity\": 1}")
                .statusCode(201);
        String tag = given().get("/api/v1/orders/O-11").then().extract().header("ETag");
        patch("/api/v1/orders/O-11", tag, "{\"priority\": 7}").statusCode(200).body("priority", equalTo(7));
        patch("/api/v1/orders/O-11", tag, "{\"priority\": 8}").statusCode(412).contentType("application/problem+json");
        patch("/api/v1/orders/O-11", null, "{}").statusCode(400);
        patch("/api/v1/orders/O-11", null, "{\"dueDate\": \"2026-12-01T00:00:00Z\"}")
                .statusCode(200)
                .body("dueDate", equalTo("2026-12-01T00:00:00Z"))
                .body("priority", equalTo(7));
    }

    /** The tag of an answer is one of all it shows; only the part before the dot is asked for by a change. */
    @Test
    void whoKnowsAnOrderIsToldSoUntilItLooksDifferent() {
        post("/api/v1/orders", "{\"id\": \"O-14\", \"product\": \"bracket\", \"quantity\": 5}")
                .statusCode(201);
        String tag = given().get("/api/v1/orders/O-14").then().extract().header("ETag");
        given().header("If-None-Match", tag).get("/api/v1/orders/O-14").then().statusCode(304);
        floor.tell(PlantFixtures.PRESS_1, new Fact.OperationStarted("O-14.1", "O-14.1:10"));
        String running = given().get("/api/v1/orders/O-14").then().extract().header("ETag");
        floor.tell(PlantFixtures.PRESS_1, new Fact.PartsCounted("O-14.1", "O-14.1:10", 2, 0, 0));
        given().header("If-None-Match", running)
                .get("/api/v1/orders/O-14")
                .then()
                .statusCode(200)
                .body("progress", equalTo(0.2f));
        patch("/api/v1/orders/O-14", running, "{\"priority\": 2}").statusCode(200);
    }

    @Test
    void anOrderThatIsOverStaysAsItEnded() {
        post("/api/v1/orders", "{\"id\": \"O-15\", \"product\": \"bracket\", \"quantity\": 5}")
                .statusCode(201);
        given().delete("/api/v1/orders/O-15").then().statusCode(200).body("progress", equalTo(0f));
        given().get("/api/v1/jobs/O-15.1").then().body("progress", equalTo(0f));
        patch("/api/v1/orders/O-15", null, "{\"priority\": 7}")
                .statusCode(409)
                .body("detail", startsWith("Order O-15 is CANCELLED and does not change any more."));
        given().get("/api/v1/orders/O-15").then().body("priority", equalTo(1));
    }

    /** The present state keeps two hundred closed orders; nothing is forgotten all the same. */
    @Test
    void anOrderClosedLongAgoIsStillAnswered() {
        String first = "{\"id\": \"L-0\", \"product\": \"bracket\", \"quantity\": 3}";
        post("/api/v1/orders", first).statusCode(201);
        given().delete("/api/v1/orders/L-0").then().statusCode(200);
        var product = floor.state().plant().product("bracket").orElseThrow();
        for (int n = 1; n <= 200; n++) {
            var order = new Order("L-" + n, "bracket", 1, 1, null, null, null);
            floor.tell(floor.state().plant().site(), new Fact.OrderAdded(order, Lot.of(order, product)));
            floor.tell(floor.state().plant().site(), new Fact.OrderCancelled("L-" + n, "test"));
        }
        assertThat(floor.state().orders()).doesNotContainKey("L-0");
        given().get("/api/v1/orders/L-0")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("quantity", equalTo(3));
        given().get("/api/v1/lots/L-0.1")
                .then()
                .statusCode(200)
                .body("operations.status", everyItem(equalTo("CANCELLED")));
        given().get("/api/v1/jobs/L-0").then().statusCode(200).body("cancelled", equalTo(2));
        post("/api/v1/orders", first).statusCode(200);
        post("/api/v1/orders", first.replace("3}", "4}")).statusCode(409);
        patch("/api/v1/orders/L-0", null, "{\"priority\": 7}").statusCode(409);
        given().delete("/api/v1/orders/L-0").then().statusCode(200);
        given().get("/api/v1/orders/L-1000").then().statusCode(404);
    }

    @Test
    void aCancelledOrderStaysCancelled() {
        post("/api/v1/orders", "{\"id\": \"O-12\", \"product\": \"bracket\", \"quantity\": 1}")
                .statusCode(201);
        given().delete("/api/v1/orders/O-12").then().statusCode(200).body("status", equalTo("CANCELLED"));
        given().delete("/api/v1/orders/O-12").then().statusCode(200);
        given().delete("/api/v1/orders/O-404").then().statusCode(404);
    }

    @Test
    void thePlanSaysWhoWorksWhenAndWhy() {
        post("/api/v1/orders", "{\"id\": \"O-13\", \"product\": \"bracket\", \"quantity\": 5}")
                .statusCode(201);
        post("/api/v1/schedule/replan", "")
                .statusCode(202)
                .body("event.type", equalTo("dev.millwright.plan-requested.v1"));
        given().get("/api/v1/schedule")
                .then()
                .statusCode(200)
                .body("trigger", equalTo("asked for by api"))
                .body("operations.order", hasItem("O-13"))
                .body("operations.name", hasItem("drill"));
        given().get("/api/v1/schedules").then().statusCode(200).body("items[0].event", startsWith("/api/v1/events/e"));
        given().get("/api/v1/orders/O-13").then().body("estimatedCompletion", notNullValue());
    }

    @Test
    void aPreviewAdoptsNothing() {
        post(
                        "/api/v1/schedule/preview",
                        "{\"orders\": [{\"id\": \"O-77\", \"product\": \"bracket\", \"quantity\": 5}]}")
                .statusCode(200)
                .body("operations.order", hasItem("O-77"));
        given().get("/api/v1/orders/O-77").then().statusCode(404);
        post("/api/v1/schedule/preview", "{\"orders\": []}").statusCode(400);
    }

    @Test
    void maintenanceIsWishedForAndWithdrawn() {
        String machine = PlantFixtures.DRILL.path();
        post(
                        "/api/v1/maintenance/wishes",
                        "{\"id\": \"W-1\", \"machine\": \"" + machine
                                + "\", \"durationSeconds\": 600, \"latest\": \"2026-11-23T08:00:00Z\"}")
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("risk", equalTo("MEDIUM"));
        given().get("/api/v1/maintenance/" + machine).then().statusCode(200).body("wishes.id", hasItem("W-1"));
        given().get("/api/v1/maintenance").then().statusCode(200).body("items", hasSize(3));
        given().get("/api/v1/maintenance/wishes").then().statusCode(200).body("items.id", hasItem("W-1"));
        given().get("/api/v1/maintenance/wishes/W-1").then().statusCode(200).body("machine", equalTo(machine));
        given().get("/api/v1/maintenance/wishes/W-404").then().statusCode(404);
        given().queryParam("risk", "HIGH").get("/api/v1/maintenance").then().body("items", hasSize(0));
        given().delete("/api/v1/maintenance/wishes/W-1").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        given().delete("/api/v1/maintenance/wishes/W-1").then().statusCode(409).body("cure", notNullValue());
        given().delete("/api/v1/maintenance/wishes/W-404").then().statusCode(404);
        post("/api/v1/maintenance/wishes", "{\"durationSeconds\": 0}")
                .statusCode(400)
                .body("errors", hasSize(3));
    }

    @Test
    void anAlarmGoesThroughItsLife() {
        String id = "alarm-1";
        floor.tell(
                PlantFixtures.PRESS_2, new Fact.AlarmRaised(id, "temperature-high", AlarmSeverity.CRITICAL, "Too hot"));
        given().queryParam("state", "open").get("/api/v1/alarms").then().body("items.id", hasItem(id));
        given().get("/api/v1/alarms/" + id).then().statusCode(200).body("message", equalTo("Too hot"));
        given().get("/api/v1/alarms/nobody").then().statusCode(404);
        post("/api/v1/alarms/" + id + "/acknowledge", "{\"by\": \"anna\", \"comment\": \"seen\"}")
                .statusCode(200)
                .body("state", equalTo("active-acknowledged"))
                .body("acknowledgedBy", equalTo("anna"));
        post("/api/v1/alarms/" + id + "/shelve", "{\"by\": \"anna\", \"until\": \"2026-11-22T12:00:00Z\"}")
                .statusCode(200)
                .body("state", equalTo("shelved"));
        post("/api/v1/alarms/" + id + "/unshelve", "{\"by\": \"anna\"}")
                .statusCode(200)
                .body("shelvedUntil", nullValue());
        post("/api/v1/alarms/" + id + "/shelve", "{\"until\": \"2020-01-01T00:00:00Z\"}")
                .statusCode(400);
        post("/api/v1/alarms/nobody/acknowledge", "{}").statusCode(404);
        given().queryParam("state", "asleep").get("/api/v1/alarms").then().statusCode(400);
    }

    @Test
    void eventsAreCloudEventsAndComeInPages() {
        floor.tell(PlantFixtures.PRESS_1, new Fact.ConnectionOpened());
        floor.tell(PlantFixtures.PRESS_1, new Fact.ConnectionLost("unplugged"));
        var first = given().queryParam("subject", "hall/area/line-1")
                .queryParam("type", "connection-lost", "dev.millwright.connection-opened.v1")
                .queryParam("limit", 1)
                .get("/api/v1/events")
                .then()
                .statusCode(200)
                .body("items[0].specversion", equalTo("1.0"))
                .body("items[0].type", equalTo("dev.millwright.connection-lost.v1"))
                .body("items[0].data.why", equalTo("unplugged"))
                .header("Link", notNullValue());
        given().queryParam("limit", 1)
                .queryParam("type", "connection-lost", "connection-opened")
                .queryParam("cursor", first.extract().<String>path("next"))
                .get("/api/v1/events")
                .then()
                .body("items.type", everyItem(equalTo("dev.millwright.connection-opened.v1")));
        String id = first.extract().path("items[0].id");
        given().get("/api/v1/events/" + id).then().statusCode(200).body("id", equalTo(id));
        given().get("/api/v1/events/e999999").then().statusCode(404);
        given().queryParam("type", "gossip").get("/api/v1/events").then().statusCode(400);
        given().queryParam("first", "OLDEST").get("/api/v1/events").then().body("items[0].offset", equalTo(1));
    }

    private static org.hamcrest.Matcher<String> equalToUri(String path) {
        return org.hamcrest.Matchers.endsWith(path);
    }

    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json").body(json).post(path).then();
    }

    private static ValidatableResponse patch(String path, @Nullable String tag, String json) {
        var request = given().contentType("application/json").body(json);
        return (tag == null ? request : request.header("If-Match", tag))
                .patch(path)
                .then();
    }
}
