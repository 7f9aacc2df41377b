package dev.millwright.learning.cwru;

import java.util.Arrays;
import java.util.List;

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
    static Confusion of(int classes, int[] truth, int[] predicted) {
        var counts = new Integer[classes][classes];
        for (var row : counts) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][predicted[i]]++;
        }
        return new Confusion(Arrays.stream(counts).map(List::of).toList());
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
            double both = row(i) + column(i);
            sum += both == 0 ? 0 : 2 * counts.get(i).get(i) / both;
            there += row(i) > 0 ? 1 : 0;
        }
        return there == 0 ? 0 : sum / there;
    }

    /** The share of rows of a class that are taken for it; not a number where there are none. */
    public double recall(int of) {
        return counts.get(of).get(of) / row(of);
    }

    private double row(int of) {
        return counts.get(of).stream().mapToInt(Integer::intValue).sum();
    }

    private double column(int of) {
        return counts.stream().mapToInt(row -> row.get(of)).sum();
    }
}
