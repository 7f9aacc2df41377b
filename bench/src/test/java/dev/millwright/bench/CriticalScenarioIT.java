package dev.millwright.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millwright.vision.DefectType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One machine of three spoils part after part until it is critical. The plan takes it to maintenance, others do its
 * work, and production goes on: 17 events in their order, each asserted by what the server says and why.
 */
class CriticalScenarioIT {

    private static final String LINE = "works/hall/line/";
    private static final String M001 = LINE + "M001";
    private static final List<String> OTHERS = List.of(LINE + "M002", LINE + "M003");
    private static final int SPEED = 300;
    private static final int ROUNDS = 5;
    private static final List<String> JOBS = List.of("Job_1", "Job_2", "Job_3", "Job_4");
    private static final int PARTS = 4 * 16;
    private static final int LOTS = 8;
    private static final int STEPS = 3;
    private static final double CRITICAL_BELOW = 0.3;
    private static final double GOOD_PART = 0.001;
    private static final double SOON_MILLIS = 2000;

    @TempDir
    Path dir;

    private ServerProcess server;
    private Shop shop;
    private Listener all;
    private Listener ofM001;
    private Listener ofM002;

    @BeforeEach
    void threeMachines() throws IOException, InterruptedException, URISyntaxException {
        var plant = Path.of(getClass().getResource("/three-machines.yaml").toURI());
        server = ServerProcess.start(dir, plant.toString(), SPEED);
        shop = new Shop(server);
        server.awaitReady(System.nanoTime());
        all = Listener.on(server, "all");
        ofM001 = Listener.on(server, "equipment:" + M001);
        ofM002 = Listener.on(server, "equipment:" + OTHERS.getFirst());
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aCriticalMachineGoesToMaintenanceWhileOthersDoItsWork() throws Exception {
        threeMachinesAreInitialised(); // 1
        fourJobsAreScheduled(); // 2
        var health = defectsStart(); // 3 to 8
        healthIsCritical(health); // 9
        var wish = theAlertIsRaised(); // 10, 11
        theWindowIsBooked(wish); // 12
        jobsGoToOtherMachines(wish); // 13 to 16
        productionWasNotInterrupted(wish); // 17
    }

    private void threeMachinesAreInitialised() throws Exception {
        for (var machine : shop.get("/machines").path("items")) {
            assertThat(machine.path("connected").asBoolean()).isTrue();
            assertThat(machine.path("mode").asText()).isEqualTo("PRODUCTION");
            assertThat(machine.path("health").path("value").asDouble()).isEqualTo(1);
            assertThat(shop.events("connection-opened", machine.path("id").asText()))
                    .hasSize(1);
        }
        assertThat(shop.get("/machines").path("total").asInt()).isEqualTo(3);
    }

    private void fourJobsAreScheduled() throws Exception {
        var plan = shop.get("/schedule");
        assertThat(plan.path("operations")).hasSize(LOTS * STEPS);
        Shop.assertFeasible(plan);
        var orders = new TreeSet<String>();
        var machines = new TreeSet<String>();
        plan.path("operations").forEach(planned -> {
            orders.add(planned.path("order").asText());
            machines.add(planned.path("machine").asText());
        });
        assertThat(orders).containsExactlyElementsOf(JOBS);
        assertThat(machines).hasSize(3);
        var adopted = all.event("plan-adopted", event -> true);
        assertThat(shop.story(adopted)).containsExactly("plan-adopted", "plan-requested", "order-added");
        all.view("machines", machine -> is(machine, M001, "EXECUTE"));
    }

    /** Five pictures with three broken traces each: what each finding costs is known, and each is heard. */
    private double defectsStart() throws Exception {
        double health = 1;
        for (int round = 1; round <= ROUNDS; round++) {
            var board = Shop.board(round, DefectType.OPEN, DefectType.SHORT, DefectType.OPEN);
            var seen = shop.inspect(M001, "P-" + round, board);
            assertThat(seen.path("verdict").asText()).isEqualTo("FAIL");
            assertThat(seen.path("findings")).hasSize(3);
            String inspection = seen.path("id").asText();
            var told = all.event(
                    "part-inspected",
                    event -> event.path("data").path("inspection").asText().equals(inspection));
            assertThat(told.path("subject").asText()).isEqualTo(M001);
            var assessed = all.event("health-assessed", event -> event.path("causation")
                    .asText()
                    .equals(told.path("id").asText()));
            double expected = Math.max(0.1, health - loss(seen.path("findings")));
            health = assessed.path("data").path("health").asDouble();
            assertThat(health).isCloseTo(expected, within(PARTS * GOOD_PART));
            double now = health;
            var broadcast = ofM001.view(
                    "machines", machine -> machine.path("health").path("value").asDouble() == now);
            assertThat(broadcast.path("id").asText()).isEqualTo(M001);
        }
        return health;
    }

    /** The rule of the station's health: 0.02 for a moderate finding, doubled and tripled, by area and certainty. */
    private static double loss(JsonNode findings) {
        double loss = 0;
        for (var finding : findings) {
            double weight =
                    switch (finding.path("severity").asText()) {
                        case "MINOR" -> 0.5;
                        case "MODERATE" -> 1;
                        case "MAJOR" -> 2;
                        default -> 3;
                    };
            double share = finding.path("areaPixels").asDouble() / (640 * 640);
            loss += 0.02 * weight * (1 + share) * finding.path("probability").asDouble();
        }
        return loss;
    }

    private void healthIsCritical(double health) throws Exception {
        assertThat(health).isLessThan(CRITICAL_BELOW);
        var machine = shop.machine(M001);
        assertThat(machine.path("health").path("value").asDouble()).isLessThan(CRITICAL_BELOW + PARTS * GOOD_PART);
        assertThat(machine.path("health").path("reasons").get(0).path("factor").asText())
                .isEqualTo("quality");
        int defects = 0;
        for (var count : machine.path("counters").path("defects")) {
            defects += count.asInt();
        }
        assertThat(defects).isEqualTo(ROUNDS * 3);
        for (String other : OTHERS) {
            assertThat(shop.machine(other).path("health").path("value").asDouble())
                    .isEqualTo(1);
        }
    }

    private JsonNode theAlertIsRaised() throws Exception {
        var wish = all.event(
                "maintenance-requested",
                event -> event.path("data").path("wish").path("risk").asText().equals("CRITICAL"));
        assertThat(wish.path("subject").asText()).isEqualTo(M001);
        assertThat(wish.path("reason").asText()).contains("quality health").contains("critical");
        assertThat(shop.story(wish)).endsWith("health-assessed", "part-inspected");
        var outlook = shop.get("/maintenance?risk=CRITICAL").path("items");
        assertThat(outlook).hasSize(1);
        assertThat(outlook.get(0).path("machine").asText()).isEqualTo(M001);
        assertThat(outlook.get(0).path("prognosis").path("recommendedAction").asText())
                .contains("Maintain at the next possible moment");
        ofM001.view(
                "machines",
                machine -> machine.path("prognosis").path("risk").asText().equals("CRITICAL"));
        ofM001.view("wishes", view -> view.path("risk").asText().equals("CRITICAL"));
        return wish;
    }

    private void theWindowIsBooked(JsonNode wish) throws Exception {
        String id = id(wish);
        var adopted = all.event(
                "plan-adopted",
                event -> event.path("correlation").equals(wish.path("correlation"))
                        && event.path("offset").asLong() > wish.path("offset").asLong());
        assertThat(shop.story(adopted))
                .startsWith("plan-adopted", "plan-requested", "maintenance-requested")
                .endsWith("part-inspected");
        var booked = Shop.list(adopted.path("data").path("plan").path("maintenance")).stream()
                .filter(window -> window.path("wish").asText().equals(id))
                .toList();
        assertThat(booked).hasSize(1);
        var window = wish.path("data").path("wish");
        // The plan counts in whole seconds.
        assertThat(Shop.time(booked.getFirst().path("start")))
                .isAfter(Shop.time(window.path("earliest")).minusSeconds(1));
        var planned =
                all.view("wishes", view -> view.path("id").asText().equals(id) && view.hasNonNull("plannedStart"));
        assertThat(planned.path("status").asText()).isEqualTo("PLANNED");
    }

    /** What M001 should have done meanwhile is done by the other two, and everyone hears which, where to and why. */
    private void jobsGoToOtherMachines(JsonNode wish) throws Exception {
        var started = all.event(
                "maintenance-started", event -> event.path("subject").asText().equals(M001));
        var moved = new TreeSet<String>();
        var reasons = new StringBuilder();
        // The first wish came before the machine was critical, and the plan answered it at once.
        var first = all.event(
                "maintenance-requested", event -> event.path("subject").asText().equals(M001));
        for (var plan : adopted(first.path("offset").asLong())) {
            assertThat(plan.path("data").path("reactionMillis").asDouble()).isBetween(0.0, SOON_MILLIS);
            assertThat(plan.path("reason").asText()).isNotBlank();
            Shop.assertFeasible(plan.path("data").path("plan"));
            for (var change : plan.path("data").path("changes")) {
                assertThat(change.path("reason").asText()).as(change.toString()).isNotBlank();
                if (change.path("fromMachine").asText().equals(M001)
                        && OTHERS.contains(change.path("toMachine").asText())) {
                    moved.add(change.path("operation").asText());
                    reasons.append(change.path("reason").asText()).append('\n');
                }
            }
        }
        assertThat(moved).as("operations that left M001").hasSizeGreaterThanOrEqualTo(2);
        assertThat(moved.stream().map(operation -> operation.replaceAll("\\..*", "")))
                .as("of several jobs")
                .anySatisfy(job -> assertThat(job).isNotEqualTo(moved.first().replaceAll("\\..*", "")));
        assertThat(reasons.toString()).contains("maintenance " + id(wish) + " on M001");
        for (var event : ofM002.heard("events")) {
            assertThat(event.path("subject").asText()).isEqualTo(OTHERS.getFirst());
        }
        assertThat(ofM002.heard("machines"))
                .allSatisfy(machine -> assertThat(machine.path("id").asText()).isEqualTo(OTHERS.getFirst()));
        all.view(
                "machines",
                machine -> machine.path("id").asText().equals(M001)
                        && machine.path("mode").asText().equals("MAINTENANCE"));
        assertThat(started.path("data").path("wish").asText()).isEqualTo(id(wish));
    }

    private List<JsonNode> adopted(long after) {
        return all.heard("events").stream()
                .filter(event -> Shop.kind(event).equals("plan-adopted")
                        && event.path("offset").asLong() > after)
                .toList();
    }

    private void productionWasNotInterrupted(JsonNode wish) throws Exception {
        var finished = all.event(
                "maintenance-finished", event -> event.path("subject").asText().equals(M001));
        var healthy = all.event("health-assessed", event -> event.path("causation")
                .asText()
                .equals(finished.path("id").asText()));
        assertThat(healthy.path("data").path("health").asDouble()).isEqualTo(1);
        all.view(
                "wishes",
                view -> view.path("id").asText().equals(id(wish))
                        && view.path("status").asText().equals("DONE"));
        all.view(
                "machines",
                machine -> machine.path("id").asText().equals(M001)
                        && machine.hasNonNull("lastMaintenance")
                        && machine.path("mode").asText().equals("PRODUCTION"));
        for (String job : JOBS) {
            all.view(
                    "orders",
                    order -> order.path("id").asText().equals(job)
                            && order.path("status").asText().equals("DONE"));
        }
        var begin =
                Shop.time(shop.events("maintenance-started", M001).getFirst().path("time"));
        var end = Shop.time(finished.path("time"));
        assertThat(shop.events("operation-interrupted", LINE.replaceAll("/$", "")))
                .isEmpty();
        for (String other : OTHERS) {
            assertThat(shop.events("operation-completed", other))
                    .as("%s finished work while M001 was away", other)
                    .anySatisfy(done -> assertThat(Shop.time(done.path("time"))).isBetween(begin, end));
        }
        int parts = 0;
        for (var lot : shop.get("/lots").path("items")) {
            assertThat(lot.path("done").asBoolean()).isTrue();
            for (var operation : lot.path("operations")) {
                parts +=
                        operation.path("good").asInt() + operation.path("scrap").asInt();
                boolean apart = !Shop.time(operation.path("ended")).isAfter(begin)
                        || !Shop.time(operation.path("started")).isBefore(end);
                assertThat(apart || !operation.path("machine").asText().equals(M001))
                        .as("M001 did nothing but maintenance: %s", operation)
                        .isTrue();
            }
        }
        int scrapped = 0;
        for (var lot : shop.get("/lots").path("items")) {
            scrapped += lot.path("scrapped").asInt();
        }
        assertThat(parts)
                .as("every part through every step")
                .isBetween(PARTS * STEPS - STEPS * scrapped, PARTS * STEPS);
    }

    private static String id(JsonNode wish) {
        return wish.path("data").path("wish").path("id").asText();
    }

    private static boolean is(JsonNode machine, String id, String state) {
        return machine.path("id").asText().equals(id)
                && machine.path("state").asText().equals(state);
    }
}
