package dev.millwright.learning.distillation;

import java.util.SplittableRandom;

/**
 * What a network sees while it learns: photographs and drawn pictures, softened, lit and grained by chance. The same number
 * always has the same picture.
 */
final class Pictures {
    private static final double PHOTOGRAPHS = 0.4;

    private final Photographs photographs;
    private final DrawnPictures drawn = new DrawnPictures();
    private final long seed;
    private final int side;

    Pictures(Photographs photographs, long seed, int side) {
        this.photographs = photographs;
        this.seed = seed;
        this.side = side;
    }

    Picture picture(long number) {
        var random = new SplittableRandom(seed ^ number * 0x9E3779B97F4A7C15L);
        boolean photograph = random.nextDouble() < PHOTOGRAPHS;
        var picture = photograph ? photographs.part(random, side) : drawn.draw(random.nextLong(), side);
        int softer = random.nextInt(photograph ? 1 : 3);
        for (int i = 0; i < softer; i++) {
            soften(picture);
        }
        light(picture, random);
        return picture;
    }

    /** Replaces each pixel by the mean of nine. */
    private static void soften(Picture picture) {
        int side = picture.side();
        var before = picture.values().clone();
        for (int row = 1; row < Picture.COLOURS * side - 1; row++) {
            if (row % side == 0 || row % side == side - 1) {
                continue;
            }
            for (int x = 1; x < side - 1; x++) {
                float sum = 0;
                for (int y = row - 1; y <= row + 1; y++) {
                    sum += before[y * side + x - 1] + before[y * side + x] + before[y * side + x + 1];
                }
                picture.values()[row * side + x] = sum / 9;
            }
        }
    }

    private static void light(Picture picture, SplittableRandom random) {
        double contrast = random.nextDouble(0.5, 1.5);
        double brightness = random.nextDouble(-0.2, 0.2);
        double grain = random.nextInt(3) == 0 ? random.nextDouble(0, 0.08) : 0.01;
        int plane = picture.side() * picture.side();
        for (int i = 0; i < plane; i++) {
            double noise = grain * random.nextGaussian();
            for (int colour = 0; colour < Picture.COLOURS; colour++) {
                double value = picture.values()[colour * plane + i];
                picture.values()[colour * plane + i] =
                        (float) Math.clamp(0.5 + brightness + contrast * (value - 0.5) + noise, 0, 1);
            }
        }
    }
}
