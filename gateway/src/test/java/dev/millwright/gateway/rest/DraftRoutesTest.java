package dev.millwright.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.millwright.gateway.ModelFloor;
import dev.millwright.gateway.SearchNews;
import dev.millwright.gateway.plans.DraftDesk;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.PlantFixtures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drafts from the wish to the plan in force; the solver is the real one. */
@QuarkusTest
@Timeout(120)
class DraftRoutesTest {

    private static final int PATIENCE_SECONDS = 60;

    @Inject
    ModelFloor floor;

    @Inject
    DraftDesk desk;

    private final LinkedBlockingQueue<SearchNews> news = new LinkedBlockingQueue<>();
    private final List<SearchNews> heard = new CopyOnWriteArrayList<>();
    private AutoCloseable listening = () -> {};

    @BeforeEach
    void twoOrdersAreOpenAndPlanned() {
        for (String id : List.copyOf(floor.state().orders().keySet())) {
            if (!Objects.requireNonNull(floor.state().orders().get(id)).status().isFinal()) {
                floor.cancelOrder(id, "test");
            }
        }
        floor.moveClock(ModelFloor.START);
        listening = desk.listen(said -> {
            heard.add(said);
            news.add(said);
        });
    }

    @AfterEach
    void everyDraftIsRemoved() throws Exception {
        listening.close();
        for (var draft : desk.all()) {
            desk.end(draft.id());
            desk.end(draft.id());
        }
    }

    @Test
    void aDraftIsSearchedForComparedTriedAndAdopted() throws Exception {
        orders("A-1", "A-2");
        floor.replan("test"); // every operation one after the other: easy to beat
        String id = begin("{\"seconds\": 2, \"objective\": [{\"makespan\": 1}]}");
        assertThat(ended(id)).isEqualTo("done");
        given().get("/api/v1/plans/" + id)
                .then()
                .statusCode(200)
                .body("source", equalTo("plant"))
                .body("state", equalTo("done"))
                .body("seconds", equalTo(2f))
                .body("incumbents", not(empty()))
                .body("incumbents[-1].makespanSeconds", greaterThan(0))
                .body("incumbents[-1].origin", notNullValue())
                .body("plan.operations", hasSize(8))
                .body("plan.operations.order", hasItems("A-1", "A-2"))
                .body("plan.changes", not(empty()))
                .body("schedule", nullValue());
        assertThat(heard.stream().filter(SearchNews.Incumbent.class::isInstance))
                .isNotEmpty();

        var compared = given().get("/api/v1/plans/" + id + "/comparison").then().statusCode(200);
        int before = compared.extract().path("left.makespanSeconds");
        int after = compared.extract().path("right.makespanSeconds");
        assertThat(after).isLessThan(before);
        compared.body("changes.reason", not(empty()));

        long plans = floor.state().plans().size();
        var tried = post("/api/v1/plans/" + id + "/adopt", "{\"dryRun\": true}")
                .statusCode(200)
                .body("plan.operations", hasSize(8))
                .body("changes", not(empty()))
                .extract();
        // The floor's own objective also weighs calm: shorter is not always better there.
        assertThat(tried.<Boolean>path("better"))
                .isEqualTo(tried.<Number>path("differenceObjective").longValue() < 0);
        assertThat(floor.state().plans()).hasSize((int) plans);

        post("/api/v1/plans/" + id + "/adopt", "{\"by\": \"ana\"}")
                .statusCode(202)
                .body("event.type", equalTo("dev.millwright.plan-adopted.v1"))
                .body("event.reason", equalTo("ana adopted draft " + id));
        given().get("/api/v1/schedule")
                .then()
                .body("makespanSeconds", equalTo(after))
                .body("changes.reason", not(empty()));
    }

    @Test
    void aDraftMayPlanOrdersThatDoNotExistAndIsNotAdoptedThen() throws Exception {
        orders("B-1");
        String id =
                begin("{\"seconds\": 1, \"orders\": [{\"id\": \"B-99\", \"product\": \"bracket\", \"quantity\": 5}]}");
        ended(id);
        given().get("/api/v1/plans/" + id).then().body("plan.operations.order", hasItems("B-1", "B-99"));
        given().get("/api/v1/orders/B-99").then().statusCode(404);
        post("/api/v1/plans/" + id + "/adopt", "{}").statusCode(409).body("detail", containsString("B-99"));
    }

