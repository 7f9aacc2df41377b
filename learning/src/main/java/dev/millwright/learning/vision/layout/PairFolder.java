package dev.millwright.learning.vision.layout;

import dev.millwright.vision.Defect;
import dev.millwright.vision.evaluation.BoardPair;
import dev.millwright.vision.evaluation.DeepPcb;
import dev.millwright.vision.evaluation.InspectRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pictures NAME_test beside their templates NAME_temp, with a list of boxes each: {@code NAME.txt} beside them, or in a folder that
 * is called as theirs and {@code _not}, as DeepPCB has it. A line is {@code x1 y1 x2 y2 type}, types from 1: open, short, mousebite,
 * spur, copper, pin-hole; no line: a good board. Pairs without a list are not learned from.
 *
 * @param pairs with sound lists
 * @param heldOut those that the set itself names to judge by; empty: none are named
 * @param broken lines, by file
 */
public record PairFolder(List<BoardPair> pairs, List<BoardPair> heldOut, List<BrokenLabel> broken) {
    public PairFolder {
        pairs = List.copyOf(pairs);
        heldOut = List.copyOf(heldOut);
        broken = List.copyOf(broken);
    }

    /** Whether there is such a pair with a list; lists train.txt and test.txt alone have many sets. */
    static boolean isIn(Path folder) {
        boolean listed = DeepPcb.isPresent(folder);
        return PictureFolder.deepPictures(folder).stream()
                .anyMatch(file -> PictureFolder.stem(file).endsWith("_test") && (listed || list(file) != null));
    }

    /** Reads all pairs. */
    public static PairFolder read(Path folder) {
        try {
            if (DeepPcb.isPresent(folder)) {
                var set = DeepPcb.in(folder);
                return new PairFolder(set.train(), set.test(), List.of());
            }
            var pairs = new ArrayList<BoardPair>();
            var broken = new ArrayList<BrokenLabel>();
            for (var pair : InspectRun.pairs(folder)) {
                var list = list(pair.image());
                if (list != null) {
                    add(pair, list, pairs, broken);
                }
            }
            return new PairFolder(pairs, List.of(), broken);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void add(BoardPair pair, Path list, List<BoardPair> pairs, List<BrokenLabel> broken)
            throws IOException {
        int before = broken.size();
        var defects = new ArrayList<Defect>();
        var lines = Files.readAllLines(list);
        if (!Files.exists(pair.template())) {
            broken.add(new BrokenLabel(list, 1, "there is no template %s; copy it there".formatted(pair.template())));
        }
        for (int line = 0; line < lines.size(); line++) {
            try {
                if (!lines.get(line).isBlank()) {
                    defects.add(DeepPcb.defect(lines.get(line).strip(), list));
                }
            } catch (IllegalArgumentException e) {
                broken.add(new BrokenLabel(
                        list,
                        line + 1,
                        "'%s'; write 'x1 y1 x2 y2 type' with a type from 1 to 6"
                                .formatted(lines.get(line).strip())));
            }
        }
        if (broken.size() == before) {
            pairs.add(new BoardPair(pair.name(), pair.image(), pair.template(), defects));
        }
    }

    private static @Nullable Path list(Path image) {
        var name = PictureFolder.stem(image).replaceFirst("_test$", "") + ".txt";
        var beside = image.resolveSibling(name);
        var folder = image.toAbsolutePath().getParent();
        var apart = folder == null
                ? beside
                : folder.resolveSibling(PictureFolder.name(folder) + "_not").resolve(name);
        return Files.isRegularFile(beside) ? beside : Files.isRegularFile(apart) ? apart : null;
    }

    /** The same, where every line is sound or pairs with broken ones may be left out. */
    public PairFolder accepted(boolean leavingOutBroken) {
        new LabelledPictures(List.of(), broken).refuseBroken(leavingOutBroken);
        return this;
    }
}
