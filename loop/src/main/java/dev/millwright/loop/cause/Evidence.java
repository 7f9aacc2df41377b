package dev.millwright.loop.cause;

import dev.millwright.loop.cause.SeenPart.SeenDefect;
import dev.millwright.plant.Box;
import dev.millwright.plant.Camera;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Point;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.FindingCorrected;
import dev.millwright.plant.event.Fact.OperationCompleted;
import dev.millwright.plant.event.Fact.OperationStarted;
import dev.millwright.plant.event.Fact.PartInspected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search for causes needs, gathered from events in their order: the latest parts that were inspected, what people said
 * of them, and the machines that their lots passed.
 */
public final class Evidence {

    private final Map<String, Camera> cameras = new HashMap<>();
    private final int most;
    private final SequencedMap<String, Inspected> inspections = new LinkedHashMap<>();
    private final SequencedMap<String, Set<EquipmentId>> routes = new LinkedHashMap<>();

    /** @param most inspections and lots that are kept, the latest of each */
    public Evidence(Plant plant, int most) {
        plant.cameras().forEach(camera -> cameras.put(camera.id(), camera));
        this.most = most;
    }

    /** An inspection; of each finding the last word, and the defects that people saw besides by the words' ids. */
    private record Inspected(
            Event event, PartInspected fact, Map<Integer, Correction> words, Map<String, Correction> missed) {}

    public void take(Event event) {
        switch (event.fact()) {
            case PartInspected fact -> {
                if (!inspections.containsKey(fact.inspection())) {
                    var inspected = new Inspected(event, fact, new HashMap<>(), new LinkedHashMap<>());
                    putLast(inspections, fact.inspection(), inspected);
                }
            }
            case FindingCorrected fact -> {
                var inspected = inspections.get(fact.inspection());
                var word = fact.correction();
                var finding = word.finding();
                if (inspected != null && finding != null) {
                    inspected.words().put(finding, word);
                } else if (inspected != null) {
                    inspected.missed().put(word.id(), word);
                }
            }
            // The first parts of a lot may be inspected while a machine before still works on the others.
            case OperationStarted started -> pass(started.lot(), event.subject());
            case OperationCompleted done -> pass(done.lot(), event.subject());
            default -> {}
        }
    }

    private void pass(String lot, EquipmentId machine) {
        var passed = routes.getOrDefault(lot, new LinkedHashSet<>());
        passed.add(machine);
        putLast(routes, lot, passed);
    }

    private <T> void putLast(SequencedMap<String, T> map, String key, T value) {
        map.remove(key);
        map.put(key, value);
        if (map.size() > most) {
            map.pollFirstEntry();
        }
    }

    /** Lets go of parts inspected before a time. */
    public void forget(Instant before) {
        inspections.values().removeIf(one -> one.event().time().isBefore(before));
    }

    /** The event that told of an inspection; null when it is not kept. */
    @Nullable
    Event inspection(String id) {
        var one = inspections.get(id);
        return one == null ? null : one.event();
    }

    public List<SeenPart> parts() {
        return inspections.values().stream().map(this::part).toList();
    }

    /** The machines that worked on each lot. */
    public Map<String, Set<EquipmentId>> routes() {
        return Collections.unmodifiableMap(routes);
    }

    private SeenPart part(Inspected one) {
        var fact = one.fact();
        var camera = cameras.get(fact.camera());
        var defects = new ArrayList<SeenDefect>();
        for (int i = 0; i < fact.findings().size(); i++) {
            var finding = fact.findings().get(i);
            var word = one.words().get(i);
            if (word == null || word.verdict() == CorrectionVerdict.CONFIRMED) {
                var type = word == null ? null : word.type();
                defects.add(defect(type == null ? finding.type() : type, finding.centroid(), camera));
            }
        }
        for (var missed : one.missed().values()) {
            defects.add(defect(Objects.requireNonNull(missed.type()), middle(missed.box()), camera));
        }
        return new SeenPart(
                fact.inspection(),
                one.event().time(),
                fact.serial(),
                one.event().subject(),
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
}
