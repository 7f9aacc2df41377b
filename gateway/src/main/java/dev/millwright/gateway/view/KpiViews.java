package dev.millwright.gateway.view;

import dev.millwright.plant.EquipmentId;
import dev.millwright.twin.Kpis;
import dev.millwright.twin.ShiftWindow;
import dev.millwright.twin.TwinState;

/** Views of ISO 22400 figures. */
public final class KpiViews {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private KpiViews() {}

    /** The figures of the shift that runs, or of the last one when none does. */
    public static KpisView soFar(TwinState state, EquipmentId equipment) {
        return of(Kpis.of(state, equipment, currentShift(state), state.time()));
    }

    /** The shift that runs, or the last one when none does. */
    public static ShiftWindow currentShift(TwinState state) {
        var calendar = state.index().calendar();
        var window = calendar.at(state.time());
        return window.planned() ? window : calendar.lastShift(state.time()).orElse(window);
    }

    public static KpisView of(Kpis kpis) {
        var time = kpis.time();
        return new KpisView(
                kpis.availability(),
                kpis.effectiveness(),
                kpis.qualityRatio(),
                kpis.oee(),
                kpis.nee(),
                kpis.allocationEfficiency(),
                kpis.firstPassYield(),
                kpis.scrapRatio(),
                kpis.reworkRatio(),
                kpis.mtbfHours(),
                kpis.mttrHours(),
                time.plannedBusy() / MILLIS_PER_HOUR,
                time.production() / MILLIS_PER_HOUR,
                time.corrective() / MILLIS_PER_HOUR,
                time.setup() / MILLIS_PER_HOUR,
                kpis.quantities().produced(),
                kpis.quantities().good());
    }
}
