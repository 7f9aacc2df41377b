package dev.millwright.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Things that go wrong, or come in between, each done through the public API as the world would do it. */
final class Disturbances {

    /** What was done; the journaled event behind it is the first of its type about this after the known offset. */
    record Disturbance(String kind, String about, String eventType, long after) {

        boolean isIt(EventFeed.Arrived arrived) {
            var event = arrived.event();
            return event.path("offset").asLong() > after
                    && event.path("type").asText().contains(eventType)
                    && (event.path("subject").asText().equals(about)
                            || event.path("data").toString().contains("\"" + about + "\""));
        }
    }

    private static final int BROKEN_AT_MOST = 3;

    private final ServerProcess server;
    private final SplittableRandom random;
    private final List<String> machines = new ArrayList<>();
    private final List<String> products = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> cleared = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();

    Disturbances(ServerProcess server, SplittableRandom random) throws IOException, InterruptedException {
        this.server = server;
        this.random = random;
        var plant = server.get("/api/v1/plant");
        plant.path("machines")
                .forEach(machine -> machines.add(machine.path("id").asText()));
        plant.path("products")
                .forEach(product -> products.add(product.path("id").asText()));
    }

    /** Does the next thing; what the floor refuses (an order that is done already) gives way to another thing. */
    Disturbance next(int number) throws IOException, InterruptedException {
        resetCleared();
        while (true) {
            try {
                return attempt(number);
            } catch (Refused e) {
                System.err.println("  " + e.getMessage());
            }
        }
    }

    /** A machine that was cleared waits, stopped, for a reset before it works again. */
    private void resetCleared() throws IOException, InterruptedException {
        for (String machine : List.copyOf(cleared)) {
            var response = server.send(
                    "POST", "/api/v1/machines/" + machine + "/commands", Map.of("command", "RESET", "by", "bench"));
            if (response.statusCode() < 300) {
                cleared.remove(machine);
            }
        }
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private Disturbance attempt(int number) throws IOException, InterruptedException {
        return switch (random.nextInt(6)) {
            case 0 -> broken.size() < BROKEN_AT_MOST ? fail() : repair();
            case 1 -> broken.isEmpty() ? fail() : repair();
            case 2 -> maintain(number);
            case 3 -> orders.isEmpty() ? add(number) : change();
            case 4 -> orders.size() < 4 ? add(number) : cancel();
            default -> add(number);
        };
    }

    private Disturbance fail() throws IOException, InterruptedException {
        var healthy =
                machines.stream().filter(machine -> !broken.contains(machine)).toList();
        String machine = healthy.get(random.nextInt(healthy.size()));
        broken.add(machine);
        long before = offset();
        require(server.send(
                "POST", "/api/v1/machines/" + machine + "/commands", Map.of("command", "ABORT", "by", "bench")));
        return new Disturbance("machine-failure", machine, "machine-state-changed", before);
    }

    private Disturbance repair() throws IOException, InterruptedException {
        String machine = broken.removeFirst();
        cleared.add(machine);
        long before = offset();
        require(server.send(
                "POST", "/api/v1/machines/" + machine + "/commands", Map.of("command", "CLEAR", "by", "bench")));
        return new Disturbance("repair", machine, "machine-state-changed", before);
    }

    private Disturbance add(int number) throws IOException, InterruptedException {
        String id = "X-" + number;
        orders.add(id);
        long before = offset();
        require(server.send(
                "POST",
                "/api/v1/orders",
                Map.of(
                        "id",
                        id,
                        "product",
                        products.get(random.nextInt(products.size())),
                        "quantity",
                        10 + random.nextInt(20),
                        "priority",
                        1 + random.nextInt(9),
                        "dueDate",
                        now().plusSeconds(4 * 3600L + random.nextInt(20 * 3600)).toString())));
        return new Disturbance("order-added", id, "order-added", before);
    }

    private Disturbance change() throws IOException, InterruptedException {
        String id = orders.get(random.nextInt(orders.size()));
        long before = offset();
        require(server.send("PATCH", "/api/v1/orders/" + id, Map.of("priority", 1 + random.nextInt(9))));
        return new Disturbance("order-changed", id, "order-changed", before);
    }

    private Disturbance cancel() throws IOException, InterruptedException {
        String id = orders.remove(random.nextInt(orders.size()));
        long before = offset();
        require(server.send("DELETE", "/api/v1/orders/" + id, Map.of()));
        return new Disturbance("order-cancelled", id, "order-cancelled", before);
    }

    private Disturbance maintain(int number) throws IOException, InterruptedException {
        String machine = machines.get(random.nextInt(machines.size()));
        long before = offset();
        require(server.send(
                "POST",
                "/api/v1/maintenance/wishes",
                Map.of(
                        "machine",
                        machine,
                        "durationSeconds",
                        900,
                        "earliest",
                        now().plusSeconds(1800).toString(),
                        "latest",
                        now().plusSeconds(8 * 3600).toString(),
                        "reason",
                        "evaluation " + number)));
        return new Disturbance("maintenance-wish", machine, "maintenance-requested", before);
    }

    private long offset() throws IOException, InterruptedException {
        return clock().path("offset").asLong();
    }

    private Instant now() throws IOException, InterruptedException {
        return Instant.parse(clock().path("plantTime").asText());
    }

    private JsonNode clock() throws IOException, InterruptedException {
        return server.get("/api/v1/clock");
    }

    private static void require(java.net.http.HttpResponse<String> response) {
        if (response.statusCode() >= 400 && response.statusCode() < 500) {
            throw new Refused("refused, something else is done instead: " + response.body());
        }
        if (response.statusCode() >= 500) {
            throw new IllegalStateException("The server failed: " + response.body());
        }
    }
}
