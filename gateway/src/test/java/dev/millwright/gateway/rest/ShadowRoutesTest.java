package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.gateway.TrainedModel;
import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.Finding;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Fact;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShadowRoutesTest {

    private static final Finding SCRATCH =
            new Finding("scratch", Severity.MINOR, new Box(0, 0, 4, 4), 16, 0.9, "top left", "long");

    @Inject
    ModelFloor floor;

    /** Counted by hand: six parts, of which a person judged three. */
    @Test
    void whatShadowsSaidIsSetBesideWhatCountedAndWhatPeopleSay() {
        floor.putModel(model("lids", "1", true));
        floor.putModel(model("lids", "2", false));
        inspected("L-1", "lids 1", false);
        inspected("L-2", "lids 1", true);
        inspected("L-3", "lids 1", true);
        inspected("L-4", "lids 1", false);
        inspected("L-5", "lids 1", true);
        inspected("L-6", null, false);
        shadow("L-1", "lids", "2", false, 4);
        shadow("L-2", "lids", "2", false, 5);
        shadow("L-3", "lids", "2", true, 6);
        shadow("L-4", "lids", "2", true, 7);
        shadow("L-5", "lids", "2", false, 8);
        shadow("L-6", "lids", "2", true, 9);
        shadow("L-6", "others", "2", true, 900);
        said("L-2", CorrectionVerdict.REJECTED); // a good part: the shadow was right
        said("L-3", CorrectionVerdict.CONFIRMED); // a bad one: both were
        said("L-4", CorrectionVerdict.MISSED); // a bad one that passed: the shadow had it
        said("L-5", CorrectionVerdict.REJECTED);
        said("L-5", CorrectionVerdict.CONFIRMED); // bad after all: the shadow let it pass
        given().get("/api/v1/models/lids/shadows")
                .then()
                .statusCode(200)
                .body("parts", equalTo(6))
                .body("sides.version", contains(nullValue(), equalTo("1"), equalTo("2")))
                .body("sides.counted", contains(true, true, false))
                .body("sides.find { it.version == '1' }.parts", equalTo(5))
                .body("sides.find { it.version == '1' }.rejected", equalTo(3))
                .body("sides.find { it.version == '1' }.judged", equalTo(4))
                .body("sides.find { it.version == '1' }.escapes", equalTo(1))
                .body("sides.find { it.version == '1' }.falseRejects", equalTo(1))
                .body("sides.find { it.version == '2' }.parts", equalTo(6))
                .body("sides.find { it.version == '2' }.rejected", equalTo(3))
                .body("sides.find { it.version == '2' }.rejectedAlone", equalTo(2))
                .body("sides.find { it.version == '2' }.passedAlone", equalTo(2))
                .body("sides.find { it.version == '2' }.judged", equalTo(4))
                .body("sides.find { it.version == '2' }.escapes", equalTo(1))
                .body("sides.find { it.version == '2' }.falseRejects", equalTo(0))
                .body("sides.find { it.version == '2' }.millis", equalTo(7f))
                .body("cases.inspection", contains("L-6", "L-5", "L-4", "L-2"))
                .body("cases.truth", contains(nullValue(), equalTo("FAIL"), equalTo("FAIL"), equalTo("PASS")))
                .body("cases[0].counted", nullValue())
                .body("cases[0].findings", contains("scratch"))
                .body("cases[3].verdict", equalTo("FAIL"))
                .body("cases[3].otherwise", equalTo("PASS"));
    }

    @Test
    void aModelThatNoShadowStandsBesideHasNothingToCompare() {
        floor.putModel(model("alone", "1", true));
        given().get("/api/v1/models/alone/shadows")
                .then()
                .statusCode(200)
                .body("parts", equalTo(0))
                .body("since", nullValue())
                .body("sides", hasSize(0));
        given().get("/api/v1/models/nobody/shadows").then().statusCode(404);
        given().get("/api/v1/models").then().body("name", hasItem("alone"));
    }

    private static TrainedModel model(String name, String version, boolean active) {
        return new TrainedModel(
                name, version, active, "own data", name + ".onnx", "0", Map.of(), Map.of("task", "anomaly"), null);
    }

    private void inspected(String id, @Nullable String by, boolean fails) {
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.PartInspected(
                        id,
                        "cam",
                        "S-" + id,
                        fails ? Verdict.FAIL : Verdict.PASS,
                        fails ? List.of(SCRATCH) : List.of(),
                        null,
                        3,
                        null,
                        null,
                        null,
                        by,
                        null));
    }

    private void shadow(String id, String model, String version, boolean fails, double millis) {
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.ShadowInspected(
                        id,
                        "S-" + id,
                        model,
                        version,
                        fails ? Verdict.FAIL : Verdict.PASS,
                        fails ? List.of(SCRATCH) : List.of(),
                        millis));
    }

    private void said(String id, CorrectionVerdict verdict) {
        boolean missed = verdict == CorrectionVerdict.MISSED;
        var correction = new Correction(
                id + ".c",
                verdict,
                missed ? null : Integer.valueOf(0),
                missed ? "scratch" : null,
                missed ? new Box(0, 0, 2, 2) : null,
                List.of(),
                null,
                "anna");
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.FindingCorrected(id, "S-" + id, missed ? null : "scratch", null, correction));
    }
}
