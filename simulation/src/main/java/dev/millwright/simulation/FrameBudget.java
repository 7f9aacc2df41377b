package dev.millwright.simulation;

/** Bounds how many pictures leave the plant: a bucket that fills with plant time and holds a few. */
final class FrameBudget {

    private static final double BURST = 3;

    private final Floor floor;
    private double perMinute = 2;
    private double tokens = BURST;
    private long filledAt;

    FrameBudget(Floor floor) {
        this.floor = floor;
    }

    void setPerMinute(double frames) {
        fill();
        perMinute = frames;
        tokens = Math.min(tokens, frames);
    }

    boolean take() {
        fill();
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    private void fill() {
        double minutes = (floor.now() - filledAt) / Floor.TICKS_A_SECOND / 60;
        tokens = Math.min(BURST, tokens + minutes * perMinute);
        filledAt = floor.now();
    }
}
