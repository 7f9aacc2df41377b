package dev.millwright.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millwright.vision.DefectType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a plant must do from its first minute on, each scenario on a packaged server with the board shop behind it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NineScenariosIT {

    private static final int SPEED = 60;
    private static final String SMT = "springfield/smt/";
    private static final String PRINTER = SMT + "line-1/print/printer-1";
    private static final String CAMERA = SMT + "line-2/inspect/aoi-2";
    private static final double SOON_MILLIS = 2000;

    /** News of searches are no part of the twin: they come without a number, and are not told again. */
    private static final Set<String> SEARCHES = Set.of("search", "incumbent");

    @TempDir
    static Path dir;

    private static ServerProcess server;
    private static Shop shop;
    private static Listener all;

    @BeforeAll
    static void boardShop() throws IOException, InterruptedException {
        server = ServerProcess.start(dir, "board-shop", SPEED);
        shop = new Shop(server);
        server.awaitReady(System.nanoTime());
        all = Listener.on(server, "all");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    @Order(1)
    void machinesAreInitialised() throws Exception {
        var plant = shop.get("/plant");
        var machines = shop.get("/machines").path("items");
        assertThat(machines).hasSize(14);
        for (var described : plant.path("machines")) {
            String id = described.path("id").asText();
            all.view("machines", machine -> isReady(machine, id, described.path("signals")));
            var connected = shop.events("connection-opened", id);
            assertThat(connected).isNotEmpty();
            assertThat(connected.getFirst().path("source").asText()).contains("sparkplug");
        }
        try (var ear = SparkplugEar.at(server)) {
            assertThat(new String(
                            ear.await("the host's state", heard -> heard.topic().equals("spBv1.0/STATE/millwright"))
                                    .payload(),
                            StandardCharsets.UTF_8))
                    .contains("\"online\":true");
            for (String node : List.of("springfield.smt.line-1", "springfield.smt.line-2")) {
                ear.askForBirth("board-shop", node);
                var birth = ear.await("a birth", heard -> heard.topic().equals("spBv1.0/board-shop/NBIRTH/" + node));
                assertThat(birth.names()).contains("bdSeq", "Node Control/Rebirth");
            }
            for (var described : plant.path("machines")) {
                String id = described.path("id").asText();
                String end = "/" + id.replace('/', '.');
                var birth = ear.await(
                        "the birth of " + id,
                        heard -> heard.topic().contains("/DBIRTH/")
                                && heard.topic().endsWith(end));
                assertThat(birth.names()).contains("State", "Mode");
                described.path("signals").forEach(signal -> assertThat(birth.names())
                        .contains("Signals/" + signal.path("name").asText()));
            }
        }
        var unknown = server.send("GET", "/api/v1/machines/springfield/smt/line-9/none", Map.of());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static boolean isReady(JsonNode machine, String id, JsonNode signals) {
        if (!machine.path("id").asText().equals(id)
                || !machine.path("connected").asBoolean()
                || machine.path("signals").size() != signals.size()) {
            return false;
        }
        for (var signal : machine.path("signals")) {
            if (!signal.path("quality").asText().equals("GOOD")
                    || signal.path("stale").asBoolean()) {
                return false;
            }
        }
        return true;
    }

    @Test
    @Order(2)
    void theOrderBookIsScheduled() throws Exception {
        var first = shop.events("plan-adopted", "springfield").getFirst();
        var plan = first.path("data").path("plan");
        Shop.assertFeasible(plan);
        assertThat(shop.story(first)).containsExactly("plan-adopted", "plan-requested", "order-added");
        assertThat(first.path("reason").asText()).contains("order O-101 was added");
        assertThat(first.path("data").path("reactionMillis").asDouble()).isBetween(0.0, SOON_MILLIS);
        var capabilities = new HashMap<String, JsonNode>();
        var plant = shop.get("/plant");
        plant.path("machines")
                .forEach(machine -> capabilities.put(machine.path("id").asText(), machine.path("capabilities")));
        var needs = new HashMap<String, String>();
        for (var product : plant.path("products")) {
            for (var step : product.path("route")) {
                needs.put(
                        product.path("id").asText() + ":"
                                + step.path("sequence").asText(),
                        step.path("capability").asText());
            }
        }
        var planned = new HashSet<String>();
        for (var operation : plan.path("operations")) {
            planned.add(operation.path("operation").asText());
            String machine = operation.path("machine").asText();
            String lot = operation.path("lot").asText();
            String product = shop.get("/lots/" + lot).path("product").asText();
            String need =
                    needs.get(product + operation.path("operation").asText().substring(lot.length()));
            assertThat(capabilities.get(machine).toString()).as(machine).contains("\"" + need + "\"");
        }
        for (var lot : shop.get("/lots?limit=1000").path("items")) {
            for (var operation : lot.path("operations")) {
                if (operation.path("id").asText().matches(".*:\\d+")) {
                    assertThat(planned).contains(operation.path("id").asText());
                }
            }
        }
        assertThat(shop.get("/orders").path("total").asInt()).isEqualTo(18);
    }

    @Test
    @Order(3)
    void aDefectIsSeenOnAPicture() throws Exception {
        var board = Shop.board(7, DefectType.OPEN, DefectType.SPUR);
        var seen = shop.inspect(CAMERA, "SC-3", board);
        assertThat(seen.path("verdict").asText()).isEqualTo("FAIL");
        assertThat(seen.path("inspectionMillis").asDouble()).isPositive();
        assertThat(seen.path("findings")).hasSize(board.defects().size());
        for (var defect : board.defects()) {
            assertThat(seen.path("findings")).anySatisfy(finding -> {
                assertThat(finding.path("type").asText())
                        .isEqualTo(defect.type().label());
                var box = finding.path("box");
                int x = box.path("x").asInt() + box.path("width").asInt() / 2;
                int y = box.path("y").asInt() + box.path("height").asInt() / 2;
                assertThat(x).isBetween(defect.box().left(), defect.box().right());
                assertThat(y).isBetween(defect.box().top(), defect.box().bottom());
                assertThat(finding.path("reason").asText()).isNotBlank();
            });
        }
        var picture = shop.bytes(seen.path("image").asText());
        assertThat(picture.statusCode()).isEqualTo(200);
        var marked = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(marked.getWidth()).isEqualTo(640);
        assertThat(marked.getHeight()).isEqualTo(640);

        String id = seen.path("id").asText();
        var told = all.event(
                "part-inspected",
                event -> event.path("data").path("inspection").asText().equals(id));
        assertThat(told.path("subject").asText()).isEqualTo(CAMERA);
        assertThat(told.path("reason").asText()).contains("SC-3").contains("open");
        all.view("inspections", view -> view.path("id").asText().equals(id));
        assertThat(shop.get("/inspections/" + id)).isEqualTo(seen);

        var good = shop.inspect(CAMERA, "SC-3b", Shop.board(8));
        assertThat(good.path("verdict").asText()).isEqualTo("PASS");
        assertThat(good.path("findings")).isEmpty();
        var small = ImageIO.read(
                new ByteArrayInputStream(shop.bytes(good.path("image").asText()).body()));
        assertThat(small.getWidth()).as("good parts leave a small picture").isBetween(1, 639);
    }

    @Test
    @Order(4)
    void aMachineObeysPackMl() throws Exception {
        try (var ear = SparkplugEar.at(server)) {
            var busy = all.view(
                    "machines",
                    machine -> machine.path("state").asText().equals("EXECUTE")
                            && machine.path("id").asText().contains("/place/")
                            && machine.path("operation").path("progress").asDouble(1) < 0.5);
            String machine = busy.path("id").asText();
            long alias = packMlAlias(ear, machine);
            long before = shop.get("/clock").path("offset").asLong();
            var taken = shop.command(machine, "HOLD");
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            // Commands carry the alias that the birth gave, and no name (tck-id-payloads-alias-data-cmd-requirement).
            var command = ear.await(
                    "the command",
                    heard -> heard.topic().contains("/DCMD/")
                            && heard.metrics().stream().anyMatch(metric -> metric.getAlias() == alias));
            assertThat(command.topic()).endsWith(machine.replace('/', '.'));
            all.event("machine-state-changed", event -> isState(event, machine, "HELD", before));
            assertThat(shop.machine(machine).path("state").asText()).isEqualTo("HELD");

            var refused = shop.command(machine, "START");
            assertThat(refused.statusCode()).isEqualTo(409);
            var problem = ServerProcess.JSON.readTree(refused.body());
            assertThat(problem.path("title").asText()).isNotBlank();
            assertThat(problem.path("detail").asText()).contains("START").contains("HELD");
            var event = all.event(
                    "command-refused", told -> told.path("subject").asText().equals(machine));
            assertThat(event.path("reason").asText()).contains("HELD");
            assertThat(shop.machine(machine).path("state").asText()).isEqualTo("HELD");
            assertThat(shop.command(machine, "FLY").statusCode()).isEqualTo(400);

            assertThat(shop.command(machine, "UNHOLD").statusCode()).isEqualTo(202);
            all.event("machine-state-changed", told -> isState(told, machine, "EXECUTE", before));
            assertThat(shop.machine(machine).path("operation").path("operation"))
                    .as("the same work goes on")
                    .isEqualTo(busy.path("operation").path("operation"));
        }
    }

    /** What the machine's birth calls its PackML command, in one number. */
    private static long packMlAlias(SparkplugEar ear, String machine) throws InterruptedException {
        String device = machine.replace('/', '.');
        var node = Pattern.compile("^(\\w[^/]*)/([^/]+)/([^/]+)/").matcher(machine);
        assertThat(node.find()).as(machine).isTrue();
        ear.askForBirth("board-shop", node.group(1) + "." + node.group(2) + "." + node.group(3));
        var birth = ear.await(
                "the birth of " + machine,
                heard -> heard.topic().contains("/DBIRTH/") && heard.topic().endsWith("/" + device));
        return birth.metrics().stream()
                .filter(metric -> metric.getName().equals("Command/PackML"))
                .mapToLong(Payload.Metric::getAlias)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isState(JsonNode event, String machine, String state, long after) {
        return event.path("subject").asText().equals(machine)
                && event.path("offset").asLong() > after
                && event.path("data").path("state").asText().equals(state);
    }

    @Test
    @Order(5)
    void findingsTellOnTheMachinesFuture() throws Exception {
        String machine = SMT + "line-1/inspect/aoi-1";
        double health = shop.machine(machine).path("health").path("value").asDouble();
        for (int i = 0; i < 8; i++) {
            var answer = shop.post(
                    "/defects",
                    Map.of("machine", machine, "type", "bridge", "severity", "CRITICAL", "serial", "SC-5", "by", "qa"));
            String cause = answer.path("event").path("id").asText();
            var assessed = all.event(
                    "health-assessed", event -> event.path("causation").asText().equals(cause));
            double after = assessed.path("data").path("health").asDouble();
            assertThat(after).as("health after finding %d", i + 1).isLessThan(health);
            health = after;
        }
        var wish = all.event(
                "maintenance-requested", event -> event.path("subject").asText().equals(machine));
        assertThat(shop.story(wish)).endsWith("health-assessed", "part-inspected");
        assertThat(wish.path("reason").asText()).contains("quality health");

        var outlook = shop.get("/maintenance/" + machine);
        var prognosis = outlook.path("prognosis");
        double median = prognosis.path("remainingLifeHours").asDouble();
        assertThat(median)
                .isBetween(
                        prognosis.path("low").asDouble(), prognosis.path("high").asDouble());
        assertThat(prognosis.path("low").asDouble()).isNotNegative();
        assertThat(prognosis.path("failureProbability").asDouble()).isBetween(0.0, 1.0);
        assertThat(prognosis.path("risk").asText()).isIn("HIGH", "CRITICAL");
        assertThat(prognosis.path("drivers").toString()).contains("quality health");
        assertThat(outlook.path("wishes")).isNotEmpty();
        assertThat(outlook.path("health").path("value").asDouble()).isCloseTo(health, within(0.05));
        assertThat(shop.get("/maintenance")
                        .path("items")
                        .get(0)
                        .path("prognosis")
                        .path("risk")
                        .asText())
                .as("the one at highest risk comes first")
                .isIn("HIGH", "CRITICAL");
    }

    @Test
    @Order(6)
    void aFailureMovesWork() throws Exception {
        var busy = all.view(
                "machines",
                machine -> machine.path("state").asText().equals("EXECUTE")
                        && machine.path("id").asText().contains("/place/")
                        && machine.path("operation").path("progress").asDouble(1) < 0.8);
        String machine = busy.path("id").asText();
        String name = machine.substring(machine.lastIndexOf('/') + 1);
        long before = shop.get("/clock").path("offset").asLong();
        makeUrgent(busy.path("operation").path("lot").asText());
        assertThat(shop.command(machine, "ABORT").statusCode()).isEqualTo(202);
        var failed = all.event("machine-state-changed", event -> isState(event, machine, "ABORTING", before));
        var adopted =
                all.event("plan-adopted", event -> event.path("correlation").equals(failed.path("id")));
        assertThat(shop.story(adopted)).containsExactly("plan-adopted", "plan-requested", "machine-state-changed");
        assertThat(adopted.path("reason").asText()).contains(name + " failed");
        assertThat(adopted.path("data").path("reactionMillis").asDouble()).isBetween(0.0, SOON_MILLIS);
        var latency = Duration.between(
                Instant.parse(failed.path("wallrecorded").asText()),
                Instant.parse(adopted.path("wallrecorded").asText()));
        assertThat(latency).isBetween(Duration.ZERO, Duration.ofMillis((long) SOON_MILLIS));
        assertThat(adopted.path("data").path("changes").toString()).contains(name + " down until");
        // The first plan may let work wait for the repair; the better one that follows gives some of it to others.
        var better = all.event(
                "plan-adopted",
                event -> event.path("correlation").equals(failed.path("id"))
                        && Shop.list(event.path("data").path("changes")).stream()
                                .anyMatch(change -> change.path("fromMachine")
                                                .asText()
                                                .equals(machine)
                                        && !change.path("toMachine").asText().equals(machine)));
        assertThat(shop.story(better)).containsExactly("plan-adopted", "plan-requested", "machine-state-changed");
        Shop.assertFeasible(better.path("data").path("plan"));
        Shop.assertFeasible(adopted.path("data").path("plan"));
        var interrupted = all.event(
                "operation-interrupted",
                event -> event.path("subject").asText().equals(machine)
                        && event.path("offset").asLong() > before);
        assertThat(interrupted.path("data").path("operation"))
                .isEqualTo(busy.path("operation").path("operation"));

        var alarm = all.view(
                "alarms",
                view -> view.path("machine").asText().equals(machine)
                        && view.path("code").asText().equals("aborted"));
        String path = "/alarms/" + alarm.path("id").asText() + "/acknowledge";
        assertThat(shop.post(path, Map.of("by", "anna", "comment", "seen")).toString())
                .contains("acknowledged");
        assertThat(shop.command(machine, "CLEAR").statusCode()).isEqualTo(202);
        all.event("machine-state-changed", event -> isState(event, machine, "STOPPED", before));
        var repaired =
                all.event("plan-adopted", event -> event.path("reason").asText().contains(name + " is repaired"));
        assertThat(repaired.path("offset").asLong())
                .isGreaterThan(adopted.path("offset").asLong());
        all.event(
                "alarm-cleared",
                event -> event.path("subject").asText().equals(machine)
                        && event.path("offset").asLong() > before);
        assertThat(shop.command(machine, "RESET").statusCode()).isEqualTo(202);
        all.event("machine-state-changed", event -> isState(event, machine, "IDLE", before));
    }

    /**
     * A lot that waits for a repair would be late now: others have time, and their machines could do its work. The date is
     * the lot's own: its order may end so much later that there is time to wait.
     */
    private static void makeUrgent(String lot) throws IOException, InterruptedException {
        String order = lot.substring(0, lot.indexOf('.'));
        var expected = Shop.list(shop.get("/schedule").path("operations")).stream()
                .filter(operation -> operation.path("lot").asText().equals(lot))
                .map(operation -> Shop.time(operation.path("end")))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var answer = server.send(
                "PATCH",
                "/api/v1/orders/" + order,
                Map.of("priority", 9, "dueDate", expected.plusSeconds(300).toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        all.event("plan-adopted", event -> event.path("reason").asText().contains("order " + order + " was changed"));
    }

    @Test
    @Order(7)
    void everyoneHearsWhatTheyAskedForAndNothingElse() throws Exception {
        String packing = SMT + "line-2/pack/packing-1";
        long last;
        try (var printer = Listener.on(server, "equipment:" + PRINTER);
                var line = Listener.on(server, "equipment:" + SMT + "line-2");
                var orders = Listener.on(server, "kind:order-added");
                var leaving = Listener.on(server, "all")) {
            var snapshot = leaving.message(
                    "a snapshot", message -> Listener.type(message).equals("snapshot"));
            assertThat(snapshot.path("machines")).hasSize(14);
            shop.post("/defects", Map.of("machine", packing, "type", "torn-label", "severity", "MINOR"));
            line.event("part-inspected", event -> event.path("subject").asText().equals(packing));
            shop.post("/orders", Map.of("id", "SC-7", "product", "sensor-node", "quantity", 16, "priority", 1));
            orders.event(
                    "order-added",
                    event ->
                            event.path("data").path("order").path("id").asText().equals("SC-7"));
            printer.say("{\"type\":\"ping\",\"id\":\"p-1\"}");
            var pong =
                    printer.message("a pong", message -> Listener.type(message).equals("pong"));
            assertThat(pong.path("id").asText()).isEqualTo("p-1");
            printer.say("{\"type\":\"subscribe\",\"topics\":[\"weather\"]}");
            var error = printer.message(
                    "an error", message -> Listener.type(message).equals("error"));
            assertThat(error.toString()).contains("weather");

            assertThat(printer.heard("machines"))
                    .isNotEmpty()
                    .allSatisfy(view -> assertThat(view.path("id").asText()).isEqualTo(PRINTER));
            assertThat(printer.heard("events"))
                    .allSatisfy(
                            event -> assertThat(event.path("subject").asText()).isEqualTo(PRINTER));
            assertThat(line.heard("machines"))
                    .isNotEmpty()
                    .allSatisfy(view -> assertThat(view.path("id").asText()).startsWith(SMT + "line-2/"));
            assertThat(orders.heard("events"))
                    .allSatisfy(event -> assertThat(Shop.kind(event)).isEqualTo("order-added"));
            assertThat(orders.heard("machines")).isEmpty();
            leaving.event(
                    "order-added",
                    event ->
                            event.path("data").path("order").path("id").asText().equals("SC-7"));
            last = leaving.messages().stream()
                    .mapToLong(message -> message.path("seq").asLong())
                    .max()
                    .orElseThrow();
            assertThat(leaving.messages().stream()
                            .map(message -> message.path("seq").asLong())
                            .filter(seq -> seq > 0))
                    .as("numbers rise")
                    .isSorted();
        }
        shop.post("/orders", Map.of("id", "SC-7b", "product", "sensor-node", "quantity", 16, "priority", 1));
        all.event(
                "order-added",
                event -> event.path("data").path("order").path("id").asText().equals("SC-7b"));
        try (var back = Listener.since(server, last)) {
            back.event(
                    "order-added",
                    event ->
                            event.path("data").path("order").path("id").asText().equals("SC-7b"));
            var missed = back.messages().stream()
                    .filter(message -> !SEARCHES.contains(Listener.type(message)))
                    .toList();
            assertThat(missed).isNotEmpty().allSatisfy(message -> {
                assertThat(Listener.type(message))
                        .as("held still, so no snapshot")
                        .isEqualTo("delta");
                assertThat(message.path("seq").asLong()).isGreaterThan(last);
            });
            assertThat(back.heard("events").stream()
                            .map(event -> event.path("id").asText())
                            .toList())
                    .doesNotHaveDuplicates();
        }
        try (var stranger = Listener.since(server, 1)) {
            stranger.message("a snapshot", message -> Listener.type(message).equals("snapshot"));
            assertThat(Listener.type(stranger.messages().getFirst())).isEqualTo("snapshot");
        }
    }

    @Test
    @Order(8)
    void machineFiguresAgreeWithTheEventsBehindThem() throws Exception {
        all.event("operation-completed", event -> event.path("subject").asText().equals(PRINTER));
        var until = shop.events("operation-completed", PRINTER)
                .getLast()
                .path("time")
                .asText();
        var from = shop.events("connection-opened", PRINTER)
                .getFirst()
                .path("time")
                .asText();
        var figures = shop.get("/kpis?equipment=" + PRINTER + "&from=" + from + "&to=" + until);
        var totals = new HashMap<String, Counted>();
        for (String kind : List.of("parts-counted", "operation-completed")) {
            for (var event : shop.events(kind, PRINTER)) {
                if (!event.path("time").asText().isEmpty()
                        && !Shop.time(event.path("time")).isAfter(Instant.parse(until))) {
                    totals.merge(event.path("data").path("operation").asText(), Counted.of(event), Counted::max);
                }
            }
        }
        var sum = totals.values().stream().reduce(new Counted(0, 0, 0), Counted::plus);
        var counters = shop.machine(PRINTER).path("counters");
        assertThat(sum.good()).isPositive();
        assertThat(counters.path("good").asInt()).isGreaterThanOrEqualTo(sum.good());
        assertThat(figures.path("good").asInt()).isEqualTo(sum.good());
        assertThat(figures.path("produced").asInt()).isEqualTo(sum.all());
        assertThat(figures.path("qualityRatio").asDouble()).isCloseTo((double) sum.good() / sum.all(), within(1e-9));
        assertThat(figures.path("oee").asDouble())
                .isCloseTo(
                        figures.path("availability").asDouble()
                                * figures.path("effectiveness").asDouble()
                                * figures.path("qualityRatio").asDouble(),
                        within(1e-6));
        assertThat(figures.path("availability").asDouble())
                .isCloseTo(
                        figures.path("aptHours").asDouble()
                                / figures.path("pbtHours").asDouble(),
                        within(1e-6));
        assertThat(figures.path("complete").asBoolean()).isTrue();
        var evidence = ServerProcess.JSON.readTree(
                shop.bytes(figures.path("evidence").asText()).body());
        assertThat(evidence.path("items")).isNotEmpty();

        var stretches = shop.get("/machine-timeline?machine=" + PRINTER + "&from=" + from + "&to=" + until)
                .path("items");
        assertThat(stretches).isNotEmpty();
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).path("from"))
                    .isEqualTo(stretches.get(i - 1).path("to"));
        }
        var machines = shop.get("/dashboard/stats").path("machines");
        assertThat(machines.path("total").asInt()).isEqualTo(14);
        assertThat(machines.path("running").asInt()
                        + machines.path("idle").asInt()
                        + machines.path("maintenance").asInt()
                        + machines.path("down").asInt()
                        + machines.path("offline").asInt())
                .isEqualTo(14);
    }

    private record Counted(int good, int scrap, int rework) {

        static Counted of(JsonNode event) {
            var data = event.path("data");
            return new Counted(
                    data.path("good").asInt(),
                    data.path("scrap").asInt(),
                    data.path("rework").asInt());
        }

        int all() {
            return good + scrap + rework;
        }

        Counted max(Counted other) {
            return other.all() > all() ? other : this;
        }

        Counted plus(Counted other) {
            return new Counted(good + other.good, scrap + other.scrap, rework + other.rework);
        }
    }

    @Test
    @Order(9)
    void scheduleFiguresAgreeWithThePlan() throws Exception {
        var plan = shop.get("/schedule");
        var stats = shop.get("/dashboard/stats").path("schedule");
        var now = shop.get("/schedule");
        while (!plan.path("id").equals(now.path("id"))) {
            plan = now;
            stats = shop.get("/dashboard/stats").path("schedule");
            now = shop.get("/schedule");
        }
        assertThat(stats.path("plannedOperations").asInt())
                .isEqualTo(plan.path("operations").size());
        assertThat(stats.path("makespanSeconds")).isEqualTo(plan.path("makespanSeconds"));
        var last = Instant.MIN;
        for (var operation : plan.path("operations")) {
            var end = Shop.time(operation.path("end"));
            last = end.isAfter(last) ? end : last;
        }
        assertThat(Duration.between(Shop.time(plan.path("createdAt")), last).toSeconds())
                .as("the makespan is the last operation's end")
                .isCloseTo(plan.path("makespanSeconds").asLong(), within(2L));
        var states = new TreeSet<String>();
        int open = 0;
        var orders = shop.get("/orders?limit=1000").path("items");
        for (var order : orders) {
            states.add(order.path("status").asText());
            open += order.path("status").asText().equals("CANCELLED") ? 0 : 1;
        }
        assertThat(states).isSubsetOf("WAITING", "RUNNING", "DONE", "CANCELLED");
        assertThat(stats.path("waiting").asInt()
                        + stats.path("running").asInt()
                        + stats.path("done").asInt())
                .isEqualTo(open);
        var history = shop.get("/schedules?limit=1000").path("items");
        assertThat(history.get(0).path("adoptedAt").asText())
                .isGreaterThanOrEqualTo(
                        history.get(history.size() - 1).path("adoptedAt").asText());
        for (var one : history) {
            assertThat(one.path("reactionMillis").asDouble()).isNotNegative();
            assertThat(one.path("trigger").asText()).isNotBlank();
            var event = ServerProcess.JSON.readTree(
                    shop.bytes(one.path("event").asText()).body());
            assertThat(event.path("data").path("plan").path("id")).isEqualTo(one.path("id"));
        }
        var preview = shop.post(
                "/schedule/preview",
                Map.of("orders", List.of(Map.of("id", "WHAT-IF", "product", "motor-drive", "quantity", 10))));
        assertThat(preview.path("operations"))
                .anySatisfy(operation ->
                        assertThat(operation.path("order").asText()).isEqualTo("WHAT-IF"));
        assertThat(server.send("GET", "/api/v1/orders/WHAT-IF", Map.of()).statusCode())
                .as("nothing is kept")
                .isEqualTo(404);
    }
}
