package dev.millwright.learning.vision.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pictures with boxes, whatever form the boxes were written in.
 *
 * @param pictures those whose labels are all sound
 * @param broken labels that are not; their pictures are left out, since a defect that lost its box would be taught as good
 */
public record LabelledPictures(List<LabelledPicture> pictures, List<BrokenLabel> broken) {
    private static final int MOST_TOLD = 20;

    public LabelledPictures {
        pictures = List.copyOf(pictures);
        broken = List.copyOf(broken);
    }

    /** What the boxes show, in the order of the alphabet. */
    public List<String> kinds() {
        return pictures.stream()
                .flatMap(picture -> picture.boxes().stream())
                .map(LabelledBox::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /** How many boxes there are. */
    public int boxes() {
        return pictures.stream().mapToInt(picture -> picture.boxes().size()).sum();
    }

    /**
     * The same, where every label is sound or pictures with broken ones may be left out.
     *
     * @throws IllegalArgumentException with the broken labels by file and line, or without any box
     */
    public LabelledPictures accepted(boolean leavingOutBroken) {
        refuseBroken(leavingOutBroken);
        if (boxes() == 0) {
            throw new IllegalArgumentException("None of %d pictures has a box\nGive pictures with defects drawn around."
                    .formatted(pictures.size()));
        }
        return this;
    }

    void refuseBroken(boolean leavingOutBroken) {
        if (!broken.isEmpty() && !leavingOutBroken) {
            throw new IllegalArgumentException(
                    "%d labels are broken:\n%s\nMend them, or leave their pictures out with --skip-broken."
                            .formatted(broken.size(), brokenText()));
        }
    }

    /** The first broken labels, a line each, by file and line. */
    public String brokenText() {
        var lines = new ArrayList<>(
                broken.stream().limit(MOST_TOLD).map(BrokenLabel::text).toList());
        if (broken.size() > MOST_TOLD) {
            lines.add("... and %d more".formatted(broken.size() - MOST_TOLD));
        }
        return lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }
}
