package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.gateway.TrainedModel;
import dev.millwright.loop.health.ModelDrift;
import dev.millwright.maintenance.drift.DriftReport;
import dev.millwright.maintenance.drift.SignalDrift;
import dev.millwright.plant.CostCurve;
import dev.millwright.plant.FailureMode;
import dev.millwright.plant.LifeDriver;
import dev.millwright.plant.LifeError;
import dev.millwright.plant.LifePrediction;
import dev.millwright.plant.LifeUnknown;
import dev.millwright.plant.MaintenanceAdvice;
import dev.millwright.plant.ModelErrors;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Prognosis;
import dev.millwright.plant.Reading;
import dev.millwright.plant.RiskAhead;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.ShadowLife;
import dev.millwright.plant.Stability;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A press near its end by its model, one whose model is silent, and a drill without a model. */
@QuarkusTest
class FleetRoutesTest {

    private static final Instant NOW = ModelFloor.START;
    private static final String PRESS = PlantFixtures.PRESS_1.path();

    @Inject
    ModelFloor floor;

    private static Prognosis own(double hours, RiskLevel risk) {
        return new Prognosis(hours, 2, 30, 0.3, 24, risk, "trend", "Watch", 1, List.of("vibration rises"));
    }

    private static Prognosis said(double cycles, Instant at) {
        var prediction = new LifePrediction(
                "press-life",
                "1",
                at,
                "cycles",
                0.1,
                cycles,
                cycles - 10,
                cycles + 10,
                125,
                cycles < 30,
                160,
                160,
                2,
                List.of(new LifeDriver(
                        "vibration",
                        -20,
                        2.5,
                        5.5,
                        2.0,
                        "mm/s",
                        "vibration takes 20 cycles off: 5.5 mm/s, usual 2 mm/s")),
                List.of(new ShadowLife("2", 22, 20, 24, "cycles")),
                own(12, RiskLevel.MEDIUM),
                new MaintenanceAdvice(
                        "Maintain tonight",
                        "PLAN",
                        at.plusSeconds(7200),
                        at.plusSeconds(3600),
                        at.plusSeconds(9000),
                        280,
                        320,
                        new CostCurve(List.of(
                                new CostCurve.Point(at.plusSeconds(3600), 40),
                                new CostCurve.Point(at.plusSeconds(7200), 0))),
                        List.of("a failure costs 4,120")),
                new FailureMode("press-failure-mode", "3", "seal", 0.7, 0.9, 20, "cycles"));
        return new Prognosis(
                cycles / 10,
                cycles / 10 - 1,
                cycles / 10 + 1,
                0.99,
                24,
                RiskLevel.CRITICAL,
                "model",
                "Maintain at the next possible moment",
                1,
                List.of("vibration takes 20 cycles off: 5.5 mm/s, usual 2 mm/s"),
                List.of(new RiskAhead(8, 1, false), new RiskAhead(24, 1, false), new RiskAhead(168, 1, true)),
                prediction);
    }

    private static TrainedModel model(String version, boolean active) {
        return new TrainedModel(
                "press-life",
                version,
                active,
                "own data",
                "press-life-" + version + ".onnx",
                "00ff",
                Map.of("rmse", 12.5),
                Map.of("data", "presses.csv"),
                new TrainedModel.Notes(List.of("vibration"), "cycles", 125, 30, true));
    }

    @BeforeEach
    void tell() {
        floor.moveClock(NOW);
        floor.putModel(model("1", true));
        floor.putModel(model("2", false));
        floor.tell(PlantFixtures.PRESS_1, new Fact.HealthAssessed(0.6, List.of()));
        floor.tell(PlantFixtures.PRESS_1, new Fact.RemainingLifeEstimated(said(25, NOW)));
        floor.tell(PlantFixtures.PRESS_2, new Fact.RemainingLifeEstimated(own(40, RiskLevel.LOW)));
        floor.tell(
                PlantFixtures.PRESS_2,
                new Fact.LifeUnknown(
                        new LifeUnknown("press-life", "1", NOW.minusSeconds(600), "nothing is heard of vibration")));
        floor.tell(PlantFixtures.DRILL, new Fact.RemainingLifeEstimated(own(20, RiskLevel.MEDIUM)));
    }

