package dev.millwright.bench;

import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a killed server left: its journal opened twice on copies, with its snapshots and without.
 *
 * @param told what the journal says was done, as {@code order-added K1-0-7}
 */
record Aftermath(Set<String> told, boolean hashesEqual) {

    private static final int PAGE = 5_000;

    static Aftermath of(Plant plant, Path journal) throws IOException {
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
        var told = new HashSet<String>();
        String fromSnapshot = hash(plant, copy, told);
        String fromJournal = hash(plant, bare, new HashSet<>());
        delete(copy);
        delete(bare);
        return new Aftermath(told, fromSnapshot.equals(fromJournal));
    }

    /** What was acknowledged and is not there. */
    List<String> missing(List<String> acknowledged) {
        return acknowledged.stream().filter(what -> !told.contains(what)).toList();
    }

    private static String hash(Plant plant, Path dir, Set<String> told) {
        try (var twin = TwinEngine.open(plant, dir, TwinSettings.DEFAULT, Clock.systemUTC())) {
            var query = EventQuery.all()
                    .ofTypes(Set.of("order-added", "order-cancelled"))
                    .atMost(PAGE);
            for (var page = twin.events(query);
                    !page.isEmpty();
                    page = twin.events(query.after(page.getLast().offset()))) {
                page.forEach(event -> {
                    if (event.fact() instanceof Fact.OrderAdded added) {
                        told.add("order-added " + added.order().id());
                    } else if (event.fact() instanceof Fact.OrderCancelled cancelled) {
                        told.add("order-cancelled " + cancelled.order());
                    }
                });
            }
            return twin.state().hash();
        }
    }

    private static void place(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void delete(Path dir) throws IOException {
        try (var files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
