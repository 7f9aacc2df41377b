package dev.millwright.vision.quality;

import dev.millwright.vision.image.Frame;
import java.util.function.IntBinaryOperator;

/** Pictures spoiled as cameras spoil them. */
final class Spoiled {
    private Spoiled() {}

    /** The mean over a square of so many pixels to each side: first along rows, then along columns. */
    static Frame blurred(Frame frame, int radius) {
        return averaged(averaged(frame, radius, 0), 0, radius);
    }

    private static Frame averaged(Frame frame, int across, int down) {
        int count = (2 * across + 1) * (2 * down + 1);
        return each(frame, (x, y) -> {
            int sum = count / 2;
            for (int v = y - down; v <= y + down; v++) {
                for (int u = x - across; u <= x + across; u++) {
                    sum += frame.grey(Math.clamp(u, 0, frame.width() - 1), Math.clamp(v, 0, frame.height() - 1));
                }
            }
            return sum / count;
        });
    }

    /** Another gain and another offset. */
    static Frame exposed(Frame frame, double gain, double offset) {
        return each(frame, (x, y) -> (int) Math.round(gain * frame.grey(x, y) + offset));
    }

    /** Moved right and down; what comes in repeats the edge. */
    static Frame moved(Frame frame, int dx, int dy) {
        return each(
                frame,
                (x, y) -> frame.grey(
                        Math.clamp(x - dx, 0, frame.width() - 1), Math.clamp(y - dy, 0, frame.height() - 1)));
    }

    private static Frame each(Frame frame, IntBinaryOperator grey) {
        var pixels = new byte[frame.width() * frame.height()];
        for (int y = 0, i = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++, i++) {
                pixels[i] = (byte) Math.clamp(grey.applyAsInt(x, y), 0, 255);
            }
        }
        return Frame.of(frame.width(), frame.height(), pixels);
    }
}
