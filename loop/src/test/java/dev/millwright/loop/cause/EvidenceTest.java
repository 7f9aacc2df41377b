package dev.millwright.loop.cause;

import static dev.millwright.loop.cause.TwoPlacers.AOI;
import static dev.millwright.loop.cause.TwoPlacers.OVEN;
import static dev.millwright.loop.cause.TwoPlacers.PLACER_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.loop.cause.SeenPart.SeenDefect;
import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private long offset;

    @Test
    void aPartHasTheDefectsThatTheLastWordsLeaveIt() {
        var evidence = new Evidence(TwoPlacers.plant(), 10);
        evidence.take(inspected(0, "I-1", "open", "short", "spur"));
        evidence.take(said("I-1", 1, CorrectionVerdict.REJECTED, 0, null));
        evidence.take(said("I-1", 2, CorrectionVerdict.REJECTED, 1, null));
        evidence.take(said("I-1", 3, CorrectionVerdict.CONFIRMED, 1, "copper"));
        evidence.take(said("I-1", 4, CorrectionVerdict.MISSED, null, "scratch"));
        evidence.take(said("I-9", 1, CorrectionVerdict.MISSED, null, "of a part that is not known"));
        evidence.take(inspected(0, "I-1", "open")); // told again, which changes nothing
        assertThat(evidence.parts()).singleElement().satisfies(part -> {
            assertThat(part.inspectedAt()).isEqualTo(AOI);
            assertThat(part.defects())
                    .containsExactly(
                            new SeenDefect("copper", 0.25, 0.5),
                            new SeenDefect("spur", 0.25, 0.5),
                            new SeenDefect("scratch", 0.6, 0.7));
        });
    }

    @Test
    void keepsTheLatestPartsAndTheWaysOfTheLatestLots() {
        var evidence = new Evidence(TwoPlacers.plant(), 2);
        for (int i = 0; i < 5; i++) {
            evidence.take(inspected(i, "I-" + i));
            evidence.take(event(i, PLACER_1, new Fact.OperationCompleted("O-" + i, "O-" + i + ":10", 1, 0, 0)));
            evidence.take(event(i, OVEN, new Fact.OperationCompleted("O-" + i, "O-" + i + ":20", 1, 0, 0)));
        }
        assertThat(evidence.parts()).extracting(SeenPart::inspection).containsExactly("I-3", "I-4");
        assertThat(evidence.routes()).isEqualTo(Map.of("O-3", Set.of(PLACER_1, OVEN), "O-4", Set.of(PLACER_1, OVEN)));
        evidence.forget(NOON.plusSeconds(4 * 60));
        assertThat(evidence.parts()).extracting(SeenPart::inspection).containsExactly("I-4");
        assertThat(evidence.inspection("I-3")).isNull();
        assertThat(evidence.inspection("I-4")).isNotNull();
    }

    /** A look costs, and so it waits for a reason, and for a while after the last one. */
    @Test
    void looksAfterARejectedPartOrAWordAndNotTooOften() {
        var watch = new CauseWatch(TwoPlacers.plant());
        watch.take(inspected(0, "I-1"));
        assertThat(watch.isDue(NOON, false)).isFalse();
        assertThat(watch.isDue(NOON, true)).isTrue();
        watch.take(inspected(0, "I-2", "open"));
        assertThat(watch.isDue(NOON, false)).isTrue();
        assertThat(watch.look(NOON)).isEmpty();
        watch.take(said("I-2", 1, CorrectionVerdict.REJECTED, 0, null));
        var next = NOON.plus(CauseWatch.PAUSE);
        assertThat(watch.isDue(next.minus(Duration.ofSeconds(1)), true)).isFalse();
        assertThat(watch.isDue(next, false)).isTrue();
        watch.look(next);
        assertThat(watch.isDue(next.plus(Duration.ofHours(1)), false)).isFalse();
    }

    private Event inspected(int minute, String id, String... types) {
        var findings = List.of(types).stream()
                .map(type -> new Finding(type, Severity.MINOR, new Box(20, 40, 10, 20), 9, 1, "left", "?"))
                .toList();
        var verdict = findings.isEmpty() ? Verdict.PASS : Verdict.FAIL;
        return event(minute, AOI, new Fact.PartInspected(id, TwoPlacers.CAMERA, "O-1/1", verdict, findings, null, 1));
    }

    private Event said(
            String inspection, int word, CorrectionVerdict verdict, @Nullable Integer finding, @Nullable String type) {
        var box = type == null ? null : new Box(50, 60, 20, 20);
        var correction = new Correction(inspection + ".c" + word, verdict, finding, type, box, List.of(), null, "anna");
        return event(1, AOI, new Fact.FindingCorrected(inspection, "O-1/1", null, null, correction));
    }

    private Event event(int minute, EquipmentId subject, Fact fact) {
        return Event.of(++offset, NOON, Draft.of(NOON.plusSeconds(60L * minute), "test", subject, fact));
    }
}
