package dev.millwright.loop.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.plant.Finding;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.vision.image.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Remembers what findings looked like, as long as their pictures are kept, and tells which earlier ones are like one. The
 * distance weighs type 0.35, looks 0.35, size 0.15 and place on the part 0.15.
 */
final class CaseBook {

    private static final System.Logger LOG = System.getLogger(CaseBook.class.getName());
    private static final String ENDING = ".cases.json";
    private static final double TYPE = 0.35;
    private static final double LOOKS = 0.35;
    private static final double SIZE = 0.15;
    private static final double PLACE = 0.15;
    /** From a sixteenfold area on, sizes have nothing in common. */
    private static final double STRANGE_DOUBLINGS = 4;

    private final PictureShelf shelf;
    private final ObjectMapper mapper = EventJson.mapper();
    private final TreeMap<Long, Page> pages = new TreeMap<>();
    private boolean opened;

    CaseBook(PictureShelf shelf) {
        this.shelf = shelf;
    }

    /** All findings of an inspection. */
    record Page(String inspection, long offset, List<Case> cases) {}

    /** A finding; its place is a fraction of the picture's width and height. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a list of 256 boxed bytes would be silly
    record Case(int finding, String type, int areaPixels, double x, double y, byte[] picture, byte[] template) {}

    /** Takes an inspection that was told, with the pictures it was made of. */
    void add(long number, long offset, PartInspected fact, Frame picture, Frame template) {
        var cases = new ArrayList<Case>();
        for (int i = 0; i < fact.findings().size(); i++) {
            cases.add(one(i, fact.findings().get(i), picture, template));
        }
        var page = new Page(fact.inspection(), offset, cases);
        try {
            shelf.put(PictureShelf.Kind.REJECTED, number, ENDING, mapper.writeValueAsBytes(page));
        } catch (IOException e) {
            throw new UncheckedIOException("What was found on " + fact.serial() + " cannot be written as JSON", e);
        }
        synchronized (this) {
            pages.put(number, page);
            trim();
        }
    }

    private static Case one(int number, Finding finding, Frame picture, Frame template) {
        return new Case(
                number,
                finding.type(),
                finding.areaPixels(),
                finding.centroid().x() / picture.width(),
                finding.centroid().y() / picture.height(),
                CaseLook.of(picture, finding.box()),
                CaseLook.of(template, finding.box()));
    }

    /**
     * Findings of inspections before this one, the nearest first.
     *
     * @throws IllegalArgumentException when the book does not hold the finding
     */
    synchronized List<SimilarCase> similar(String inspection, int finding, int limit) {
        open();
        var asked = pages.values().stream()
                .filter(page -> page.inspection().equals(inspection))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "What inspection %s looked like is not kept.\nAsk about one of the latest %d rejected parts."
                                .formatted(inspection, PictureShelf.Kind.REJECTED.most())));
        if (finding < 0 || finding >= asked.cases().size()) {
            throw new IllegalArgumentException("Inspection %s has no finding %d.\nIt has those from 0 to %d."
                    .formatted(inspection, finding, asked.cases().size() - 1));
        }
        var one = asked.cases().get(finding);
        return pages.values().stream()
                .filter(page -> page.offset() < asked.offset())
                .flatMap(page -> page.cases().stream()
                        .map(other -> new SimilarCase(
                                page.inspection(), page.offset(), other.finding(), distance(one, other))))
                .sorted(Comparator.comparingDouble(SimilarCase::distance)
                        .thenComparing(
                                Comparator.comparingLong(SimilarCase::offset).reversed()))
                .limit(limit)
                .toList();
    }

    static double distance(Case one, Case other) {
        double looks = CaseLook.alikeness(one.picture(), one.template(), other.picture(), other.template());
        double doublings = Math.abs(Math.log((1.0 + one.areaPixels()) / (1.0 + other.areaPixels())) / Math.log(2));
        double away = Math.hypot(one.x() - other.x(), one.y() - other.y()) / Math.sqrt(2);
        return TYPE * (one.type().equals(other.type()) ? 0 : 1)
                + LOOKS * (1 - looks) / 2
                + SIZE * Math.min(1, doublings / STRANGE_DOUBLINGS)
                + PLACE * Math.min(1, away);
    }

    private void open() {
        if (opened) {
            return;
        }
        opened = true;
        for (Path file : shelf.files(PictureShelf.Kind.REJECTED, ENDING)) {
            try {
                String name = file.getFileName().toString();
                long number = Long.parseLong(name.substring(2, name.indexOf('.')));
                pages.putIfAbsent(number, mapper.readValue(Files.readAllBytes(file), Page.class));
            } catch (IOException | RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} cannot be read and is passed over: {1}",
                        file,
                        e.getMessage());
            }
        }
        trim();
    }

    private void trim() {
        while (pages.size() > PictureShelf.Kind.REJECTED.most()) {
            pages.pollFirstEntry();
        }
    }
}
