package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.plant.PlantFixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InspectionRoutesTest {

    @Inject
    ModelFloor floor;

    @Test
    void aPictureIsComparedWithItsTemplate() throws IOException {
        String id = given().multiPart("image", "board.png", picture(3), "image/png")
                .multiPart("template", "good.png", picture(0), "image/png")
                .multiPart("machine", PlantFixtures.DRILL.path())
                .multiPart("serial", "O-1.1/1")
                .post("/api/v1/inspections")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("FAIL"))
                .body("serial", equalTo("O-1.1/1"))
                .body("findings[0].areaPixels", equalTo(3))
                .extract()
                .path("id");
        given().get("/api/v1/inspections/" + id).then().statusCode(200).body("id", equalTo(id));
        byte[] image = given().get("/api/v1/inspections/" + id + "/image")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(image).isEqualTo(picture(3));
        given().queryParam("verdict", "FAIL")
                .queryParam("machine", "hall")
                .get("/api/v1/inspections")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void manyPicturesGoAtOnce() throws IOException {
        given().multiPart("image", "1.png", picture(0), "image/png")
                .multiPart("image", "2.png", picture(2), "image/png")
                .multiPart("template", "good.png", picture(0), "image/png")
                .post("/api/v1/inspections/batch")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].verdict", equalTo("PASS"))
                .body("items[1].verdict", equalTo("FAIL"));
        given().multiPart("archive", "lot.zip", zip(), "application/zip")
                .multiPart("template", "good.png", picture(0), "image/png")
                .post("/api/v1/inspections/batch")
                .then()
                .statusCode(200)
                .body("items.verdict", contains("PASS", "FAIL"))
                .body("refused.picture", contains("lot/readme.txt", "lot/torn.png"))
                .body("refused[1].why", startsWith("It cannot be read"));
        given().multiPart("archive", "lot.zip", "no zip".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inspections/batch")
                .then()
                .statusCode(400);
        var tooMany = given();
        for (int i = 0; i < 33; i++) {
            tooMany = tooMany.multiPart("image", i + ".png", picture(0), "image/png");
        }
        tooMany.post("/api/v1/inspections/batch").then().statusCode(400);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        given().multiPart("image", "notes.txt", "hello".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inspections")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().multiPart("serial", "x").post("/api/v1/inspections").then().statusCode(400);
        given().multiPart("image", "board.png", picture(0), "image/png")
                .post("/api/v1/inspections")
                .then()
                .statusCode(409);
        given().get("/api/v1/inspections/I-404").then().statusCode(404);
    }

    @Test
    void withoutAModelTheServiceIsUnavailable() throws IOException {
        floor.loadVision(false);
        try {
            given().multiPart("image", "board.png", picture(0), "image/png")
                    .post("/api/v1/inspections")
                    .then()
                    .statusCode(503)
                    .body("cure", equalTo("Start with vision."));
        } finally {
            floor.loadVision(true);
        }
    }

    @Test
    void reportedDefectsAreCounted() {
        given().contentType("application/json")
                .body("{\"machine\": \"" + PlantFixtures.DRILL + "\", \"type\": \"burr\", \"severity\": \"MAJOR\"}")
                .post("/api/v1/defects")
                .then()
                .statusCode(202)
                .body("event.data.verdict", equalTo("FAIL"));
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/defects")
                .then()
                .statusCode(400);
        floor.moveClock(ModelFloor.START.plusSeconds(60));
        given().get("/api/v1/inspections/pareto").then().statusCode(200).body("items.name", hasItem("burr"));
        given().queryParam("by", "machine")
                .get("/api/v1/inspections/pareto")
                .then()
                .body("items[0].name", equalTo(PlantFixtures.DRILL.path()));
        var line = floor.state().plant().lines().stream()
                .filter(one -> one.id().contains(PlantFixtures.DRILL))
                .findFirst()
                .orElseThrow();
        given().queryParam("by", "line")
                .queryParam("within", PlantFixtures.DRILL.path())
                .get("/api/v1/inspections/pareto")
                .then()
                .body("items[0].name", equalTo(line.id().path()));
        given().queryParam("within", PlantFixtures.PRESS_1.path())
                .get("/api/v1/inspections/pareto")
                .then()
                .body("items", hasSize(0));
        given().queryParam("within", PlantFixtures.PRESS_1.path())
                .get("/api/v1/dashboard/charts/defect-trend")
                .then()
                .body("points", hasSize(0));
        given().queryParam("within", "nowhere")
                .get("/api/v1/dashboard/charts/defect-trend")
                .then()
                .statusCode(404);
        given().queryParam("by", "mood")
                .get("/api/v1/inspections/pareto")
                .then()
                .statusCode(400);
        given().get("/api/v1/dashboard/charts/defect-trend")
                .then()
                .statusCode(200)
                .body("bucketSeconds", equalTo(3600))
                .body("points", hasSize(1));
        given().queryParam("bucket", 0)
                .get("/api/v1/dashboard/charts/defect-trend")
                .then()
                .statusCode(400);
    }

    @Test
    void theBenchmarkHasItsPercentiles() {
        given().queryParam("iterations", 3)
                .get("/api/v1/inspections/benchmark")
                .then()
                .statusCode(200)
                .body("images", equalTo(3))
                .body("p99", equalTo(4f));
        given().queryParam("batchSize", 99)
                .get("/api/v1/inspections/benchmark")
                .then()
                .statusCode(400);
        given().queryParam("limit", 1)
                .get("/api/v1/inspections")
                .then()
                .statusCode(200)
                .body("total", nullValue());
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.png"));
            zip.write(new byte[(32 << 20) + 1]);
        }
        given().multiPart("archive", "bomb.zip", bytes.toByteArray(), "application/zip")
                .post("/api/v1/inspections/batch")
                .then()
                .statusCode(413)
                .body("detail", containsString("bomb.png"));
    }

    @Test
    void aTornPictureIsUnfitAndSaysWhy() {
        given().multiPart("image", "torn.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "image/png")
                .multiPart("template", "torn.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "image/png")
                .post("/api/v1/inspections")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("title", equalTo("Not fit to be worked on"))
                .body("cure", equalTo("Send it again."));
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "lot/", new byte[0]);
            entry(zip, "lot/good.png", picture(0));
            entry(zip, "lot/readme.txt", "hello".getBytes(StandardCharsets.UTF_8));
            entry(zip, "__MACOSX/lot/good.png", new byte[] {1});
            entry(zip, "lot/torn.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
            entry(zip, "lot/deeper/bad.png", picture(2));
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    private static byte[] picture(int spots) throws IOException {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < spots; i++) {
            image.setRGB(i, 4, 0xffffff);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
