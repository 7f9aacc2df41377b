package dev.millwright.maintenance.live;

import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.plant.LifeDriver;
import dev.millwright.plant.Signal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What moves an estimate, with the machine's own names, values and units. */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record DriverWords(LifeModel model, UnitFeatures features, double[] row, int[] places) {
    private static final int MOST = 8;

    List<LifeDriver> of(List<Signal> signals) {
        return model.drivers(features).stream()
                .limit(MOST)
                .filter(driver -> driver.share() != 0)
                .map(driver -> named(driver, signals))
                .toList();
    }

    private LifeDriver named(dev.millwright.maintenance.life.LifeDriver driver, List<Signal> signals) {
        var space = model.notes().space();
        int place = space.signals().indexOf(driver.signal());
        String moves = moves(driver.share());
        if (place < 0) {
            String all =
                    driver.signal().equals("wear") ? "all signals together " + moves : driver.signal() + " " + moves;
            return new LifeDriver(driver.signal(), driver.share(), driver.deviation(), null, null, "", all);
        }
        var signal = signals.get(places[place]);
        double usual = space.usual(row, place);
        Double value = Double.isNaN(row[place]) ? null : (Double) row[place];
        String words = signal.name() + " " + moves
                + (value == null || Double.isNaN(usual)
                        ? ""
                        : ": " + measured(value, signal) + ", usual " + measured(usual, signal));
        return new LifeDriver(
                signal.name(), driver.share(), driver.deviation(), value, orNull(usual), signal.unit(), words);
    }

    private String moves(double share) {
        String size = rounded(Math.abs(share), 3) + " " + model.notes().unitOfLife();
        return share < 0 ? "takes " + size + " off" : "adds " + size;
    }

    private static String measured(double value, Signal signal) {
        return (rounded(value, 5) + " " + signal.unit()).strip();
    }

    private static String rounded(double value, int digits) {
        return new BigDecimal(value, new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
