package dev.millwright.bench;

import dev.millwright.app.PlantFiles;
import dev.millwright.plant.Plant;
import dev.millwright.plant.file.PlantFile;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills a loaded server again and again with SIGKILL. Whatever a client was told is accepted must be there after the
 * restart, and the state rebuilt from snapshot and tail must equal the state rebuilt from the whole journal.
 */
final class Durability implements Evaluate.Measurement {

    private static final int CLIENTS = 4;
    private static final int SPEED = 60;

    private final int kills;
    private final SplittableRandom random = new SplittableRandom(1);

    Durability(int kills) {
        this.kills = kills;
    }

    @Override
    public Evaluate.Figures run() throws Exception {
        Path dir = Files.createTempDirectory("millwright-durability");
        var restarts = new ArrayList<Double>();
        var rows = new ArrayList<Map<String, Object>>();
        var acknowledged = new ArrayList<Accepted>();
        int lost = 0;
        boolean equal = true;
        for (int kill = 1; kill <= kills; kill++) {
            long began = System.nanoTime();
            var server = ServerProcess.start(dir, "board-shop", SPEED);
            double ready = server.awaitReady(began);
            if (kill > 1) {
                restarts.add(ready);
            }
            lost += missing(server, acknowledged);
            acknowledged.clear();
            acknowledged.addAll(load(server, kill));
            boolean same = sameHash(dir.resolve("journal"));
            equal &= same;
            rows.add(
                    Map.of("kill", kill, "acknowledged", acknowledged.size(), "restart_ms", ready, "hash_equal", same));
            System.err.printf(
                    "  kill %d of %d: %d acknowledged, ready in %.0f ms, hash %s%n",
                    kill, kills, acknowledged.size(), ready, same ? "equal" : "DIFFERENT");
        }
        try (var server = ServerProcess.start(dir, "board-shop", SPEED)) {
            server.awaitReady(System.nanoTime());
            lost += missing(server, acknowledged);
        }
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("kills", kills);
        metrics.put(
                "acknowledged",
                rows.stream().mapToInt(row -> (Integer) row.get("acknowledged")).sum());
        metrics.put("lost", lost);
        metrics.put("state_hash_equal", equal ? 1 : 0);
        metrics.put("restart_ms_p50", new Quantiles(restarts).at(0.5));
        metrics.put("restart_ms_max", new Quantiles(restarts).at(1));
        return new Evaluate.Figures(Map.of("plant", "board-shop", "speed", SPEED, "clients", CLIENTS), metrics, rows);
    }

    /** An event a client was told about: its id and what it said. */
    private record Accepted(String event, String order) {}

    /** Clients add orders as fast as they can until the server is killed; what was answered is what counts. */
    private List<Accepted> load(ServerProcess server, int kill) throws InterruptedException {
        var accepted = new ArrayList<Accepted>();
        var done = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        for (int client = 0; client < CLIENTS; client++) {
            int me = client;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; !done.get(); n++) {
                    String order = "K" + kill + "-" + me + "-" + n;
                    try {
                        var response = server.send(
                                "POST",
                                "/api/v1/orders",
                                Map.of("id", order, "product", "sensor-node", "quantity", 1, "priority", 1));
                        if (response.statusCode() < 300) {
                            String event =
                                    response.headers().firstValue("X-Event-Id").orElse("");
                            synchronized (accepted) {
                                accepted.add(new Accepted(event, order));
                            }
                            server.send("DELETE", "/api/v1/orders/" + order, Map.of());
                        }
                    } catch (IOException e) {
                        return; // the server is gone, and with it this answer: not acknowledged
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            }));
        }
        TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(3_000));
        server.kill();
        done.set(true);
        for (var thread : threads) {
            thread.join();
        }
        synchronized (accepted) {
            return List.copyOf(accepted);
        }
    }

    private static int missing(ServerProcess server, List<Accepted> acknowledged)
            throws IOException, InterruptedException {
        int missing = 0;
        for (var accepted : acknowledged) {
            var order = server.get("/api/v1/orders/" + accepted.order());
            if (!accepted.order().equals(order.path("id").asText())) {
                missing++;
                System.err.println("  LOST: order " + accepted.order() + " was acknowledged and is gone");
            }
        }
        return missing;
    }

    /** Opens the journal twice, with its snapshots and without, on copies. */
    private static boolean sameHash(Path journal) throws IOException {
        Plant plant = PlantFile.load(PlantFiles.find("board-shop"));
        Path copy = Files.createTempDirectory("millwright-journal");
        Path bare = Files.createTempDirectory("millwright-journal");
        try (var files = Files.walk(journal)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var relative = journal.relativize(file).toString();
                place(file, copy.resolve(relative));
                if (!relative.contains("snapshot")) {
                    place(file, bare.resolve(relative));
                }
            }
        }
        return hash(plant, copy).equals(hash(plant, bare));
    }

    private static void place(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static String hash(Plant plant, Path dir) {
        try (var twin = TwinEngine.open(plant, dir, TwinSettings.DEFAULT, Clock.systemUTC())) {
            return twin.state().hash();
        }
    }
}
