package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.rest.QualityRoutes.ConfirmationView;
import dev.millwright.gateway.rest.QualityRoutes.CountsView;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Counts by line and type what people said of findings. */
final class Confirmations {

    private final Floor floor;
    private final TreeMap<String, TreeMap<String, Row>> rows = new TreeMap<>();

    Confirmations(Floor floor) {
        this.floor = floor;
    }

    private static final class Row {
        long confirmed;
        long rejected;
        long missed;
        long unjudged;
        long everConfirmed;
        long everRejected;
        long everMissed;

        ConfirmationView view(String line, String type) {
            long judged = confirmed + rejected;
            return new ConfirmationView(
                    line,
                    type,
                    confirmed,
                    rejected,
                    missed,
                    unjudged,
                    judged == 0 ? null : (double) confirmed / judged,
                    new CountsView(everConfirmed, everRejected, everMissed));
        }
    }

    List<ConfirmationView> within(Window window) {
        var told = Inspections.within(floor, window);
        var judged = Judged.of(floor, told);
        told.forEach(one -> count(one, judged));
        for (var machine : floor.state().machines().values()) {
            machine.counters().judged().forEach((type, said) -> {
                var row = row(machine.id(), type);
                row.everConfirmed += said.confirmed();
                row.everRejected += said.rejected();
                row.everMissed += said.missed();
            });
        }
        return rows.entrySet().stream()
                .flatMap(line -> line.getValue().entrySet().stream()
                        .map(type -> type.getValue().view(line.getKey(), type.getKey())))
                .toList();
    }

    private void count(Inspections.Told told, Judged judged) {
        var fact = told.fact();
        for (int i = 0; i < fact.findings().size(); i++) {
            var row = row(told.event().subject(), fact.findings().get(i).type());
            var word = judged.last(fact.inspection(), i);
            if (word == null) {
                row.unjudged++;
            } else if (word.verdict() == CorrectionVerdict.CONFIRMED) {
                row.confirmed++;
            } else {
                row.rejected++;
            }
        }
        for (var missed : judged.missed(fact.inspection())) {
            row(told.event().subject(), Objects.requireNonNull(missed.type())).missed++;
        }
    }

    private Row row(EquipmentId machine, String type) {
        return rows.computeIfAbsent(line(machine), _ -> new TreeMap<>()).computeIfAbsent(type, _ -> new Row());
    }

    /** The line a machine stands on; the area where it stands on none. */
    private String line(EquipmentId machine) {
        return floor.state().plant().lines().stream()
                .map(line -> line.id())
                .filter(line -> line.contains(machine))
                .findFirst()
                .orElseGet(machine::parent)
                .path();
    }
}
