package dev.millwright.bench;

import dev.millwright.app.PlantFiles;
import dev.millwright.plant.Plant;
import dev.millwright.plant.file.PlantFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills a loaded server again and again with SIGKILL. Whatever a client was ever told is accepted must be in the journal
 * each kill leaves, every next start must come up on it, the one after the last kill too, and the state rebuilt from
 * snapshot and tail must equal the state rebuilt from the whole journal.
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
        Plant plant = PlantFile.load(PlantFiles.find("board-shop"));
        var restarts = new ArrayList<Double>();
        var rows = new ArrayList<Map<String, Object>>();
        var everAcknowledged = new ArrayList<String>();
        var lost = new LinkedHashSet<String>();
        boolean equal = true;
        for (int kill = 1; kill <= kills; kill++) {
            long started = System.nanoTime();
            var server = ServerProcess.start(dir, "board-shop", SPEED);
            double ready = server.awaitReady(started);
            if (kill > 1) {
                restarts.add(ready);
            }
            var acknowledged = load(server, kill);
            var after = Aftermath.of(plant, dir.resolve("journal"));
            everAcknowledged.addAll(acknowledged);
            var gone = after.missing(everAcknowledged);
            gone.forEach(what -> System.err.println("  LOST: " + what + " was acknowledged and is not in the journal"));
            lost.addAll(gone);
            equal &= after.hashesEqual();
            rows.add(Map.of(
                    "kill", kill,
                    "acknowledged", acknowledged.size(),
                    "lost", gone.size(),
                    "ready_ms", ready,
                    "hash_equal", after.hashesEqual()));
            System.err.printf(
                    "  kill %d of %d: %d acknowledged, %d lost, was ready in %.0f ms, hash %s%n",
                    kill, kills, acknowledged.size(), gone.size(), ready, after.hashesEqual() ? "equal" : "DIFFERENT");
        }
        long began = System.nanoTime();
        try (var server = ServerProcess.start(dir, "board-shop", SPEED)) {
            restarts.add(server.awaitReady(began));
        }
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("kills", kills);
        metrics.put("acknowledged", everAcknowledged.size());
        metrics.put("lost", lost.size());
        metrics.put("state_hash_equal", equal ? 1 : 0);
        metrics.put("restart_ms_p50", new Quantiles(restarts).at(0.5));
        metrics.put("restart_ms_max", new Quantiles(restarts).at(1));
        return new Evaluate.Figures(Map.of("plant", "board-shop", "speed", SPEED, "clients", CLIENTS), metrics, rows);
    }

    /** Clients add orders as fast as they can until the server is killed; what was answered is what counts. */
    private List<String> load(ServerProcess server, int kill) throws InterruptedException {
        var accepted = new ArrayList<String>();
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
                            acknowledge(accepted, "order-added " + order);
                            if (server.send("DELETE", "/api/v1/orders/" + order, Map.of())
                                            .statusCode()
                                    < 300) {
                                acknowledge(accepted, "order-cancelled " + order);
                            }
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

    private static void acknowledge(List<String> accepted, String what) {
        synchronized (accepted) {
            accepted.add(what);
        }
    }
}
