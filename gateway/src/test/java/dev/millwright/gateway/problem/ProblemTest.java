package dev.millwright.gateway.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.millwright.twin.TwinUnavailable;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong is told in one shape (RFC 9457). */
@QuarkusTest
class ProblemTest {

    private static final String MEDIA_TYPE = "application/problem+json";

    @Test
    void anUnknownThingIsNamed() {
        given().get("/api/v1/orders/O-404")
                .then()
                .statusCode(404)
                .contentType(MEDIA_TYPE)
                .body("type", equalTo("urn:millwright:problem:not-found"))
                .body("title", equalTo("Not found"))
                .body("status", equalTo(404))
                .body("detail", equalTo("There is no order 'O-404'."))
                .body("instance", equalTo("/api/v1/orders/O-404"))
                .body("cure", containsString("/api/v1/orders"));
    }

    @Test
    void anUnknownRouteIsAProblemToo() {
        given().get("/api/v1/nonsense")
                .then()
                .statusCode(404)
                .contentType(MEDIA_TYPE)
                .body("cure", notNullValue());
        given().get("/nonsense").then().statusCode(404).contentType(MEDIA_TYPE);
    }

    @Test
    void aWrongMethodIsAProblem() {
        given().delete("/api/v1/plant")
                .then()
                .statusCode(405)
                .contentType(MEDIA_TYPE)
                .body("type", equalTo("urn:millwright:problem:method-not-allowed"));
    }

    @Test
    void aWrongMediaTypeIsAProblem() {
        given().contentType("text/csv")
                .body("a,b")
                .post("/api/v1/orders")
                .then()
                .statusCode(415)
                .contentType(MEDIA_TYPE);
    }

    @Test
    void brokenJsonIsToldByLine() {
        given().contentType("application/json")
                .body("{\n  \"id\": \"O-1\",\n  \"quantity\" 5\n}")
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .contentType(MEDIA_TYPE)
                .body("type", equalTo("urn:millwright:problem:malformed-json"))
                .body("errors[0].line", equalTo(3));
    }

