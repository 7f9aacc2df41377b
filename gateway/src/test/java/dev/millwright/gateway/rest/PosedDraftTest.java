package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.millwright.gateway.SearchNews;
import dev.millwright.gateway.plans.DraftDesk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Problems that somebody sends instead of planning the plant. */
@QuarkusTest
@Timeout(120)
class PosedDraftTest {

    /** Two saws' worth of work on one saw and a press: no schedule is shorter than 9 s. */
    private static final String PROBLEM = """
            {"name": "Monday",
             "jobs": [{"id": "A", "operations": [{"machine": "saw", "duration": 3}, {"machine": "press", "duration": 2}]},
                      {"id": "B", "operations": [{"machine": "saw", "duration": 4}, {"machine": "press", "duration": 2}]}]}""";

    @Inject
    DraftDesk desk;

    @Test
    void aProblemIsPlannedToItsProofComparedAndTakenAway() throws Exception {
        String first = planned("{\"seconds\": 20, \"problem\": " + PROBLEM + "}");
        given().get("/api/v1/plans/" + first)
                .then()
                .body("source", equalTo("problem"))
                .body("state", equalTo("done"))
                .body("optimal", equalTo(true))
                .body("plan", nullValue())
                .body("schedule.operations", hasSize(4))
                .body("incumbents[-1].makespanSeconds", equalTo(9));
        String second = planned("{\"seconds\": 20, \"objective\": [{\"flow-time\": 1}], \"problem\": " + PROBLEM + "}");
        given().queryParam("with", first)
                .get("/api/v1/plans/" + second + "/comparison")
                .then()
                .statusCode(200)
                .body("left.makespanSeconds", equalTo(9))
                .body("right.flowSeconds", equalTo(14));
        given().get("/api/v1/plans/" + first + "/comparison")
                .then()
                .statusCode(409)
                .body("cure", containsString("adopted"));
        post("/api/v1/plans/" + first + "/adopt", "{\"dryRun\": true}")
                .statusCode(409)
                .body("detail", containsString("a problem of its own"));
        given().queryParam("format", "csv")
                .get("/api/v1/plans/" + first + "/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"plan-" + first + ".csv\""))
                .contentType(startsWith("text/csv"));
        given().queryParam("format", "ics")
                .get("/api/v1/plans/" + first + "/export")
                .then()
                .statusCode(409)
                .body("detail", containsString("dates"));
    }

    /** Line and column are those of the request, so that whoever wrote it finds the place. */
    @Test
    void aMistakeIsToldByLineAndColumnOfTheRequest() {
        post(
                        "/api/v1/plans",
                        "{\"seconds\": 1,\n\n  \"problem\": {\"jobs\": [{\"id\": \"A\",\n     \"operations\": 7}]}}")
                .statusCode(400)
                .body("detail", containsString("line 4, column 20"));
        post("/api/v1/plans", "{\"problem\": 7}").statusCode(400);
        post("/api/v1/plans", "{\"problem\": {\"jobs\": []}}").statusCode(400);
        post("/api/v1/plans", "{\"orders\": [], \"problem\": " + PROBLEM + "}")
                .statusCode(400)
                .body("detail", containsString("orders"));
    }

    private String planned(String body) throws Exception {
        var news = new LinkedBlockingQueue<SearchNews>();
        try (var listening = desk.listen(news::add)) {
            String id = post("/api/v1/plans", body).statusCode(202).extract().path("id");
            while (true) {
                var said = news.poll(60, TimeUnit.SECONDS);
                assertThat(said).as("the end of " + id + " beside " + listening).isNotNull();
                if (said instanceof SearchNews.Search search && !search.state().equals("searching")) {
                    return id;
                }
            }
        }
    }

    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json").body(json).post(path).then();
    }
}