    @Test
    void theFleetShowsWhoseAnswerStandsAndTheHighestRiskFirst() {
        given().get("/api/v1/maintenance/fleet")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.machine", contains(PRESS, PlantFixtures.DRILL.path(), PlantFixtures.PRESS_2.path()))
                .body("items.state", contains("predicted", "monitored", "unknown"))
                .body("items.class", contains("press", "drill", "press"))
                .body("items[0].life.expected", equalTo(25f))
                .body("items[0].life.unit", equalTo("cycles"))
                .body("items[0].life.hoursPerUnit", equalTo(0.1f))
                .body("items[0].life.capped", equalTo(false))
                .body("items[0].risks.hours", contains(8f, 24f, 168f))
                .body("items[0].risks[2].atLeast", equalTo(true))
                .body("items[0].model.version", equalTo("1"))
                .body("items[0].urgency", equalTo("PLAN"))
                .body("items[0].alarm", equalTo(true))
                .body("items[0].at", equalTo(NOW.toString()))
                .body("items[0].unknown", nullValue())
                .body("items[1].life.unit", equalTo("h"))
                .body("items[1].life.expected", equalTo(20f))
                .body("items[1].model", nullValue())
                .body("items[2].life", nullValue())
                .body("items[2].unknown.why", equalTo("nothing is heard of vibration"))
                .body("items[2].unknown.since", equalTo(NOW.minusSeconds(600).toString()));
        given().get("/api/v1/maintenance/fleet?class=drill").then().body("total", equalTo(1));
        given().get("/api/v1/maintenance/fleet?risk=CRITICAL").then().body("items.machine", contains(PRESS));
    }

    /** High reaches the cap for every sound machine; so long a life is told only where it is expected. */
    @Test
    void aLifeIsCappedWhereTheCapIsExpected() {
        floor.tell(PlantFixtures.PRESS_1, new Fact.RemainingLifeEstimated(said(116, NOW)));
        String life = "items.find { it.machine == '%s' }.life.".formatted(PRESS);
        given().get("/api/v1/maintenance/fleet")
                .then()
                .body(life + "expected", equalTo(116f))
                .body(life + "high", equalTo(126f))
                .body(life + "capped", equalTo(false));
        floor.tell(PlantFixtures.PRESS_1, new Fact.RemainingLifeEstimated(said(125, NOW)));
        given().get("/api/v1/maintenance/fleet").then().body(life + "capped", equalTo(true));
    }

    /** A drill of a class with a model, of which the model has not heard. */
    @Test
    void aModelThatWasNotAskedYetIsUnknownAndNotMonitored() {
        String drill = "items.find { it.class == 'drill' }.";
        floor.putModel(new TrainedModel(
                "drill-life",
                "3",
                true,
                "own data",
                "drill-life-3.onnx",
                "00ff",
                Map.of(),
                Map.of(),
                new TrainedModel.Notes(List.of("vibration"), "cycles", 125, 30, true)));
        try {
            given().get("/api/v1/maintenance/fleet")
                    .then()
                    .body(drill + "state", equalTo("unknown"))
                    .body(drill + "model.version", equalTo("3"))
                    .body(drill + "unknown.since", nullValue())
                    .body(drill + "unknown.why", containsString("not been asked yet"))
                    .body(drill + "risks", notNullValue());
        } finally {
            floor.dropModel("drill-life");
        }
    }

