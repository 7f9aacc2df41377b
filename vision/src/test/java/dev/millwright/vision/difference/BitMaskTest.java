package dev.millwright.vision.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole-word logic against the same rule said pixel by pixel, at widths around the word size. */
class BitMaskTest {
    private static final int[] WIDTHS = {1, 63, 64, 65, 130};

    @Test
    void growingMeansAnyNeighbour() {
        for (long seed = 0; seed < 40; seed++) {
            var mask = random(seed);
            var grown = mask.dilated();
            for (int y = 0; y < mask.height; y++) {
                for (int x = 0; x < mask.width; x++) {
                    assertThat(grown.get(x, y))
                            .as("seed %d at %d,%d", seed, x, y)
                            .isEqualTo(any(mask, x, y, true));
                }
            }
        }
    }

    @Test
    void shrinkingMeansNoEmptyNeighbourInside() {
        for (long seed = 0; seed < 40; seed++) {
            var mask = random(seed);
            var shrunk = mask.eroded();
            for (int y = 0; y < mask.height; y++) {
                for (int x = 0; x < mask.width; x++) {
                    assertThat(shrunk.get(x, y))
                            .as("seed %d at %d,%d", seed, x, y)
                            .isEqualTo(!any(mask, x, y, false));
                }
            }
        }
    }

    @Test
    void shiftingMovesEachPixel() {
        for (long seed = 0; seed < 60; seed++) {
            var mask = random(seed);
            var random = new SplittableRandom(-seed);
            int dx = random.nextInt(-70, 71);
            int dy = random.nextInt(-5, 6);
            var shifted = mask.shifted(dx, dy);
            for (int y = 0; y < mask.height; y++) {
                for (int x = 0; x < mask.width; x++) {
                    assertThat(shifted.get(x, y))
                            .as("seed %d by %d,%d at %d,%d", seed, dx, dy, x, y)
                            .isEqualTo(mask.get(x - dx, y - dy));
                }
            }
        }
    }

    @Test
    void logicFollowsDeMorgan() {
        for (long seed = 0; seed < 40; seed++) {
            var a = random(seed);
            var b = random(seed + 200);
            assertThat(a.and(b))
                    .as("seed %d", seed)
                    .isEqualTo(a.complement().or(b.complement()).complement());
            assertThat(a.andNot(b).count()).isEqualTo(a.count() - a.and(b).count());
            assertThat(a.and(b)).hasSameHashCodeAs(b.and(a));
        }
    }

    /** Each pixel belongs to one piece, and pieces do not touch. */
    @Test
    void piecesPartAMask() {
        for (long seed = 0; seed < 40; seed++) {
            var mask = random(seed);
            var pieces = Components.of(mask, true, 1);
            var seen = new BitMask(mask.width, mask.height);
            for (var piece : pieces) {
                var only = new BitMask(mask.width, mask.height);
                for (int i = 0; i < piece.area(); i++) {
                    only.set(piece.xs[i], piece.ys[i]);
                }
                assertThat(only.dilated().and(seen).count()).as("seed %d", seed).isZero();
                seen = seen.or(only);
            }
            assertThat(seen).as("seed %d", seed).isEqualTo(mask);
        }
    }

    private static BitMask random(long seed) {
        var random = new SplittableRandom(seed);
        var mask = new BitMask(WIDTHS[(int) (seed % WIDTHS.length)], 12);
        double density = seed % 3 == 0 ? 0.1 : 0.6;
        for (int y = 0; y < mask.height; y++) {
            for (int x = 0; x < mask.width; x++) {
                if (random.nextDouble() < density) {
                    mask.set(x, y);
                }
            }
        }
        return mask;
    }

    private static boolean any(BitMask mask, int x, int y, boolean value) {
        for (int row = Math.max(0, y - 1); row <= Math.min(mask.height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(mask.width - 1, x + 1); column++) {
                if (mask.get(column, row) == value) {
                    return true;
                }
            }
        }
        return false;
    }
}
