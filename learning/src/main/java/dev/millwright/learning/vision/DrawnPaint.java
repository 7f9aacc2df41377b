package dev.millwright.learning.vision;

import java.util.SplittableRandom;

/** What becomes of a pixel that lies in a drawn defect. */
interface DrawnPaint {
    /** The grey that takes the place of the one that is there. */
    float at(float[] seen, int from, int pixel);

    /** One by chance: a piece of another picture, of this one, a shade, grain, or a blur. */
    static DrawnPaint of(DrawnDefects defects, double deviation) {
        SplittableRandom random = defects.random();
        int side = defects.side();
        float shade = (float) ((random.nextBoolean() ? 1 : -1) * deviation * Math.exp(random.nextDouble(-0.7, 1.6)));
        int across = random.nextInt(side);
        int down = random.nextInt(side);
        return switch (random.nextInt(6)) {
            case 0 -> {
                float offset = (float) (deviation * random.nextDouble(-1, 1));
                yield (_, _, pixel) -> defects.other()[moved(pixel, side, across, down)] + offset;
            }
            case 1 -> (seen, from, pixel) -> seen[from + moved(pixel, side, across, down)];
            case 2 -> {
                var grain = Grain.of(side, random.nextInt(2, 12), random);
                yield (seen, from, pixel) -> seen[from + pixel] + shade * 2 * (grain[pixel] - 0.5f);
            }
            case 3 -> (seen, from, pixel) -> blurred(seen, from, pixel, side);
            default -> (seen, from, pixel) -> seen[from + pixel] + shade;
        };
    }

    private static int moved(int pixel, int side, int across, int down) {
        return (pixel / side + down) % side * side + (pixel % side + across) % side;
    }

    private static float blurred(float[] seen, int from, int pixel, int side) {
        float sum = 0;
        int count = 0;
        for (int y = Math.max(0, pixel / side - 3); y <= Math.min(side - 1, pixel / side + 3); y++) {
            for (int x = Math.max(0, pixel % side - 3); x <= Math.min(side - 1, pixel % side + 3); x++) {
                sum += seen[from + y * side + x];
                count++;
            }
        }
        return sum / count;
    }
}
