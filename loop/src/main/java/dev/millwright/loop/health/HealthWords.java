package dev.millwright.loop.health;

import dev.millwright.maintenance.Driver;
import dev.millwright.maintenance.Prognosis;
import dev.millwright.maintenance.RemainingLife;
import dev.millwright.plant.HealthReason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the health monitor says, in the plant's words. */
final class HealthWords {

    private HealthWords() {}

    static List<HealthReason> reasons(Prognosis prognosis) {
        return prognosis.drivers().stream()
                .map(driver -> new HealthReason(driver.name(), driver.healthLoss(), driver.reason()))
                .toList();
    }

    static dev.millwright.plant.Prognosis prognosis(Prognosis prognosis, RemainingLife life, double probability) {
        return new dev.millwright.plant.Prognosis(
                life.median(),
                life.low(),
                life.high(),
                probability,
                prognosis.horizon(),
                prognosis.risk(),
                basis(life.basis()),
                prognosis.recommendedAction(),
                prognosis.estimatedDowntimeHours(),
                prognosis.drivers().stream()
                        .filter(driver -> !SuspicionWords.isSuspicion(driver.name()))
                        .map(Driver::reason)
                        .toList(),
                prognosis.risks(),
                null);
    }

    static String basis(RemainingLife.Basis basis) {
        return switch (basis) {
            case TREND -> "trend";
            case UNIT_LIFE -> "unit life";
            case MODEL -> "model";
        };
    }

    /** @param because what has just changed it; null for its strongest reason */
    static String health(Prognosis prognosis, @Nullable String because) {
        String why = because != null
                ? because
                : prognosis.reasons().isEmpty()
                        ? "nothing to complain of"
                        : prognosis.reasons().getFirst();
        return String.format(Locale.ROOT, "health %.0f %%: %s", 100 * prognosis.health(), why);
    }

    static String life(RemainingLife life, double probability, double horizonHours) {
        return String.format(
                Locale.ROOT,
                "%.0f running hours left (%.0f to %.0f), %.0f %% risk of failure within %.0f running hours",
                life.median(),
                life.low(),
                life.high(),
                100 * probability,
                horizonHours);
    }
}
