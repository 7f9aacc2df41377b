package dev.millwright.gateway.rest;

import dev.millwright.gateway.view.ShadowView.SideView;
import dev.millwright.plant.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one version, or the rules, said of parts, added up. */
final class ShadowSide {
    private final @Nullable String version;
    private final boolean counts;
    private final List<Double> millis = new ArrayList<>();
    private int rejected;
    private int rejectedAlone;
    private int passedAlone;
    private int judged;
    private int escapes;
    private int falseRejects;

    ShadowSide(@Nullable String version, boolean counts) {
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
