package dev.millwright.vision.difference;

import dev.millwright.vision.image.Frame;
import java.util.Arrays;

/** A black-and-white image, 64 pixels a word, so that whole-image logic costs microseconds. */
public final class BitMask {
    public final int width;
    public final int height;
    final int stride;
    final long[] words;

    public BitMask(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = (width + 63) >> 6;
        this.words = new long[stride * height];
    }

    /** The pixels that are darker than the threshold, or those that are not. */
    public static BitMask of(Frame frame, int threshold, boolean dark) {
        var mask = new BitMask(frame.width(), frame.height());
        for (int y = 0; y < mask.height; y++) {
            for (int x = 0; x < mask.width; x++) {
                if (frame.grey(x, y) < threshold == dark) {
                    mask.set(x, y);
                }
            }
        }
        return mask;
    }

    public boolean get(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && (words[y * stride + (x >> 6)] >>> (x & 63) & 1) != 0;
    }

    public void set(int x, int y) {
        words[y * stride + (x >> 6)] |= 1L << (x & 63);
    }

    void clear(int x, int y) {
        words[y * stride + (x >> 6)] &= ~(1L << (x & 63));
    }

    BitMask copy() {
        var copy = new BitMask(width, height);
        System.arraycopy(words, 0, copy.words, 0, words.length);
        return copy;
    }

    public BitMask and(BitMask other) {
        var result = copy();
        for (int i = 0; i < words.length; i++) {
            result.words[i] &= other.words[i];
        }
        return result;
    }

    public BitMask or(BitMask other) {
        var result = copy();
        for (int i = 0; i < words.length; i++) {
            result.words[i] |= other.words[i];
        }
        return result;
    }

    public BitMask andNot(BitMask other) {
        var result = copy();
        for (int i = 0; i < words.length; i++) {
            result.words[i] &= ~other.words[i];
        }
        return result;
    }

    public BitMask complement() {
        var full = new BitMask(width, height);
        full.fill(0, 0, width, height);
        return full.andNot(this);
    }

    public void fill(int left, int top, int right, int bottom) {
        for (int word = left >> 6; word < (right + 63) >> 6; word++) {
            long bits = -1L;
            if (word == left >> 6) {
                bits &= -1L << (left & 63);
            }
            if (word == right >> 6) {
                bits &= (1L << (right & 63)) - 1;
            }
            for (int y = top; y < bottom; y++) {
                words[y * stride + word] |= bits;
            }
        }
    }

    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** This mask moved right and down; what comes in at the edges is empty. */
    public BitMask shifted(int dx, int dy) {
        var result = new BitMask(width, height);
        int jump = Math.floorDiv(dx, 64);
        int bits = Math.floorMod(dx, 64);
        for (int y = Math.max(0, dy); y < Math.min(height, height + dy); y++) {
            int from = (y - dy) * stride;
            for (int word = 0; word < stride; word++) {
                long high = at(from, word - jump);
                long low = bits == 0 ? 0 : at(from, word - jump - 1) >>> (64 - bits);
                result.words[y * stride + word] = high << bits | low;
            }
        }
        return result.trim();
    }

    private long at(int row, int word) {
        return word < 0 || word >= stride ? 0 : words[row + word];
    }

    /** Keeps the unused bits at the end of each row empty. */
    private BitMask trim() {
        if ((width & 63) != 0) {
            long keep = (1L << (width & 63)) - 1;
            for (int y = 0; y < height; y++) {
                words[y * stride + stride - 1] &= keep;
            }
        }
        return this;
    }

    /** Grown by one pixel to all eight sides. */
    public BitMask dilated() {
        var across = new BitMask(width, height);
        for (int y = 0; y < height; y++) {
            int row = y * stride;
            for (int word = 0; word < stride; word++) {
                long bits = words[row + word];
                across.words[row + word] =
                        bits | bits << 1 | bits >>> 1 | at(row, word - 1) >>> 63 | at(row, word + 1) << 63;
            }
        }
        var result = across.copy();
        for (int i = 0; i + stride < words.length; i++) {
            result.words[i] |= across.words[i + stride];
            result.words[i + stride] |= across.words[i];
        }
        return result.trim();
    }

    /** Shrunk by one pixel from all eight sides; the world beyond the edges counts as full. */
    public BitMask eroded() {
        return complement().dilated().complement();
    }

    /** Without anything thinner than three pixels. */
    BitMask opened() {
        return eroded().dilated();
    }

    /** Without anything thinner than two pixels. */
    BitMask thick() {
        var squares = and(shifted(1, 0)).and(shifted(0, 1).and(shifted(1, 1)));
        return squares.or(squares.shifted(-1, 0)).or(squares.shifted(0, -1).or(squares.shifted(-1, -1)));
    }

    /** A window of this mask; what lies beyond the edges is empty. */
    public BitMask window(int left, int top, int width, int height) {
        var window = new BitMask(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (get(left + x, top + y)) {
                    window.set(x, y);
                }
            }
        }
        return window;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitMask mask && mask.width == width && Arrays.equals(mask.words, words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
