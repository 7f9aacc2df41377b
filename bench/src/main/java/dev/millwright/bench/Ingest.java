package dev.millwright.bench;

import dev.millwright.app.PlantFiles;
import dev.millwright.connectors.EmbeddedBroker;
import dev.millwright.connectors.sparkplug.EdgeFleet;
import dev.millwright.connectors.sparkplug.EdgeSettings;
import dev.millwright.connectors.sparkplug.SparkplugHost;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.file.PlantFile;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * Durable readings per second: through the twin's front door (batches as a connector makes them, each waited for), and
 * through an MQTT broker, the Sparkplug host and the twin. A reading counts when the journal has synced it.
 */
final class Ingest implements Evaluate.Measurement {

    private static final int BATCH = 64;
    private static final int IN_FLIGHT = 16;
    private static final int SIGNALS = 10;
    private static final long MESSAGES_UNDER_WAY = 100;
    private static final double WARM_UP_SHARE = 0.2;

    private final int seconds;

    Ingest(int seconds) {
        this.seconds = seconds;
    }

    @Override
    public Evaluate.Figures run() throws Exception {
        Plant plant = PlantFile.load(PlantFiles.find("board-shop"));
        var metrics = new LinkedHashMap<String, Number>();
        var latencies = new ArrayList<Double>();
        metrics.put("twin_readings_per_s", throughTheFrontDoor(plant, latencies));
        metrics.put("p50_ms", new Quantiles(latencies).at(0.5));
        metrics.put("p99_ms", new Quantiles(latencies).at(0.99));
        metrics.put("mqtt_readings_per_s", throughMqtt(plant));
        return new Evaluate.Figures(
                Map.of("plant", "board-shop", "seconds", seconds, "batch", BATCH, "readings_per_event", SIGNALS),
                metrics,
                List.of());
    }

    private double throughTheFrontDoor(Plant plant, List<Double> latencies) throws Exception {
        var dir = Files.createTempDirectory("millwright-ingest");
        long batches = 0;
        double rate;
        try (var twin = TwinEngine.open(plant, dir, TwinSettings.DEFAULT, Clock.systemUTC())) {
            var inFlight = new Semaphore(IN_FLIGHT);
            var durable = new LongAdder();
            long began = System.nanoTime();
            long warm = began + Math.round(WARM_UP_SHARE * seconds * 1e9);
            long end = warm + Math.round(seconds * 1e9);
            for (; System.nanoTime() < end; batches++) {
                inFlight.acquire();
                long sent = System.nanoTime();
                var unused = twin.acceptAll(batch(plant, batches)).whenComplete((events, failure) -> {
                    if (failure == null && events.size() == BATCH && sent >= warm) {
                        durable.add((long) BATCH * SIGNALS);
                        synchronized (latencies) {
                            latencies.add((System.nanoTime() - sent) / 1e6);
                        }
                    }
                    inFlight.release();
                });
            }
            inFlight.acquire(IN_FLIGHT);
            rate = (double) durable.sum() / ((System.nanoTime() - warm) / 1e9);
        }
        requireDurable(plant, dir, batches * BATCH);
        return rate;
    }

    /** What was counted must be read back from the disk. */
    private static void requireDurable(Plant plant, Path dir, long events) {
        try (var twin = TwinEngine.open(plant, dir, TwinSettings.DEFAULT, Clock.systemUTC())) {
            long found = twin.lastOffset();
            long readings = twin.events(1, 1_000).stream()
                    .filter(event -> event.fact() instanceof Fact.ReadingsTaken taken
                            && taken.readings().size() == SIGNALS)
                    .count();
            if (found < events || readings < 900) {
                throw new IllegalStateException(
                        "%d events were acknowledged, %d are in the journal, %d of the first 1000 whole."
                                .formatted(events, found, readings));
            }
        }
    }

    private static List<Draft> batch(Plant plant, long number) {
        var drafts = new ArrayList<Draft>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            var machine = plant.machines().get(i % plant.machines().size());
            drafts.add(readings(machine.id(), number * BATCH + i));
        }
        return drafts;
    }

    private static Draft readings(EquipmentId machine, long number) {
        var time = Instant.EPOCH.plusMillis(number);
        var readings = new ArrayList<Reading>(SIGNALS);
        for (int signal = 0; signal < SIGNALS; signal++) {
            readings.add(Reading.good("s" + signal, Math.sin((double) number + signal), time));
        }
        return Draft.of(time, "bench", machine, new Fact.ReadingsTaken(readings));
    }

    private double throughMqtt(Plant plant) throws Exception {
        var dir = Files.createTempDirectory("millwright-ingest-mqtt");
        var durable = new LongAdder();
        var clock = Clock.systemUTC();
        try (var twin = TwinEngine.open(plant, dir, TwinSettings.DEFAULT, clock);
                var broker = EmbeddedBroker.start(0);
                var host = new SparkplugHost(
                        plant, broker.address(), draft -> count(twin.accept(draft), draft, durable), _ -> {}, clock);
                var fleet = new EdgeFleet(
                        plant, broker.address(), _ -> List.of(), (_, _) -> {}, clock, EdgeSettings.defaults())) {
            host.start();
            fleet.start();
            while (!fleet.nodes().values().stream().allMatch(node -> node.isBorn())) {
                Thread.onSpinWait();
            }
            long number = 0;
            long published = 0;
            long began = System.nanoTime();
            long end = began + Math.round(seconds * 1e9);
            while (System.nanoTime() < end) {
                if (published - durable.sum() > MESSAGES_UNDER_WAY * SIGNALS) {
                    Thread.onSpinWait(); // QoS 0 has no flow control, and a broker drops what nobody reads in time
                    continue;
                }
                var machine =
                        plant.machines().get((int) (number % plant.machines().size()));
                fleet.report(readings(machine.id(), number++));
                published += SIGNALS;
            }
            return (double) durable.sum() / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static void count(CompletableFuture<?> accepted, Draft draft, LongAdder durable) {
        if (draft.fact() instanceof Fact.ReadingsTaken(var readings)) {
            var unused = accepted.thenRun(() -> durable.add(readings.size()));
        }
    }
}
