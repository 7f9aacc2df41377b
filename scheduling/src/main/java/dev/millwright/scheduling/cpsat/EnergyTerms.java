package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.cpsat.OperationVars.Stretch;
import dev.millwright.scheduling.problem.Tariff;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.problem.WorkingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What energy costs, as a piecewise linear function of each operation's start: between two times at which a price
 * changes under its beginning or its end, a second later costs the same more or less.
 */
final class EnergyTerms {
    private final Variables vars;
    private final CpModel model;
    private final Tariff tariff;

    EnergyTerms(Variables vars) {
        this.vars = vars;
        model = vars.model;
        tariff = vars.request.problem().tariff();
    }

    LinearExpr cost() {
        var sum = LinearExpr.newBuilder();
        for (var operation : vars.operations.values()) {
            for (var mode : operation.modes()) {
                long power = vars.index.machine(mode.mode().machineId()).power();
                if (power > 0 && !tariff.rates().isEmpty()) {
                    sum.addTerm(cost(mode), power);
                }
            }
        }
        return sum.build();
    }

    private IntVar cost(ModeVars mode) {
        var points = kinks(mode);
        long most = points.stream().mapToLong(start -> price(mode, start)).max().orElse(0);
        var cost =
                model.newIntVar(0, most, "energy of " + mode.owner().operation().id());
        var pieces = new ArrayList<Literal>(List.of(mode.chosen().not()));
        for (int i = 0; i + 1 < points.size(); i++) {
            long from = points.get(i);
            long to = points.get(i + 1) - 1;
            var piece = model.newBoolVar("starts in " + from + ".." + to);
            long price = price(mode, from);
            long slope = to > from ? price(mode, from + 1) - price : 0;
            model.addLinearExpressionInDomain(mode.start(), new Domain(from - vars.now, to - vars.now))
                    .onlyEnforceIf(piece);
            model.addGreaterOrEqual(
                            cost,
                            LinearExpr.newBuilder().addTerm(mode.start(), slope).add(price - slope * (from - vars.now)))
                    .onlyEnforceIf(piece);
            pieces.add(piece);
        }
        model.addExactlyOne(pieces);
        return cost;
    }

    /** Where the function may bend, with the first start and one after the last. */
    private List<Long> kinks(ModeVars mode) {
        var times = new TreeSet<Long>();
        tariff.rates().forEach(rate -> times.add(rate.from()));
        breaks(mode).forEach(pause -> times.addAll(List.of(pause.from(), pause.to())));
        long last = vars.now + vars.horizon + 1;
        var kinks = new TreeSet<Long>(List.of(vars.now, last));
        var extras = new TreeSet<>(List.of(0L));
        mode.stretches().stream().map(Stretch::extra).forEach(extras::add);
        for (long time : times) {
            kinks.add(time);
            extras.forEach(extra -> kinks.add(time - mode.mode().duration() - extra));
        }
        return List.copyOf(kinks.subSet(vars.now, true, last, true));
    }

    private List<Window> breaks(ModeVars mode) {
        return mode.owner().operation().stretches() ? vars.index.breaks(mode.mode()) : List.of();
    }

    /** The price of the work, without its interruptions. */
    private long price(ModeVars mode, long start) {
        var breaks = breaks(mode);
        long end = new WorkingTime(breaks).end(start, mode.mode().duration());
        long price = tariff.price(start, end);
        for (var pause : breaks) {
            long from = Math.max(start, pause.from());
            long to = Math.min(end, pause.to());
            price -= from < to ? tariff.price(from, to) : 0;
        }
        return price;
    }
}
