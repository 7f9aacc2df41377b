package dev.millwright.app.machines;

import dev.millwright.app.PlantClock;
import java.time.Duration;

/** How fast a recording is played when nobody says: its first failure should show within about two minutes. */
public final class ReplayPace {

    private static final double WALL_SECONDS = 120;

    private ReplayPace() {}

    /** The round speed (1, 2, 5, 10, 20 ...) nearest to the one that tells a story in two minutes. */
    public static double of(Duration story) {
        double wanted = Math.clamp(story.toSeconds() / WALL_SECONDS, 1, PlantClock.FASTEST_REPLAY);
        double ten = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / ten;
        double round = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
        return Math.min(round * ten, PlantClock.FASTEST_REPLAY);
    }
}