    @Test
    void aPredictionTellsWhatMovesItAndWhatOthersSay() {
        given().get("/api/v1/maintenance/" + PRESS + "/prediction")
                .then()
                .statusCode(200)
                .body("row.machine", equalTo(PRESS))
                .body("drivers[0].signal", equalTo("vibration"))
                .body("drivers[0].share", equalTo(-20f))
                .body("drivers[0].baseline", equalTo(2f))
                .body("drivers[0].unit", equalTo("mm/s"))
                .body("shadows[0].life.expected", equalTo(22f))
                .body("mode.mode", equalTo("seal"))
                .body("mode.probability", equalTo(0.7f))
                .body("mode.model", equalTo("press-failure-mode"))
                .body("mode.version", equalTo("3"))
                .body("baseline.basis", equalTo("trend"))
                .body("baseline.life.expected", equalTo(12f))
                .body("decision.action", equalTo("Maintain tonight"))
                .body("decision.best", equalTo(NOW.plusSeconds(7200).toString()))
                .body("decision.expectedCost", equalTo(280f))
                .body("decision.currency", equalTo(""))
                .body("decision.curve.cost", contains(40f, 0f))
                .body("rows", equalTo(160))
                .body("lateReadings", equalTo(2))
                .body("alarms.code", hasItem("risk"));
        given().get("/api/v1/maintenance/" + PlantFixtures.PRESS_2.path() + "/prediction")
                .then()
                .body("drivers", hasSize(0))
                .body("baseline.life.expected", equalTo(40f))
                .body("age", nullValue());
        given().get("/api/v1/maintenance/nowhere/prediction").then().statusCode(404);
        given().get("/api/v1/machines/" + PRESS)
                .then()
                .body("prognosis.prediction.version", equalTo("1"))
                .body("prognosis.prediction.life.high", equalTo(35f))
                .body("lifeUnknown", nullValue());
        given().get("/api/v1/machines/" + PlantFixtures.PRESS_2.path())
                .then()
                .body("lifeUnknown.why", equalTo("nothing is heard of vibration"));
    }

