package dev.millwright.learning.distillation;

import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.Scaling;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Pictures of nothing in particular, drawn by chance: textures under shapes, boards and turned parts, as a camera sees them. */
final class DrawnPictures {
    private final BoardGenerator boards = new BoardGenerator(BoardSettings.small());

    /** The picture of a seed. */
    Picture draw(long seed, int side) {
        var random = new SplittableRandom(seed);
        var picture = new Picture(side, new float[Picture.COLOURS * side * side]);
        boolean grey = random.nextBoolean();
        paint(picture, random.nextInt(5) == 0 ? board(random, side) : Texture.any(random, side), null, random, grey);
        int layers = random.nextInt(7);
        for (int layer = 0; layer < layers; layer++) {
            paint(picture, Texture.any(random, side), mask(random, side), random, grey);
        }
        return picture;
    }

    private float[] board(RandomGenerator random, int side) {
        int scaled = side + random.nextInt(side);
        var frame = Scaling.to(
                boards.generate(random.nextInt(1 << 20), random.nextInt(4)).image(), scaled, scaled);
        int left = random.nextInt(scaled - side + 1);
        int top = random.nextInt(scaled - side + 1);
        var values = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                values[y * side + x] = frame.grey(left + x, top + y) / 255f;
            }
        }
        return values;
    }

    /** How far a layer covers each pixel: a shape, or where a cloud is dense. */
    private static float[] mask(RandomGenerator random, int side) {
        if (random.nextInt(4) > 0) {
            return Shapes.any(random, side);
        }
        var mask = Texture.noise(random, side, 1);
        double sharp = random.nextDouble(2, 20);
        double level = random.nextDouble(0.4, 0.8);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (float) Math.clamp(0.5 + sharp * (mask[i] - level), 0, 1);
        }
        return mask;
    }

    /** Lays a pattern over a picture, from one colour to another, more or less opaque. */
    private static void paint(
            Picture picture,
            float[] pattern,
            float @org.jspecify.annotations.Nullable [] mask,
            SplittableRandom random,
            boolean grey) {
        int side = picture.side();
        if (random.nextInt(4) == 0) {
            TurnedPart.onto(pattern, Texture.any(random, side), random, side);
        }
        double opaque = mask == null ? 1 : random.nextDouble(0.2, 1);
        double darkest = random.nextDouble();
        double lightest = random.nextDouble();
        for (int colour = 0; colour < Picture.COLOURS; colour++) {
            double dark = grey ? darkest : Math.clamp(darkest + 0.3 * random.nextGaussian(), 0, 1);
            double light = grey ? lightest : Math.clamp(lightest + 0.3 * random.nextGaussian(), 0, 1);
            int plane = colour * side * side;
            for (int i = 0; i < pattern.length; i++) {
                double covered = mask == null ? 1 : opaque * mask[i];
                double value = dark + (light - dark) * pattern[i];
                picture.values()[plane + i] += (float) (covered * (value - picture.values()[plane + i]));
            }
        }
    }
}
