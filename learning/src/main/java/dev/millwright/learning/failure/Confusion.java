package dev.millwright.learning.failure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What classes were taken for.
 *
 * @param counts how often the class of a row was taken for the class of a column
 */
public record Confusion(List<List<Integer>> counts) {
    public Confusion {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** Of a true and a predicted class each. */
    public static Confusion of(int classes, int[] truth, int[] predicted) {
        var counts = new Integer[classes][classes];
        for (var row : counts) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][predicted[i]]++;
        }
        return new Confusion(Arrays.stream(counts).map(List::of).toList());
    }

    /** Both together. */
    public Confusion plus(Confusion other) {
        return new Confusion(IntStream.range(0, counts.size())
                .mapToObj(row -> IntStream.range(0, counts.size())
                        .mapToObj(column -> counts.get(row).get(column)
                                + other.counts.get(row).get(column))
                        .toList())
                .toList());
    }

    /** The share that is taken for what it is. */
    public double accuracy() {
        double right = 0;
        double all = 0;
        for (int i = 0; i < counts.size(); i++) {
            right += counts.get(i).get(i);
            all += row(i);
        }
        return all == 0 ? 0 : right / all;
    }

    /** The mean F1 of the classes that are there, however many rows each has. */
    public double macroF1() {
        double sum = 0;
        int there = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += f1(i);
            there += row(i) > 0 ? 1 : 0;
        }
        return there == 0 ? 0 : sum / there;
    }

    /** The share of rows of a class that are taken for it; not a number where there are none. */
    public double recall(int of) {
        return counts.get(of).get(of) / row(of);
    }

    /** The share of rows taken for a class that are of it; 0 where none is taken for it. */
    public double precision(int of) {
        return column(of) == 0 ? 0 : counts.get(of).get(of) / column(of);
    }

    /** The harmonic mean of precision and recall of a class; 0 where it neither is nor is told. */
    public double f1(int of) {
        double both = row(of) + column(of);
        return both == 0 ? 0 : 2 * counts.get(of).get(of) / both;
    }

    private double row(int of) {
        return counts.get(of).stream().mapToInt(Integer::intValue).sum();
    }

    private double column(int of) {
        return counts.stream().mapToInt(row -> row.get(of)).sum();
    }
}
