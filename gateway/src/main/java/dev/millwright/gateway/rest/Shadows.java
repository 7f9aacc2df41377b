package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.ShadowView;
import dev.millwright.gateway.view.ShadowView.CaseView;
import dev.millwright.gateway.view.ShadowView.SideView;
import dev.millwright.plant.Correction;
import dev.millwright.plant.Finding;
import dev.millwright.plant.KnownDefect;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.EventQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets what versions in shadow said of parts beside what counted, and beside what people said of the same parts. */
final class Shadows {

    private static final Set<String> SHADOW = Set.of("shadow-inspected");
    private static final Set<String> PART = Set.of("part-inspected");
    private static final int LATEST = 4_000;
    private static final int CASES = 50;

    private final Map<String, Inspected> parts = new HashMap<>();
    private final Map<String, ShadowSide> counted = new LinkedHashMap<>();
    private final Map<String, ShadowSide> shadows = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<CaseView> cases = new ArrayList<>();
    private @Nullable Instant since;

    /** An inspection with what people said of it, the earliest first. */
    private record Inspected(Event event, Fact.PartInspected fact, List<Correction> said) {

        /** What a person says of the part; null where nobody did. */
        @Nullable
        Verdict truth() {
            if (said.isEmpty()) {
                return null;
            }
            return KnownDefect.of(fact.findings(), said).isEmpty() ? Verdict.PASS : Verdict.FAIL;
        }
    }

    private Shadows() {}

    /** Over the latest parts that a version of a model was shown in shadow. */
    static ShadowView of(Floor floor, String model) {
        var shadows = new Shadows();
        var looks = floor.events(EventQuery.all().ofTypes(SHADOW).backwards().atMost(LATEST)).stream()
                .map(Event::fact)
                .filter(Fact.ShadowInspected.class::isInstance)
                .map(Fact.ShadowInspected.class::cast)
                .filter(look -> look.model().equals(model))
                .toList();
        if (!looks.isEmpty()) {
            shadows.read(floor);
            looks.forEach(shadows::add);
        }
        return shadows.view();
    }

    private void read(Floor floor) {
        for (var event : floor.events(EventQuery.all().ofTypes(PART).backwards().atMost(LATEST))) {
            if (event.fact() instanceof Fact.PartInspected fact) {
                parts.put(fact.inspection(), new Inspected(event, fact, new ArrayList<>()));
            }
        }
        for (var event : floor.events(
                EventQuery.all().ofTypes(Inspections.CORRECTION).backwards().atMost(Inspections.MOST))) {
            if (event.fact() instanceof Fact.FindingCorrected fact && parts.containsKey(fact.inspection())) {
                parts.get(fact.inspection()).said().addFirst(fact.correction());
            }
        }
    }

    private void add(Fact.ShadowInspected look) {
        var part = parts.get(look.inspection());
        if (part == null) {
            return; // from before the parts that were read
        }
        since = part.event().time();
        var by = part.fact().model() == null ? null : version(part.fact().model());
        if (seen.add(look.inspection())) {
            counted.computeIfAbsent(String.valueOf(by), _ -> new ShadowSide(by, true))
                    .add(
                            part.fact().verdict(),
                            part.fact().verdict(),
                            part.truth(),
                            part.fact().inspectionMillis());
        }
        shadows.computeIfAbsent(look.version(), version -> new ShadowSide(version, false))
                .add(look.verdict(), part.fact().verdict(), part.truth(), look.inspectionMillis());
        if (look.verdict() != part.fact().verdict() && cases.size() < CASES) {
            cases.add(new CaseView(
                    look.inspection(),
                    part.event().subject().path(),
                    look.serial(),
                    part.event().time(),
                    by,
                    part.fact().verdict(),
                    look.version(),
                    look.verdict(),
                    look.findings().stream().map(Finding::type).toList(),
                    part.truth()));
        }
    }

    private static String version(String title) {
        return title.substring(title.lastIndexOf(' ') + 1);
    }

    private ShadowView view() {
        var sides = new ArrayList<SideView>();
        counted.values().forEach(side -> sides.add(side.view()));
        shadows.values().forEach(side -> sides.add(side.view()));
        return new ShadowView(seen.size(), since, List.copyOf(sides), List.copyOf(cases));
    }
}