    @Test
    void aDraftWhoseWorkIsOverCannotBeFollowed() throws Exception {
        orders("C-1");
        String id = begin("{\"seconds\": 1}");
        ended(id);
        floor.cancelOrder("C-1", "test");
        orders("C-2");
        post("/api/v1/plans/" + id + "/adopt", "{\"dryRun\": true}")
                .statusCode(409)
                .body("detail", containsString("Nothing of the plan"))
                .body("cure", containsString("new draft"));
        post("/api/v1/plans/" + id + "/adopt", "{}").statusCode(409);
    }

    @Test
    void aSearchIsStoppedAndThenRemoved() throws Exception {
        manyLots("D-1");
        String first = begin("{\"seconds\": 600}");
        String second = begin("{\"seconds\": 600}");
        given().get("/api/v1/plans/" + second).then().body("state", equalTo("waiting"));
        given().get("/api/v1/plans").then().statusCode(200).body("items.id", equalTo(List.of(second, first)));
        given().delete("/api/v1/plans/" + second).then().statusCode(202).body("state", equalTo("cancelled"));
        given().delete("/api/v1/plans/" + second).then().statusCode(204);
        given().get("/api/v1/plans/" + second).then().statusCode(404);
        given().delete("/api/v1/plans/" + first).then().statusCode(202);
        assertThat(ended(first)).isEqualTo("cancelled");
        given().get("/api/v1/plans/" + first).then().body("plan", notNullValue());
        given().delete("/api/v1/plans/" + first).then().statusCode(204);
    }

    @Test
    void whatCannotBeSaysSoInWords() throws Exception {
        orders("E-1");
        floor.pin("E-1.1", "E-1.1:20", new OperationPin(null, ModelFloor.START), "test");
        String id = begin("{\"seconds\": 5}");
        assertThat(ended(id)).isEqualTo("infeasible");
        given().get("/api/v1/plans/" + id)
                .then()
                .body("conflicts", hasItem(containsString("E-1.1:20")))
                .body("plan", nullValue());
        post("/api/v1/plans/" + id + "/adopt", "{}").statusCode(409).body("cure", containsString("E-1.1:20"));
    }

    @Test
    void wrongWishesAreNamedOneByOne() {
        orders("F-1");
        post("/api/v1/plans", "{\"seconds\": 0, \"workers\": 9}")
                .statusCode(400)
                .body("errors", hasSize(2));
        post("/api/v1/plans", "{\"objective\": []}").statusCode(400);
        post("/api/v1/plans", "{\"objective\": [{\"beauty\": 1}]}")
                .statusCode(400)
                .body("detail", containsString("late-jobs"));
        post("/api/v1/plans", "{\"objective\": [{\"makespan\": -1}]}").statusCode(400);
        post("/api/v1/plans", "{\"nonsense\": 1}")
                .statusCode(400)
                .body("type", equalTo("urn:millwright:problem:malformed-json"));
        post("/api/v1/plans", "{\"orders\": [null]}").statusCode(400);
        post("/api/v1/plans", "").statusCode(400);
        given().get("/api/v1/plans/D-404").then().statusCode(404);
        given().get("/api/v1/plans/D-404/comparison").then().statusCode(404);
        floor.cancelOrder("F-1", "test");
        post("/api/v1/plans", "{}").statusCode(409).body("detail", containsString("nothing to plan"));
    }

    @Test
    void noMoreThanTwentyWait() {
        manyLots("G-1");
        for (int n = 0; n < DraftDesk.MOST_KEPT; n++) {
            post("/api/v1/plans", "{\"seconds\": 600}").statusCode(202);
        }
        post("/api/v1/plans", "{\"seconds\": 600}").statusCode(503).body("cure", containsString("DELETE"));
    }

    private void orders(String... ids) {
        for (String id : ids) {
            floor.tell(floor.state().plant().site(), PlantFixtures.orderAdded(id, 10));
        }
    }

    /** So much work that nothing is proven before the search is stopped. */
    private void manyLots(String id) {
        floor.tell(floor.state().plant().site(), PlantFixtures.orderAdded(id, 500));
    }

    private String begin(String body) {
        return post("/api/v1/plans", body)
                .statusCode(202)
                .header("Location", endsWith("/api/v1/plans/D-" + lastOf()))
                .extract()
                .path("id");
    }

    private String lastOf() {
        return desk.all().getFirst().id().substring(2);
    }

    /** The state in which a search ends. */
    private String ended(String id) throws InterruptedException {
        while (true) {
            var said = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(said).as("news of " + id).isNotNull();
            if (said instanceof SearchNews.Search search
                    && search.search().equals(id)
                    && !search.state().equals("searching")) {
                return search.state();
            }
        }
    }

    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json").body(json).post(path).then();
    }
}
