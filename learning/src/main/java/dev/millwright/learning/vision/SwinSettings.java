package dev.millwright.learning.vision;

import java.util.List;

/**
 * The shape of a small Swin transformer (Liu et al. 2021).
 *
 * @param channels of the image
 * @param side of the image, pixels
 * @param stride of the stem: how many pixels a token of the first stage is apart, 2 or 4
 * @param widths numbers a token has, stage by stage
 * @param depths blocks of each stage
 * @param headWidth numbers of a token that one head of attention sees
 * @param window tokens on a side that see each other
 * @param focus tokens on a side, in the middle of the last stage, whose mean is the answer: all of them, or fewer where what is
 *     asked about lies in the middle
 * @param answers how many numbers the head gives
 */
public record SwinSettings(
        int channels,
        int side,
        int stride,
        List<Integer> widths,
        List<Integer> depths,
        int headWidth,
        int window,
        int focus,
        int answers) {

    public SwinSettings {
        widths = List.copyOf(widths);
        depths = List.copyOf(depths);
        if (widths.isEmpty() || widths.size() != depths.size()) {
            throw new IllegalArgumentException(
                    "Widths %s, depths %s\nGive one of each for every stage.".formatted(widths, depths));
        }
        if (stride != 2 && stride != 4) {
            throw new IllegalArgumentException("A stem of stride %d\nGive 2 or 4.".formatted(stride));
        }
        int tokens = side / stride;
        for (int stage = 0; stage < widths.size(); stage++) {
            if (tokens % window != 0 || widths.get(stage) % headWidth != 0) {
                throw new IllegalArgumentException(
                        "Stage %d has %d tokens a side and %d numbers a token\nMake both multiples: of the window %d, of the head's %d."
                                .formatted(stage + 1, tokens, widths.get(stage), window, headWidth));
            }
            tokens /= 2;
        }
        int last = (side / stride) >> (widths.size() - 1);
        if (focus < 1 || focus > last || (last - focus) % 2 != 0) {
            throw new IllegalArgumentException(
                    "A focus of %d of %d tokens\nGive as many, or fewer by an even number.".formatted(focus, last));
        }
    }
}
