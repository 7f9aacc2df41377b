package dev.millwright.vision.generator;

import java.util.random.RandomGenerator;

/** Draws a board as it should be: lanes of traces between pads, vias, links from lane to lane, and copper pours. */
final class Artwork {
    private static final int LANE_PX = 28;
    private static final int RIM_PX = 14;

    private final RandomGenerator random;
    private final Copper copper;

    private Artwork(RandomGenerator random, int width, int height) {
        this.random = random;
        this.copper = new Copper(width, height);
    }

    /** A board of this size; half of them run from top to bottom. */
    static Copper draw(RandomGenerator random, int width, int height) {
        if (random.nextBoolean()) {
            var artwork = new Artwork(random, height, width);
            artwork.lanes();
            return artwork.copper.turned();
        }
        var artwork = new Artwork(random, width, height);
        artwork.lanes();
        return artwork.copper;
    }

    private void lanes() {
        int centre = RIM_PX + LANE_PX / 2;
        while (centre < copper.height - RIM_PX) {
            if (random.nextInt(4) == 0 && centre + LANE_PX < copper.height - RIM_PX) {
                row(centre, true);
                centre += 2 * LANE_PX;
            } else {
                row(centre, false);
                centre += LANE_PX;
            }
        }
    }

    /** One lane, or two lanes' height with pours in place of traces. */
    private void row(int centre, boolean pours) {
        int left = RIM_PX + random.nextInt(20);
        while (left < copper.width - RIM_PX - 40) {
            int right = Math.min(copper.width - RIM_PX, left + 60 + random.nextInt(120));
            if (pours) {
                pour(left, centre, right);
            } else {
                net(left, centre, right);
            }
            left = right + 16 + random.nextInt(10);
        }
    }

    private void net(int left, int y, int right) {
        int half = 4 + random.nextInt(2);
        copper.rectangle(left + 8, y - half, right - 8, y + half, true);
        pad(left + 8, y);
        pad(right - 8, y);
        if (random.nextInt(3) == 0) {
            pad((left + right) / 2, y);
        }
        if (random.nextInt(3) == 0) {
            int x = left + 14 + random.nextInt(Math.max(1, right - left - 28));
            copper.rectangle(x - 4, y, x + 4, Math.min(copper.height - RIM_PX, y + LANE_PX), true);
        }
    }

    private void pad(int x, int y) {
        switch (random.nextInt(3)) {
            case 0 -> copper.rectangle(x - 7, y - 8, x + 7, y + 8, true);
            case 1 -> copper.ellipse(x, y, 8, 8, true);
            default -> {
                copper.ellipse(x, y, 9, 9, true);
                copper.ellipse(x, y, 3, 3, false);
            }
        }
    }

    private void pour(int left, int lane, int right) {
        copper.rectangle(left, lane - 8, right, lane + LANE_PX + 8, true);
        for (int x = left + 30; x < right - 20; x += 44) {
            copper.ellipse(x, lane + LANE_PX / 2.0, 4, 4, false);
        }
    }
}
