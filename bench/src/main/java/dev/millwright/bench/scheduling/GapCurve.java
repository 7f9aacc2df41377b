package dev.millwright.bench.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One contestant's mean gap as time goes by, from the moment it has a schedule for each instance it solved.
 *
 * @param points in order of time; the gap holds until the next point
 * @param solved how many instances the mean is over
 * @param tried how many with a known best value it was given
 */
record GapCurve(String solver, List<Point> points, int solved, int tried) {

    record Point(double seconds, double gap) {}

    private record Step(double seconds, int trial, double gap) {}

    static GapCurve of(String solver, List<Measured> trials) {
        var solved = trials.stream().filter(trial -> trial.gap() != null).toList();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < solved.size(); i++) {
            for (var point : solved.get(i).trace()) {
                steps.add(new Step(point.getFirst(), i, gap(solved.get(i), point.getLast())));
            }
        }
        steps.sort(Comparator.comparingDouble(Step::seconds));
        int tried = (int) trials.stream().filter(trial -> trial.ub() != null).count();
        return new GapCurve(solver, means(steps, solved.size()), solved.size(), tried);
    }

    /** A best known value of 0 is met by the last point; what came before has no percent and counts as 100. */
    private static double gap(Measured trial, double value) {
        double ub = trial.ub() == null ? 0 : trial.ub();
        return ub == 0 ? (value == 0 ? 0 : 100) : 100 * (value - ub) / ub;
    }

    private static List<Point> means(List<Step> steps, int trials) {
        var points = new ArrayList<Point>();
        var gaps = new Double[trials];
        int begun = 0;
        double sum = 0;
        for (var step : steps) {
            var before = gaps[step.trial()];
            begun += before == null ? 1 : 0;
            sum += step.gap() - (before == null ? 0 : before);
            gaps[step.trial()] = step.gap();
            if (begun == trials) {
                points.add(new Point(step.seconds(), sum / trials));
            }
        }
        return points;
    }
}