    @Test
    void theLifeOfADayShowsItsIntervalItsGapsAndItsEnds() {
        Instant day = NOW.minusSeconds(20_000);
        for (int i = 0; i < 20; i++) {
            floor.moveClock(day.plusSeconds(600L * i));
            floor.tell(PlantFixtures.DRILL, new Fact.RemainingLifeEstimated(said(100 - i, day)));
        }
        floor.moveClock(day.plusSeconds(13_000));
        floor.tell(PlantFixtures.DRILL, new Fact.MachineStateChanged(PackMlState.ABORTED, "broken"));
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.LifeUnknown(new LifeUnknown("press-life", "1", day.plusSeconds(13_000), "no row yet")));
        floor.moveClock(day.plusSeconds(14_000));
        floor.tell(PlantFixtures.DRILL, new Fact.MaintenanceFinished("W-9"));
        floor.tell(PlantFixtures.DRILL, new Fact.MachineStateChanged(PackMlState.IDLE, null));
        floor.moveClock(day.plusSeconds(15_000));
        floor.tell(PlantFixtures.DRILL, new Fact.RemainingLifeEstimated(said(120, day)));
        floor.moveClock(NOW);
        String path = "/api/v1/maintenance/" + PlantFixtures.DRILL.path() + "/life";
        given().get(path)
                .then()
                .statusCode(200)
                .body("unit", equalTo("cycles"))
                .body("points", hasSize(21))
                .body("points[0].expected", equalTo(100f))
                .body("points[0].low", equalTo(90f))
                .body("points[0].version", equalTo("press-life 1"))
                .body("points[20].expected", equalTo(120f))
                .body("unknown[0].from", equalTo(day.plusSeconds(13_000).toString()))
                .body("unknown[0].to", equalTo(day.plusSeconds(15_000).toString()))
                .body("ends.kind", contains("failure", "maintenance"));
        given().get(path + "?points=5").then().body("points", hasSize(5)).body("points[4].expected", equalTo(120f));
        given().get(path + "?points=1").then().statusCode(400).body("detail", containsString("points"));
    }

    @Test
    void signalsComeWithTheBandInWhichTheyWere() {
        floor.tell(PlantFixtures.PRESS_1, new Fact.ReadingsTaken(List.of(Reading.good("vibration", 2.4, NOW))));
        given().get("/api/v1/maintenance/" + PRESS + "/signals")
                .then()
                .statusCode(200)
                .body("signal", contains("temperature", "vibration"))
                .body("[1].baseline.level", equalTo(2f))
                .body("[1].baseline.high", equalTo(2.3f))
                .body("[1].limitHigh", equalTo(7f))
                .body("[1].value", equalTo(2.4f))
                .body("[1].points", notNullValue());
    }

    @Test
    void modelsShowTheirCardTheirErrorHereAndHowFarMachinesHaveMoved() {
        floor.tell(
                PlantFixtures.PRESS_1,
                new Fact.LifeEnded(
                        200, List.of(new ModelErrors("press-life", "1", 1, List.of(new LifeError(125, 10, 80, 9))))));
        var moved = new SignalDrift("vibration", 0.4, 0.3, 0.001, 0.1, Stability.LARGE, 1_000.0);
        floor.putDrift(
                "press-life",
                "1",
                new ModelDrift(
                        new DriftReport("fleet", 300, List.of(moved)),
                        List.of(new DriftReport(PRESS, 300, List.of(moved)))));
        given().get("/api/v1/models")
                .then()
                .statusCode(200)
                .body("version", contains("1", "2"))
                .body("state", contains("ACTIVE", "SHADOW"))
                .body("[0].class", equalTo("press"))
                .body("[0].machines", hasSize(2))
                .body("[0].notes.cap", equalTo(125f))
                .body("[0].provenance.data", equalTo("presses.csv"))
                .body("[0].running.errors[0].meanAbsoluteError", equalTo(8f))
                .body("[0].running.errors[0].coverage", equalTo(0.9f))
                .body("[1].running", nullValue());
        given().get("/api/v1/models/press-life")
                .then()
                .body("[0].drift.stability", equalTo("LARGE"))
                .body("[0].drift.machines[0].since", equalTo("1970-01-01T00:16:40Z"))
                .body("[0].drift.signals[0].psi", equalTo(0.4f))
                .body("[1].drift", nullValue());
        given().get("/api/v1/models/pump-life").then().statusCode(404).body("cure", containsString("press-life"));
    }

    @Test
    void picturesBesideACardAreServedAsPicturesAndNothingElse() {
        var drawn = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        floor.putModelPicture("press-life", "1", "worst case.svg", drawn.getBytes(StandardCharsets.UTF_8));
        floor.putModelPicture("press-life", "1", "confusion.png", new byte[] {1, 2, 3});
        String url = given().get("/api/v1/models/press-life/1/pictures")
                .then()
                .statusCode(200)
                .body("name", contains("confusion.png", "worst case.svg"))
                .extract()
                .path("[1].url");
        given().urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("image/svg+xml"))
                .header("Content-Security-Policy", containsString("sandbox; default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(equalTo(drawn));
        given().get("/api/v1/models/press-life/1/pictures/confusion.png")
                .then()
                .header("Content-Type", equalTo("image/png"))
                .header("Content-Length", equalTo("3"));
        given().get("/api/v1/models/press-life/2/pictures")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
        given().get("/api/v1/models/press-life/1/pictures/other.svg")
                .then()
                .statusCode(404)
                .body("cure", containsString("/api/v1/models/press-life/1/pictures"));
    }

    @Test
    void promotingChangesWhichVersionCountsAndIsAnEvent() {
        promote("{\"version\": \"2\", \"by\": \"anna\"}")
                .statusCode(200)
                .body("version", contains("2", "1"))
                .body("state", contains("ACTIVE", "SHADOW"));
        given().get("/api/v1/events?type=model-promoted")
                .then()
                .body("items[0].data.version", equalTo("2"))
                .body("items[0].data.before", equalTo("1"));
        promote("{\"version\": \"2\"}").statusCode(409).body("detail", containsString("active already"));
        promote("{\"version\": \"7\"}").statusCode(404).body("cure", containsString("1, 2"));
        promote("{}").statusCode(400);
        promote("{\"version\": \"1\"}").statusCode(200).body("version", contains("1", "2"));
    }

    @Test
    void retiringLeavesNoVersionThatCountsAndIsAnEvent() {
        retire("press-life").statusCode(200).body("state", contains("SHADOW", "SHADOW"));
        given().get("/api/v1/events?type=model-retired")
                .then()
                .body("items[0].data.version", equalTo("1"))
                .body("items[0].data.by", equalTo("anna"));
        retire("press-life").statusCode(409).body("detail", containsString("No version of press-life counts"));
        retire("press").statusCode(404);
        promote("{\"version\": \"1\"}").statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse retire(String name) {
        return given().contentType(ContentType.JSON)
                .body("{\"by\": \"anna\"}")
                .post("/api/v1/models/" + name + "/retire")
                .then();
    }

    private static io.restassured.response.ValidatableResponse promote(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/models/press-life/promote")
                .then();
    }
}