    @Test
    void aValueOfTheWrongKindIsToldByField() {
        given().contentType("application/json")
                .body("{\n  \"id\": \"O-1\",\n  \"quantity\": \"many\"\n}")
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("quantity"))
                .body("errors[0].line", equalTo(3));
        given().contentType("application/json")
                .body("{\"orders\": [{\"id\": \"O-1\", \"dueDate\": \"tomorrow\"}]}")
                .post("/api/v1/schedule/preview")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("orders[0].dueDate"));
    }

    @Test
    void aMisspelledFieldIsNotOverlooked() {
        given().contentType("application/json")
                .body("{\"id\": \"O-1\", \"product\": \"bracket\", \"quantity\": 1, \"prioritaet\": 3}")
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("prioritaet"));
    }

    @Test
    void allFlawsAreToldAtOnce() {
        given().contentType("application/json")
                .body("{\"id\": \"no spaces please\", \"product\": \"boat\", \"quantity\": 0}")
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .contentType(MEDIA_TYPE)
                .body("errors.field", containsInAnyOrder("id", "product", "quantity"));
    }

    @Test
    void aParameterThatCannotBeReadIsTheSendersMistake() {
        given().queryParam("at", "yesterday")
                .get("/api/v1/state")
                .then()
                .statusCode(400)
                .contentType(MEDIA_TYPE);
        given().queryParam("limit", "all")
                .get("/api/v1/orders")
                .then()
                .statusCode(400)
                .contentType(MEDIA_TYPE);
        given().queryParam("limit", "0").get("/api/v1/orders").then().statusCode(400);
        given().queryParam("cursor", "?!").get("/api/v1/orders").then().statusCode(400);
        given().queryParam("state", "FLYING").get("/api/v1/machines").then().statusCode(400);
    }

    /** Half a part would be cut off in silence, and of two ids one would be lost. */
    @Test
    void whatIsNotMeantAsSentIsNotTaken() {
        for (String body : java.util.List.of(
                "{\"id\": \"O-1\", \"product\": \"bracket\", \"quantity\": 1.5}",
                "{\"id\": \"O-1\", \"product\": \"bracket\", \"quantity\": \"5\"}",
                "{\"id\": 1, \"product\": \"bracket\", \"quantity\": 5}",
                "{\"id\": \"O-1\", \"id\": \"O-2\", \"product\": \"bracket\", \"quantity\": 5}",
                "{\"id\": \"O-1\", \"product\": \"bracket\", \"quantity\": 5} and more",
                "[]",
                "\"O-1\"",
                "5")) {
            given().contentType("application/json")
                    .body(body)
                    .post("/api/v1/orders")
                    .then()
                    .statusCode(400)
                    .contentType(MEDIA_TYPE)
                    .body("type", equalTo("urn:millwright:problem:malformed-json"))
                    .body("detail", not(containsString("dev.millwright")))
                    .body("detail", not(containsString("java.")));
        }
        given().get("/api/v1/orders/O-1").then().statusCode(404);
    }

    @Test
    void anotherFormThanJsonIsNotMadeUp() {
        given().accept("application/xml")
                .get("/api/v1/orders")
                .then()
                .statusCode(406)
                .contentType(MEDIA_TYPE);
        given().accept("text/csv")
                .get("/api/v1/machines")
                .then()
                .statusCode(406)
                .contentType(MEDIA_TYPE);
    }

    @Test
    void aWordOfFewIsNamedWithTheOthersAndReadInAnyCase() {
        given().queryParam("status", "FLYING")
                .get("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("detail", containsString("'FLYING' is none of [WAITING, RUNNING, DONE, CANCELLED]"));
        given().queryParam("status", "waiting").get("/api/v1/orders").then().statusCode(200);
    }

    /** One such order would be sixty thousand lots, and no memory would hold its plan. */
    @Test
    void anAbsurdWishIsRefusedBeforeItIsAnEvent() {
        given().contentType("application/json")
                .body("{\"id\": \"O-1\", \"product\": \"bracket\", \"quantity\": 1000000}")
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("quantity"))
                .body("errors[0].detail", containsString("several orders"));
        given().contentType("application/json")
                .body("{\"id\": \"O-1\", \"product\": \"bracket\", \"quantity\": 1, \"customer\": \"" + "x".repeat(501)
                        + "\"}")
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("customer"));
        given().contentType("application/json")
                .body("{\"orders\": [null]}")
                .post("/api/v1/schedule/preview")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("orders[0]"));
    }

    @Test
    void timesOutsideOfAllCalendarsAreTheSendersMistake() {
        for (String path : java.util.List.of("/api/v1/kpis", "/api/v1/inspections/pareto")) {
            given().queryParam("from", "-999999999-01-01T00:00:00Z")
                    .queryParam("to", "+999999999-12-31T00:00:00Z")
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("errors.field", containsInAnyOrder("from", "to"));
        }
        given().queryParam("from", "2026-11-23T00:00:00Z")
                .queryParam("to", "2026-11-22T00:00:00Z")
                .get("/api/v1/events")
                .then()
                .statusCode(400);
    }

    @Test
    void aCursorOfAnotherMakeIsNamed() {
        for (String path : java.util.List.of("/api/v1/events", "/api/v1/inspections")) {
            given().queryParam("cursor", "YWJj")
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("detail", equalTo("cursor: 'YWJj' is none that was given out"));
        }
    }

    @Test
    void aTwinThatTakesNothingMoreIsUnavailableAndNoFaultOfTheRequest() {
        var down = new CompletionException(
                new TwinUnavailable("The journal cannot be written: no space.\nMake room.", null));
        var problem = Problems.of(down, "POST", "/api/v1/orders");

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.cure()).isEqualTo("Make room.");
    }

    @Test
    void aFaultOfOursIsToldWithoutItsInnards() {
        var problem = Problems.of(new IllegalStateException("the secret innards"), "GET", "/api/v1/state");

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("innards");
    }

    @Test
    void theCureIsTheSecondLineOfOurMessages() {
        var problem = Problems.of(new IllegalArgumentException("It is red.\nPaint it."), "GET", "/x");

        assertThat(problem.detail()).isEqualTo("It is red.");
        assertThat(problem.cure()).isEqualTo("Paint it.");
    }
}
