package dev.millwright.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Disturbs a running board shop and measures, with a socket client of its own, from the journaled disturbance to the
 * broadcast of the plan that answers it: the first adopted plan whose request came after the disturbance.
 */
final class LoopReaction implements Evaluate.Measurement {

    private static final Duration GIVE_UP = Duration.ofSeconds(15);
    private static final int SETTLE_SECONDS = 5;

    private final int disturbances;
    private final int speed;
    private final SplittableRandom random;
    private final long seed;

    LoopReaction(int disturbances, int speed, long seed) {
        this.disturbances = disturbances;
        this.speed = speed;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Evaluate.Figures run() throws Exception {
        Path dir = Files.createTempDirectory("millwright-loop");
        var rows = new ArrayList<Map<String, Object>>();
        var reactions = new ArrayList<Double>();
        var byKind = new TreeMap<String, List<Double>>();
        int lost = 0;
        try (var server = ServerProcess.start(dir, "board-shop", speed)) {
            server.awaitReady(System.nanoTime());
            try (var feed = EventFeed.open(server)) {
                feed.await(SETTLE_SECONDS, _ -> false);
                var floor = new Disturbances(server, random);
                for (int i = 0; i < disturbances; i++) {
                    feed.await(random.nextInt(50, 400) / 1000.0, _ -> false);
                    var disturbance = floor.next(i);
                    Double reaction = reaction(feed, disturbance);
                    if (reaction == null) {
                        lost++;
                    } else {
                        reactions.add(reaction);
                        byKind.computeIfAbsent(disturbance.kind(), _ -> new ArrayList<>())
                                .add(reaction);
                    }
                    rows.add(row(disturbance, reaction));
                    if ((i + 1) % 20 == 0) {
                        System.err.printf(
                                "  %d of %d disturbances, p50 so far %.0f ms%n",
                                i + 1, disturbances, new Quantiles(reactions).at(0.5));
                    }
                }
            }
        }
        var all = new Quantiles(reactions);
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("disturbances", disturbances);
        metrics.put("reaction_ms_p50", all.at(0.5));
        metrics.put("reaction_ms_p90", all.at(0.9));
        metrics.put("reaction_ms_p99", all.at(0.99));
        metrics.put("reaction_ms_max", all.at(1));
        metrics.put("lost", lost);
        byKind.forEach((kind, values) ->
                metrics.put("reaction_ms_p50_" + kind.replace('-', '_'), new Quantiles(values).at(0.5)));
        return new Evaluate.Figures(Map.of("plant", "board-shop", "speed", speed, "seed", seed), metrics, rows);
    }

    private static @Nullable Double reaction(EventFeed feed, Disturbances.Disturbance caused)
            throws InterruptedException {
        var disturbance = feed.await((double) GIVE_UP.toSeconds(), caused::isIt);
        if (disturbance == null) {
            return null;
        }
        long offset = disturbance.event().path("offset").asLong();
        var answer = feed.await((double) GIVE_UP.toSeconds(), arrived -> answers(arrived.event(), offset));
        return answer == null
                ? null
                : Duration.between(
                                        Instant.parse(disturbance
                                                .event()
                                                .path("wallrecorded")
                                                .asText()),
                                        answer.arrived())
                                .toNanos()
                        / 1e6;
    }

    private static boolean answers(JsonNode event, long offset) {
        String cause = event.path("causation").asText("");
        return event.path("type").asText().contains("plan-adopted")
                && cause.startsWith("e")
                && Long.parseLong(cause.substring(1)) > offset;
    }

    private static Map<String, Object> row(Disturbances.Disturbance disturbance, @Nullable Double reaction) {
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", disturbance.kind());
        row.put("about", disturbance.about());
        row.put("reaction_ms", reaction == null ? "lost" : reaction);
        return row;
    }
}
