package dev.millwright.loop.quality;

import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.KnownDefect;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.FindingCorrected;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.twin.EventQuery;
import dev.millwright.vision.image.FrameReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what people say of findings: pictures first, past all caches, then the event, then what is to be learned from it.
 * What a crash kept from being written last is written at the next start.
 */
final class CorrectionDesk {

    private static final Set<String> KIND = Set.of("finding-corrected");
    private static final int MOST = 10_000;
    private static final int LOOKED_THROUGH_AT_START = 100;

    private final PictureShelf shelf;
    private final List<CorrectedPictures> kept;
    private final Function<EventQuery, List<Event>> events;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final InstantSource plantClock;
    private final FrameReader reader = FrameReader.standard();

    CorrectionDesk(
            PictureShelf shelf,
            List<CorrectedPictures> kept,
            Function<EventQuery, List<Event>> events,
            Function<Draft, CompletableFuture<Event>> accept,
            InstantSource plantClock) {
        this.shelf = shelf;
        this.kept = List.copyOf(kept);
        this.events = events;
        this.accept = accept;
        this.plantClock = plantClock;
    }

    /**
     * Takes a word about an inspection; one after the other, so that each knows what was said before it.
     *
     * @throws IllegalArgumentException when the inspection has no such finding, or the box lies outside its picture
     */
    synchronized Event correct(Event inspection, PartInspected fact, Said said) {
        var earlier = about(inspection, fact.inspection());
        var correction = said.as(fact.inspection() + ".c" + (earlier.size() + 1));
        String found = found(fact, correction);
        var place = keepPictures(fact, correction.box());
        var draft = new Draft(
                plantClock.instant(),
                "user/" + said.by(),
                inspection.subject(),
                inspection.story(),
                inspection.id(),
                words(fact, correction, found),
                new FindingCorrected(fact.inspection(), fact.serial(), found, before(correction, earlier), correction));
        var told = accept.apply(draft).join();
        if (place != null) {
            var all = new ArrayList<>(corrections(earlier));
            all.add(correction);
            place.annotate(fact, KnownDefect.of(fact.findings(), all));
        }
        return told;
    }

    /** What was said of an inspection, the earliest first. */
    List<Event> about(Event inspection, String id) {
        return events
                .apply(EventQuery.all()
                        .ofTypes(KIND)
                        .about(inspection.subject())
                        .after(inspection.offset())
                        .atMost(MOST))
                .stream()
                .filter(event -> event.fact() instanceof FindingCorrected fact
                        && fact.inspection().equals(id))
                .toList();
    }

    /** Writes what is to be learned from the latest corrections once more. */
    void catchUp() {
        var seen = new LinkedHashSet<String>();
        var latest = EventQuery.all().ofTypes(KIND).backwards().atMost(LOOKED_THROUGH_AT_START);
        for (var event : events.apply(latest)) {
            if (event.fact() instanceof FindingCorrected fact && seen.add(fact.inspection())) {
                annotateAgain(event, fact.inspection());
            }
        }
    }

    private void annotateAgain(Event corrected, String id) {
        var cause = corrected.causation();
        if (cause == null) {
            return;
        }
        long offset = Long.parseLong(cause.substring(1));
        for (var event : events.apply(EventQuery.all().after(offset - 1).atMost(1))) {
            if (event.fact() instanceof PartInspected fact && fact.inspection().equals(id)) {
                for (var place : kept) {
                    if (place.takes(fact) && place.has(fact)) {
                        place.annotate(fact, KnownDefect.of(fact.findings(), corrections(about(event, id))));
                    }
                }
            }
        }
    }

    private static List<Correction> corrections(List<Event> events) {
        return events.stream()
                .map(event -> ((FindingCorrected) event.fact()).correction())
                .toList();
    }

    private static @Nullable CorrectionVerdict before(Correction now, List<Event> earlier) {
        return corrections(earlier).reversed().stream()
                .filter(now::isAboutTheSameAs)
                .map(Correction::verdict)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String found(PartInspected fact, Correction correction) {
        var number = correction.finding();
        if (correction.verdict() == CorrectionVerdict.MISSED || number == null) {
            return null;
        }
        int findings = fact.findings().size();
        if (number >= findings) {
            throw new IllegalArgumentException("Inspection %s has no finding %d.\n%s"
                    .formatted(
                            fact.inspection(),
                            number,
                            findings == 0
                                    ? "It has none; tell of a missed defect with MISSED."
                                    : "It has those from 0 to %d.".formatted(findings - 1)));
        }
        return fact.findings().get(number).type();
    }

    /** Where its pictures are kept for good now; null when they are gone. */
    private @Nullable CorrectedPictures keepPictures(PartInspected fact, @Nullable Box box) {
        var place = kept.stream().filter(each -> each.takes(fact)).findFirst().orElse(null);
        if (place == null) {
            return null;
        }
        byte[] picture = shelf.find(fact.picture());
        if (picture != null && box != null) {
            requireInside(box, picture, fact.inspection());
        }
        return place.has(fact) || place.keep(fact, shelf) ? place : null;
    }

    private void requireInside(Box box, byte[] picture, String inspection) {
        var frame = reader.decode(picture, "the picture of " + inspection);
        if (box.x() < 0
                || box.y() < 0
                || box.width() < 1
                || box.height() < 1
                || box.x() + box.width() > frame.width()
                || box.y() + box.height() > frame.height()) {
            throw new IllegalArgumentException(
                    "The box at %d,%d of %d x %d pixels does not lie in the picture.\nThe picture has %d x %d pixels; draw the box inside."
                            .formatted(box.x(), box.y(), box.width(), box.height(), frame.width(), frame.height()));
        }
    }

    private static String words(PartInspected fact, Correction correction, @Nullable String found) {
        String what =
                switch (correction.verdict()) {
                    case CONFIRMED -> "%s confirmed '%s' of %s".formatted(correction.by(), found, fact.serial());
                    case REJECTED ->
                        "%s holds '%s' of %s for no defect".formatted(correction.by(), found, fact.serial());
                    case MISSED ->
                        "%s saw '%s' on %s that was not found"
                                .formatted(correction.by(), correction.type(), fact.serial());
                };
        return correction.comment() == null ? what : what + ": " + correction.comment();
    }
}
