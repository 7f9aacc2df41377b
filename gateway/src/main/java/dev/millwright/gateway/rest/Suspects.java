package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.loop.cause.Causes;
import dev.millwright.loop.cause.Hypothesis;
import dev.millwright.loop.cause.SeenPart;
import dev.millwright.loop.cause.SeenPart.SeenDefect;
import dev.millwright.plant.Box;
import dev.millwright.plant.Camera;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Point;
import dev.millwright.plant.event.Fact.OperationCompleted;
import dev.millwright.twin.EventQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the journal for what a search for causes needs: parts, the way of their lots, and what people said of findings. */
final class Suspects {

    /** How much longer the time to compare with is than the time that is asked about. */
    private static final int EARLIER = 3;

    private final Floor floor;

    Suspects(Floor floor) {
        this.floor = floor;
    }

    List<Hypothesis> since(Duration window) {
        var now = floor.clock().now();
        var since = now.minus(window);
        var all = new Window(since.minus(window.multipliedBy(EARLIER)), now.plusSeconds(1));
        var told = Inspections.within(floor, all);
        var judged = Judged.of(floor, told);
        var parts = told.stream().map(one -> part(one, judged)).toList();
        return Causes.since(since, now, floor.state().plant(), parts, routes(all));
    }

    private SeenPart part(Inspections.Told told, Judged judged) {
        var fact = told.fact();
        var camera = floor.state().plant().cameras().stream()
                .filter(known -> known.id().equals(fact.camera()))
                .findFirst()
                .orElse(null);
        var defects = new ArrayList<SeenDefect>();
        for (int i = 0; i < fact.findings().size(); i++) {
            var finding = fact.findings().get(i);
            var word = judged.last(fact.inspection(), i);
            if (word == null || word.verdict() == CorrectionVerdict.CONFIRMED) {
                var type = word == null ? null : word.type();
                defects.add(defect(type == null ? finding.type() : type, finding.centroid(), camera));
            }
        }
        for (var missed : judged.missed(fact.inspection())) {
            defects.add(defect(Objects.requireNonNull(missed.type()), middle(missed.box()), camera));
        }
        return new SeenPart(
                fact.inspection(),
                told.event().time(),
                fact.serial(),
                told.event().subject(),
                defects);
    }

    private static SeenDefect defect(String type, @Nullable Point middle, @Nullable Camera camera) {
        return middle == null || camera == null
                ? new SeenDefect(type, Double.NaN, Double.NaN)
                : new SeenDefect(type, middle.x() / camera.widthPixels(), middle.y() / camera.heightPixels());
    }

    private static @Nullable Point middle(@Nullable Box box) {
        return box == null ? null : new Point(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
    }

    /** The machines that worked on each lot. */
    private Map<String, Set<EquipmentId>> routes(Window window) {
        var routes = new HashMap<String, Set<EquipmentId>>();
        var query = EventQuery.all()
                .ofTypes(Set.of("operation-completed"))
                .between(window.from(), window.to())
                .backwards()
                .atMost(Inspections.MOST);
        for (var event : floor.events(query)) {
            if (event.fact() instanceof OperationCompleted done) {
                routes.computeIfAbsent(done.lot(), _ -> new HashSet<>()).add(event.subject());
            }
        }
        return routes;
    }
}
