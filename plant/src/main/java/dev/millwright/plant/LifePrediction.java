package dev.millwright.plant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trained model says of how long a machine will last. Lives are in the model's own unit.
 *
 * @param model its name, such as {@code feed-pump-life}
 * @param version which of its versions said so
 * @param at up to when it had heard the machine
 * @param unit what lives are counted in, such as {@code cycles}
 * @param hoursPerUnit hours of running that one unit stands for
 * @param expected the life left; {@code low} to {@code high} holds nine lives in ten
 * @param cap lives beyond it count as this long
 * @param alarm whether so little is left that the model calls for somebody
 * @param age how long the machine has run since its life began
 * @param rows how many rows of that life the model has seen
 * @param late readings that came too late for their row
 * @param drivers what moves the expected life, the weightiest first
 * @param shadows what other versions say
 * @param baseline what the health monitor says without a model; {@code null} where it says nothing
 * @param advice when to maintain the machine, given that life; {@code null} where nobody has reckoned
 * @param mode how the machine will most likely fail; {@code null} where no model says
 */
public record LifePrediction(
        String model,
        String version,
        Instant at,
        String unit,
        double hoursPerUnit,
        double expected,
        double low,
        double high,
        double cap,
        boolean alarm,
        double age,
        long rows,
        long late,
        List<LifeDriver> drivers,
        List<ShadowLife> shadows,
        @Nullable Prognosis baseline,
        @Nullable MaintenanceAdvice advice,
        @Nullable FailureMode mode) {

    public LifePrediction {
        drivers = List.copyOf(drivers);
        shadows = List.copyOf(shadows);
    }
}
