package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.Board;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorrectionRoutesTest {

    private static final Board BOARD =
            new BoardGenerator(BoardSettings.small()).generate(7, List.of(DefectType.OPEN, DefectType.SHORT));

    @Inject
    ModelFloor floor;

    @Test
    void anInspectionSaysHowLongAndWhereAndHasItsPictures() {
        String id = inspect();
        var box = BOARD.defects().getFirst().box();
        given().get("/api/v1/inspections/" + id)
                .then()
                .body("picture", endsWith(id + "/picture"))
                .body("heatMap", endsWith(id + "/heat-map"))
                .body("corrections", hasSize(0))
                .body("findings[0].number", equalTo(0))
                .body("findings[0].lengthPixels", equalTo(1f))
                .body("findings[0].lengthMm", equalTo(0.1f))
                .body("findings[0].centroidMm.x", equalTo(0.05f));
        assertThat(given().get("/api/v1/inspections/" + id + "/picture")
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .extract()
                        .asByteArray())
                .isEqualTo(MarkedImage.png(BOARD.image()));
        given().get("/api/v1/inspections/" + id + "/heat-map")
                .then()
                .statusCode(200)
                .contentType("image/png");
        post(
                        id,
                        "segment",
                        "{\"x\": %d, \"y\": %d}"
                                .formatted((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2))
                .statusCode(200)
                .body("areaPixels", greaterThan(8))
                .body("outline.size()", greaterThan(3))
                .body("outline[0]", hasSize(2))
                .body("millis", lessThan(2000f));
        post(id, "segment", "{\"x\": 9000, \"y\": 3}").statusCode(422).body("cure", containsString("inside"));
        post(id, "segment", "{\"x\": 1}").statusCode(400);
    }

    @Test
    void peopleConfirmAndRejectAndTellOfMissedDefects() {
        String id = inspect();
        post(id, "corrections", "{\"verdict\": \"CONFIRMED\", \"finding\": 0, \"by\": \"anna\"}")
                .statusCode(201)
                .body("id", equalTo(id + ".c1"))
                .body("outline", nullValue())
                .body("time", notNullValue());
        post(id, "corrections", "{\"verdict\": \"REJECTED\", \"finding\": 0, \"comment\": \"dust\"}")
                .statusCode(201);
        post(
                        id,
                        "corrections",
                        "{\"verdict\": \"MISSED\", \"type\": \"spur\", \"box\": {\"x\": 4, \"y\": 5, \"width\": 30, \"height\": 20},"
                                + " \"outline\": [[4, 5], [34, 5], [34, 25.5]]}")
                .statusCode(201)
                .body("outline[2][1]", equalTo(25.5f));
        given().get("/api/v1/inspections/" + id)
                .then()
                .body("corrections.verdict", equalTo(List.of("CONFIRMED", "REJECTED", "MISSED")));
        given().get("/api/v1/quality/confirmations")
                .then()
                .statusCode(200)
                .body("items.type", hasItem("spot"))
                .body("items.find { it.type == 'spur' }.missed", equalTo(1))
                .body("items.find { it.type == 'spot' }.ever.rejected", equalTo(1));
    }

    @Test
    void whatCannotBeMeantIsRefusedInWords() {
        String id = inspect();
        post(id, "corrections", "{\"finding\": 0}").statusCode(400).body("detail", containsString("verdict"));
        post(id, "corrections", "{\"verdict\": \"CONFIRMED\"}").statusCode(400);
        post(id, "corrections", "{\"verdict\": \"MISSED\", \"type\": \"a/b\"}").statusCode(400);
        post(id, "corrections", "{\"verdict\": \"CONFIRMED\", \"finding\": 0, \"outline\": [[1]]}")
                .statusCode(400)
                .body("detail", containsString("[12, 40]"));
        post(id, "corrections", "{\"verdict\": \"REJECTED\", \"finding\": 7}")
                .statusCode(422)
                .body("detail", containsString("no finding 7"));
        post(
                        id,
                        "corrections",
                        "{\"verdict\": \"MISSED\", \"type\": \"spur\", \"box\": {\"x\": 900, \"y\": 5, \"width\": 3, \"height\": 2}}")
                .statusCode(422)
                .body("cure", containsString("draw the box inside"));
        post("I-404", "corrections", "{\"verdict\": \"CONFIRMED\", \"finding\": 0}")
                .statusCode(404);
    }

    @Test
    void earlierCasesAreFoundAndPicturesThatWereNeverKeptAreNot() {
        String first = inspect();
        String second = inspect();
        given().get("/api/v1/inspections/" + second + "/similar")
                .then()
                .statusCode(200)
                .body("[0].inspection.id", notNullValue())
                .body("[0].distance", lessThan(1e-6f))
                .body("inspection.id", hasItem(first));
        given().get("/api/v1/inspections/" + second + "/similar?finding=9")
                .then()
                .statusCode(422);
        given().get("/api/v1/inspections/" + second + "/similar?limit=0").then().statusCode(400);
        String reported = given().contentType("application/json")
                .body("{\"machine\": \"" + PlantFixtures.DRILL + "\", \"type\": \"burr\"}")
                .post("/api/v1/defects")
                .then()
                .extract()
                .path("event.data.inspection");
        given().get("/api/v1/inspections/" + reported + "/picture").then().statusCode(404);
        given().get("/api/v1/inspections/" + reported + "/heat-map").then().statusCode(404);
        post(reported, "segment", "{\"x\": 1, \"y\": 1}").statusCode(409);
        post(reported, "corrections", "{\"verdict\": \"REJECTED\", \"finding\": 0}")
                .statusCode(201);
    }

    @Test
    void camerasAndCausesAreTold() {
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.PictureRefused("camera-1", "S-1", "BLURRED", "the picture is blurred", "Focus the lens."));
        inspect();
        given().get("/api/v1/quality/cameras")
                .then()
                .statusCode(200)
                .body("camera", hasItem("camera-1"))
                .body("[0].refused.BLURRED", greaterThan(0))
                .body("[0].machine", equalTo(PlantFixtures.DRILL.path()));
        given().get("/api/v1/quality/causes").then().statusCode(200);
        given().get("/api/v1/quality/causes?hours=0").then().statusCode(400);
    }

    private static String inspect() {
        return given().multiPart("image", "board.png", MarkedImage.png(BOARD.image()), "image/png")
                .multiPart("template", "good.png", MarkedImage.png(BOARD.template()), "image/png")
                .multiPart("machine", PlantFixtures.DRILL.path())
                .post("/api/v1/inspections")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(String id, String what, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/inspections/" + id + "/" + what)
                .then();
    }
}
