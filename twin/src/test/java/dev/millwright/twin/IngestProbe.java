package dev.millwright.twin;

import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Prints how many durable readings a second the twin takes: {@code IngestProbe DIRECTORY SECONDS}. */
final class IngestProbe {

    private static final int READINGS = 10;
    private static final int GROUP = 50;

    private IngestProbe() {}

    public static void main(String[] args) throws Exception {
        var directory = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("ingest");
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 5;
        try (var engine =
                TwinEngine.open(PlantFixtures.cell(), directory, TwinSettings.DEFAULT, InstantSource.system())) {
            run(engine, 0, seconds / 2);
            run(engine, 1_000_000, seconds);
        }
    }

    private static void run(TwinEngine engine, int first, double seconds) {
        long start = System.nanoTime();
        long before = engine.lastOffset();
        var answers = new ArrayList<CompletableFuture<List<Event>>>();
        for (int n = first; System.nanoTime() - start < seconds * 1e9; n += GROUP) {
            var group = new ArrayList<Draft>();
            for (int i = 0; i < GROUP; i++) {
                group.add(draft(n + i));
            }
            answers.add(engine.acceptAll(group));
            if (answers.size() > 2000) {
                answers.subList(0, 1000).forEach(CompletableFuture::join);
                answers.subList(0, 1000).clear();
            }
        }
        answers.forEach(CompletableFuture::join);
        double took = (System.nanoTime() - start) / 1e9;
        long events = engine.lastOffset() - before;
        System.out.printf(
                "%,.0f readings/s durable (%,d events of %d readings)%n", events * READINGS / took, events, READINGS);
    }

    private static Draft draft(int n) {
        var time = Lab.MORNING.plusMillis(n);
        var readings = new ArrayList<Reading>(READINGS);
        for (int i = 0; i < READINGS; i++) {
            readings.add(Reading.good("signal-" + i, n + i, time));
        }
        var machines = List.of(PlantFixtures.PRESS_1, PlantFixtures.PRESS_2, PlantFixtures.DRILL);
        return Draft.of(time, "probe", machines.get(n % 3), new Fact.ReadingsTaken(readings));
    }
}
