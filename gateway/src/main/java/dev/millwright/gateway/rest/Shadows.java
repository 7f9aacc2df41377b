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

    private final String model;
    private final Map<String, Inspected> parts = new HashMap<>();
    private final Map<String, Side> counted = new LinkedHashMap<>();
    private final Map<String, Side> shadows = new LinkedHashMap<>();
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

    private Shadows(String model) {
        this.model = model;
    }

    /** Over the latest parts that a version of a model was shown in shadow. */
    static ShadowView of(Floor floor, String model) {
        var shadows = new Shadows(model);
        var looks = floor.events(EventQuery.all().ofTypes(SHADOW).backwards().atMost(LATEST));
        if (looks.stream().anyMatch(look -> shadows.isOfModel(look.fact()))) {
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

    private boolean isOfModel(Fact fact) {
        return fact instanceof Fact.ShadowInspected look && look.model().equals(model);
    }

    private void add(Event event) {
        if (!(event.fact() instanceof Fact.ShadowInspected look)
                || !look.model().equals(model)) {
            return;
        }
        var part = parts.get(look.inspection());
        if (part == null) {
            return; // from before the parts that were read
        }
        since = part.event().time();
        var by = part.fact().model() == null ? null : version(part.fact().model());
        if (seen.add(look.inspection())) {
            counted.computeIfAbsent(String.valueOf(by), _ -> new Side(by, true))
                    .add(
                            part.fact().verdict(),
                            part.fact().verdict(),
                            part.truth(),
                            part.fact().inspectionMillis());
        }
        shadows.computeIfAbsent(look.version(), version -> new Side(version, false))
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

    /** What one of both adds up to. */
    private static final class Side {
        private final @Nullable String version;
        private final boolean counts;
        private final List<Double> millis = new ArrayList<>();
        private int rejected;
        private int rejectedAlone;
        private int passedAlone;
        private int judged;
        private int escapes;
        private int falseRejects;

        Side(@Nullable String version, boolean counts) {
            this.version = version;
            this.counts = counts;
        }

        void add(Verdict said, Verdict decided, @Nullable Verdict truth, double took) {
            boolean rejects = said == Verdict.FAIL;
            millis.add(took);
            rejected += rejects ? 1 : 0;
            rejectedAlone += rejects && decided == Verdict.PASS ? 1 : 0;
            passedAlone += !rejects && decided == Verdict.FAIL ? 1 : 0;
            judged += truth == null ? 0 : 1;
            escapes += truth == Verdict.FAIL && !rejects ? 1 : 0;
            falseRejects += truth == Verdict.PASS && rejects ? 1 : 0;
        }

        SideView view() {
            var sorted = millis.stream().sorted().toList();
            return new SideView(
                    version,
                    counts,
                    sorted.size(),
                    rejected,
                    rejectedAlone,
                    passedAlone,
                    judged,
                    escapes,
                    falseRejects,
                    sorted.get(sorted.size() / 2));
        }
    }
}
