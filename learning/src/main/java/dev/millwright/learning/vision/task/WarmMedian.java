package dev.millwright.learning.vision.task;

import java.util.stream.DoubleStream;

/** The median of times, once the machine is warm: the first ones are left out where there are more. */
final class WarmMedian {
    private static final int WARM_UP = 20;

    private WarmMedian() {}

    /** Of one time or more, in the order in which they were taken. */
    static double of(DoubleStream times) {
        double[] all = times.toArray();
        double[] warm = DoubleStream.of(all)
                .skip(Math.min(WARM_UP, all.length - 1))
                .sorted()
                .toArray();
        return warm[warm.length / 2];
    }
}
