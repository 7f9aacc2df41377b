package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import dev.millwright.scheduling.problem.StartCost;
import dev.millwright.scheduling.problem.StartCost.Point;
import java.util.ArrayList;

/** A cost by start: of its straight pieces the one that holds the start says the least the cost may be. */
final class StartCostTerm {
    /** Beyond any time of a plan. */
    private static final long FAR = 1L << 40;

    private final CpModel model;
    private final IntVar start;
    private final long now;

    /** @param start counted from {@code now} on */
    StartCostTerm(CpModel model, IntVar start, long now) {
        this.model = model;
        this.start = start;
        this.now = now;
    }

    IntVar of(StartCost startCost) {
        var cost = model.newIntVar(0, startCost.most(), "cost of " + start.getName());
        var points = new ArrayList<Point>();
        points.add(new Point(
                startCost.points().getFirst().start() - FAR,
                startCost.points().getFirst().cost()));
        points.addAll(startCost.points());
        points.add(new Point(
                startCost.points().getLast().start() + FAR,
                startCost.points().getLast().cost()));
        var pieces = new ArrayList<Literal>();
        for (int i = 0; i + 1 < points.size(); i++) {
            pieces.add(piece(cost, points.get(i), points.get(i + 1)));
        }
        model.addExactlyOne(pieces);
        return cost;
    }

    private Literal piece(IntVar cost, Point from, Point to) {
        var piece = model.newBoolVar("starts after " + from.start());
        long span = to.start() - from.start();
        long rise = to.cost() - from.cost();
        model.addLinearExpressionInDomain(start, new Domain(from.start() + 1 - now, to.start() - now))
                .onlyEnforceIf(piece);
        if (rise == 0) {
            model.addGreaterOrEqual(cost, from.cost()).onlyEnforceIf(piece);
        } else {
            model.addGreaterOrEqual(
                            LinearExpr.newBuilder().addTerm(cost, span).addTerm(start, -rise),
                            from.cost() * span + rise * (now - from.start()))
                    .onlyEnforceIf(piece);
        }
        return piece;
    }
}
