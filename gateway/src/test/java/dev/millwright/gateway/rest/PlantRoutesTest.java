package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlantRoutesTest {

    private static final String PRESS = PlantFixtures.PRESS_1.path();

    @Inject
    ModelFloor floor;

    @BeforeEach
    void pressRuns() {
        floor.tell(PlantFixtures.PRESS_1, new Fact.ConnectionOpened());
        floor.tell(PlantFixtures.PRESS_1, new Fact.MachineModeChanged(MachineMode.PRODUCTION));
        floor.tell(PlantFixtures.PRESS_1, new Fact.MachineStateChanged(PackMlState.EXECUTE, "at work"));
        floor.tell(
                PlantFixtures.PRESS_1,
                new Fact.ReadingsTaken(List.of(Reading.good("temperature", 61.5, ModelFloor.START))));
    }

    @Test
    void theServiceSaysWhereToGo() {
        given().get("/api/v1").then().statusCode(200).body("links.machines", equalTo("/api/v1/machines"));
    }

    @Test
    void thePlantIsToldAsItsFileSaysIt() {
        given().get("/api/v1/plant")
                .then()
                .statusCode(200)
                .body("site", equalTo("hall"))
                .body("machines.id", hasItem(PRESS))
                .body("machines[0].signals[0].low", nullValue())
                .body("machines[0]", hasKey("position"))
                .body("shifts[0].start", matchesPattern("06:00(:00)?"))
                .body("cameras[0].machine", equalTo(PlantFixtures.DRILL.path()));
    }

    @Test
    void theClockCarriesTheOffset() {
        given().get("/api/v1/clock")
                .then()
                .statusCode(200)
                .body("plantTime", notNullValue())
                .body("speed", equalTo(60f))
                .body("offset", notNullValue());
    }

    @Test
    void aMachineIsFoundByItsPath() {
        given().get("/api/v1/machines/" + PRESS)
                .then()
                .statusCode(200)
                .body("state", equalTo("EXECUTE"))
                .body("cause", equalTo("at work"))
                .body("connected", equalTo(true))
                .body("staleSince", nullValue())
                .body("line", equalTo("hall/area/line-1"))
                .body("signals.find { it.name == 'temperature' }.unit", equalTo("°C"))
                .body("$", hasKey("operation"))
                .body("kpis", hasKey("oee"));
    }

    @Test
    void aMachineCanBeAskedForAsItWas() {
        given().queryParam("at", ModelFloor.START.toString())
                .get("/api/v1/machines/" + PRESS)
                .then()
                .statusCode(200)
                .body("id", equalTo(PRESS));
    }

    @Test
    void machinesAreFilteredAndComeInPages() {
        given().queryParam("state", "EXECUTE")
                .queryParam("line", "hall/area/line-1")
                .get("/api/v1/machines")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(PRESS));
        var first = given().queryParam("limit", 2).get("/api/v1/machines").then();
        first.body("items", hasSize(2)).body("total", equalTo(3)).header("Link", matchesPattern(".*rel=\"next\""));
        String cursor = first.extract().path("next");
        given().queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get("/api/v1/machines")
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void whoKnowsTheStateAlreadyIsToldSo() {
        String tag =
                given().get("/api/v1/state").then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/api/v1/state").then().statusCode(304);
        floor.tell(PlantFixtures.PRESS_2, new Fact.ConnectionOpened());
        given().header("If-None-Match", tag).get("/api/v1/state").then().statusCode(200);
    }

    @Test
    void theStateOfATimeHasItsHash() {
        given().queryParam("at", ModelFloor.START.toString())
                .get("/api/v1/state")
                .then()
                .statusCode(200)
                .body("hash", equalTo(floor.stateAt(ModelFloor.START).hash()))
                .body("machines", hasSize(3));
    }

    @Test
    void aLegalCommandIsOnItsWay() {
        given().contentType("application/json")
                .body("{\"command\": \"HOLD\", \"by\": \"anna\"}")
                .post("/api/v1/machines/" + PRESS + "/commands")
                .then()
                .statusCode(202)
                .body("event.type", equalTo("dev.millwright.command-issued.v1"))
                .body("event.data.by", equalTo("anna"));
    }

    @Test
    void anIllegalCommandIsRefusedWithAReason() {
        given().contentType("application/json")
                .body("{\"command\": \"CLEAR\"}")
                .post("/api/v1/machines/" + PRESS + "/commands")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:millwright:problem:conflict"))
                .body("detail", notNullValue());
    }

    @Test
    void aCommandNeedsItsName() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/machines/" + PRESS + "/commands")
                .then()
                .statusCode(400)
                .body("errors.field", contains("command"));
        given().contentType("application/json")
                .body("{\"command\": \"JUMP\"}")
                .post("/api/v1/machines/" + PRESS + "/commands")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("command"))
                .body("errors[0].line", equalTo(1));
    }

    @Test
    void figuresOpenToTheEventsBehindThem() {
        String evidence = given().queryParam("equipment", "hall/area/line-1")
                .get("/api/v1/kpis")
                .then()
                .statusCode(200)
                .body("equipment", equalTo("hall/area/line-1"))
                .body("$", hasKey("oee"))
                .extract()
                .path("evidence");
        given().get(evidence).then().statusCode(200).body("items", notNullValue());
        given().queryParam("from", "2026-11-22T07:00:00Z")
                .get("/api/v1/kpis")
                .then()
                .statusCode(200)
                .body("shift", nullValue());
        given().queryParam("shift", "day").get("/api/v1/kpis").then().statusCode(200);
        given().queryParam("shift", "night").get("/api/v1/kpis").then().statusCode(404);
        given().get("/api/v1/kpis/shifts").then().statusCode(200).body("items[0].shift", equalTo("day"));
    }

    @Test
    void aSignalHasAHistory() {
        given().queryParam("machine", PRESS)
                .queryParam("signal", "temperature")
                .queryParam("from", "2026-11-22T07:59:00Z")
                .queryParam("to", "2026-11-22T08:30:00Z")
                .get("/api/v1/history/series")
                .then()
                .statusCode(200)
                .body("unit", equalTo("°C"))
                .body("points.max", hasItem(61.5f));
        given().queryParam("machine", PRESS)
                .queryParam("signal", "smell")
                .get("/api/v1/history/series")
                .then()
                .statusCode(404);
        given().queryParam("machine", PRESS)
                .queryParam("from", "2026-11-22T07:00:00Z")
                .queryParam("to", "2026-11-22T09:00:00Z")
                .get("/api/v1/machine-timeline")
                .then()
                .statusCode(200)
                .body("items.state", hasItem("EXECUTE"));
    }

    @Test
    void theDashboardCountsEachMachineOnce() {
        var stats = given().get("/api/v1/dashboard/stats")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        int sum = List.of("running", "idle", "maintenance", "down", "offline").stream()
                .mapToInt(kind -> stats.getInt("machines." + kind))
                .sum();
        assertThat(sum).isEqualTo(3).isEqualTo(stats.getInt("machines.total"));
    }
}
