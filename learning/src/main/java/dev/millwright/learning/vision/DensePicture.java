package dev.millwright.learning.vision;

import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A picture, and what people have seen in it. */
record DensePicture(List<Frame> planes, List<KnownBox> known) {

    /**
     * A square part of a picture, laid another way.
     *
     * @param known boxes in it, cut at its edges; those whose middle lies outside count as seen only in part
     */
    record Part(List<KnownBox> known, List<KnownBox> partly) {}

    /**
     * Writes a part by chance: every other one about a thing that people have seen, where there is one.
     *
     * @param side of the part, pixels; what lies beyond the picture is left empty
     */
    Part write(int side, SplittableRandom random, float[] into, int at) {
        var picture = planes.getFirst();
        boolean about = !known.isEmpty() && random.nextBoolean();
        var box = about ? known.get(random.nextInt(known.size())).box() : null;
        int left = from(box == null ? -1 : (box.left() + box.right()) / 2, picture.width(), side, random);
        int top = from(box == null ? -1 : (box.top() + box.bottom()) / 2, picture.height(), side, random);
        DenseInput.write(planes, left, top, side, side, into, at);
        int turn = random.nextInt(Turns.COUNT);
        Turns.lay(into, at, planes.size(), side, turn);
        var whole = new ArrayList<KnownBox>();
        var partly = new ArrayList<KnownBox>();
        for (var each : known) {
            var drawn = each.box();
            int right = Math.min(side, drawn.right() - left);
            int bottom = Math.min(side, drawn.bottom() - top);
            int from = Math.max(0, drawn.left() - left);
            int above = Math.max(0, drawn.top() - top);
            if (right > from && bottom > above) {
                boolean inside = in((drawn.left() + drawn.right()) / 2 - left, side)
                        && in((drawn.top() + drawn.bottom()) / 2 - top, side);
                (inside ? whole : partly)
                        .add(new KnownBox(each.kind(), turned(from, above, right, bottom, side, turn)));
            }
        }
        return new Part(whole, partly);
    }

    /** Where a part begins along one side: about a middle, or anywhere; within the picture where that is large enough. */
    private static int from(int middle, int length, int side, SplittableRandom random) {
        int least = Math.min(0, length - side);
        int most = Math.max(0, length - side);
        int from = middle < 0 ? random.nextInt(least, most + 1) : middle - random.nextInt(side);
        return Math.clamp(from, least, most);
    }

    private static boolean in(int place, int side) {
        return place >= 0 && place < side;
    }

    private static Box turned(int left, int top, int right, int bottom, int side, int turn) {
        var sides = Turns.margins(left, top, side - right, side - bottom, turn);
        return new Box((int) sides[0], (int) sides[1], (int) (side - sides[2]), (int) (side - sides[3]));
    }
}
