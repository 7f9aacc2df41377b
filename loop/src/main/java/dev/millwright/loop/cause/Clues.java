package dev.millwright.loop.cause;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tests what defects of one type may have in common. Each test asks how likely as many would be if defects fell on parts by
 * chance: on inspected parts alike over time, over machines that do the same work, over the parts of a lot, and on places
 * of the part as all other defects do.
 */
final class Clues {

    private static final int CELLS = 5;
    private static final int MOST_LANES = 6;

    private final Plant plant;
    private final List<SeenPart> before;
    private final List<SeenPart> now;
    private final List<Passage> passages;
    private final List<Numbered> numbered;

    /** A part that has a number in its lot. */
    private record Numbered(int number, SeenPart part) {}

    /**
     * @param before parts inspected earlier, to compare with
     * @param now parts inspected in the time that is asked about
     * @param routes the machines that each lot passed
     */
    Clues(Plant plant, List<SeenPart> before, List<SeenPart> now, Map<String, Set<EquipmentId>> routes) {
        this.plant = plant;
        this.before = before;
        this.now = now;
        this.passages = Passage.through(plant, now, routes);
        this.numbered = now.stream()
                .map(part -> new Numbered(part.number(), part))
                .filter(one -> one.number() >= 0)
                .toList();
    }

    /** Every test there is for a type: also those that say nothing, for how many were tried counts. */
    List<Clue> of(String type) {
        var showing = now.stream().filter(part -> part.shows(type)).toList();
        var clues = new ArrayList<Clue>();
        rate(type, showing, clues);
        stations(type, clues);
        positions(type, showing, clues);
        lanes(type, clues);
        return clues;
    }

    private void rate(String type, List<SeenPart> showing, List<Clue> clues) {
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        int earlier = (int) before.stream().filter(part -> part.shows(type)).count();
        double share = (double) now.size() / (now.size() + before.size());
        double p = Tail.binomial(showing.size(), showing.size() + earlier, share);
        double expected = (double) earlier / before.size() * now.size();
        clues.add(Clue.of(Clue.Kind.RATE, type, showing, expected, p, "more often than before"));
    }

    /** Machines that do the same work, against one another, by the parts that passed each. */
    private void stations(String type, List<Clue> clues) {
        var found = new ArrayList<Clue>();
        for (var passage : passages) {
            var passedAny = passage.passedAny();
            var passed = passage.passed();
            int all = (int) passedAny.stream().filter(part -> part.shows(type)).count();
            var here = passed.stream().filter(part -> part.shows(type)).toList();
            double p = Tail.hypergeometric(here.size(), passedAny.size(), all, passed.size());
            double expected = (double) all * passed.size() / passedAny.size();
            found.add(new Clue(Clue.Kind.STATION, type, here, expected, p, passage.machine(), List.of(), ""));
        }
        clues.addAll(withThoseThatExplainAsMuch(found));
    }

    /** Machines of one line pass the same parts: what one explains, all do. A camera's machine looks and makes nothing. */
    @SuppressWarnings("ReferenceEquality") // leaves out this very clue, not those that happen to say the same
    private List<Clue> withThoseThatExplainAsMuch(List<Clue> found) {
        var cameras = plant.cameras().stream().map(camera -> camera.machine()).toList();
        found.sort(Comparator.comparingDouble(Clue::pValue)
                .thenComparing(clue -> cameras.contains(clue.station()))
                .thenComparing(clue -> String.valueOf(clue.station())));
        var told = new ArrayList<Clue>();
        for (var clue : found) {
            var twins = found.stream()
                    .filter(other -> other != clue && other.parts().equals(clue.parts()))
                    .flatMap(other -> Stream.ofNullable(other.station()))
                    .filter(station -> !cameras.contains(station))
                    .toList();
            told.add(new Clue(
                    clue.kind(), clue.type(), clue.parts(), clue.expected(), clue.pValue(), clue.station(), twins, ""));
        }
        return told;
    }

    /** Squares of a grid and of one moved by half a square, against where all other defects lie. */
    private void positions(String type, List<SeenPart> showing, List<Clue> clues) {
        for (int grid = 0; grid < 2; grid++) {
            int cells = CELLS - grid;
            double shift = grid * 0.5 / CELLS;
            var others = new int[cells * cells];
            int all = 0;
            for (var part : before) {
                all += count(part, null, cells, shift, others);
            }
            for (var part : now) {
                all += count(part, type, cells, shift, others);
            }
            for (int cell = 0; cell < others.length; cell++) {
                int here = cell;
                var there = showing.stream()
                        .filter(part -> part.defects().stream()
                                .anyMatch(defect -> defect.type().equals(type) && cell(defect, cells, shift) == here))
                        .toList();
                double share = (others[cell] + 1.0) / (all + CELLS * CELLS);
                int located = (int) showing.stream()
                        .filter(part -> part.defects().stream()
                                .anyMatch(defect -> defect.type().equals(type) && !Double.isNaN(defect.x())))
                        .count();
                int row = cell / cells;
                double x = shift + (cell % cells + 0.5) / CELLS;
                double y = shift + (row + 0.5) / CELLS;
                clues.add(Clue.of(
                        Clue.Kind.POSITION,
                        type,
                        there,
                        located * share,
                        Tail.binomial(there.size(), located, share),
                        Places.words(x, y)));
            }
        }
    }

    /** Counts the defects of a part that are not of the type left out. */
    private static int count(SeenPart part, @Nullable String leftOut, int cells, double shift, int[] counts) {
        int counted = 0;
        for (var defect : part.defects()) {
            if (!defect.type().equals(leftOut) && !Double.isNaN(defect.x())) {
                counted++;
                int cell = cell(defect, cells, shift);
                if (cell >= 0) {
                    counts[cell]++;
                }
            }
        }
        return counted;
    }

    /** The square a defect lies in; -1 when it lies in none. */
    private static int cell(SeenPart.SeenDefect defect, int cells, double shift) {
        if (Double.isNaN(defect.x()) || Double.isNaN(defect.y())) {
            return -1;
        }
        int column = (int) Math.floor((Math.min(defect.x(), 0.9999) - shift) * CELLS);
        int row = (int) Math.floor((Math.min(defect.y(), 0.9999) - shift) * CELLS);
        return column < 0 || row < 0 || column >= cells || row >= cells ? -1 : row * cells + column;
    }

    /** Every second to every sixth part of a lot: nests of a fixture, lanes of a belt. */
    private void lanes(String type, List<Clue> clues) {
        int all = (int) numbered.stream().filter(one -> one.part().shows(type)).count();
        for (int lanes = 2; lanes <= MOST_LANES; lanes++) {
            for (int lane = 0; lane < lanes; lane++) {
                int every = lanes;
                int which = lane;
                var inLane = numbered.stream()
                        .filter(one -> one.number() % every == which)
                        .map(Numbered::part)
                        .toList();
                var here = inLane.stream().filter(part -> part.shows(type)).toList();
                if (inLane.isEmpty() || inLane.size() == numbered.size()) {
                    continue;
                }
                double p = Tail.hypergeometric(here.size(), numbered.size(), all, inLane.size());
                double expected = (double) all * inLane.size() / numbered.size();
                clues.add(Clue.of(Clue.Kind.LANE, type, here, expected, p, Places.lane(lanes, lane)));
            }
        }
    }
}
