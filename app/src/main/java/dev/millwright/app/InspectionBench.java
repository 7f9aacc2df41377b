package dev.millwright.app;

import dev.millwright.gateway.Benchmark;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.time.Clock;
import java.util.Arrays;

/** How fast this machine inspects: generated boards of 640 x 640 pixels with three defects each, decoding left out. */
final class InspectionBench {

    private static final int DEFECTS = 3;
    private static final int WARM_UP = 3;

    private final Inspector inspector = new Inspector(InspectorSettings.standard(), Clock.systemUTC());

    Benchmark run(int iterations, int batchSize) {
        var boards = new BoardGenerator(BoardSettings.large());
        var board = boards.generate(1, DEFECTS);
        for (int i = 0; i < WARM_UP; i++) {
            inspector.inspect(board.image(), board.template());
        }
        double[] millis = new double[iterations * batchSize];
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            inspector.inspect(board.image(), board.template());
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        double mean = Arrays.stream(millis).average().orElse(0);
        return new Benchmark(
                millis.length, mean, at(millis, 0.5), at(millis, 0.95), at(millis, 0.99), mean == 0 ? 0 : 1000 / mean);
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * (sorted.length - 1)))];
    }
}
