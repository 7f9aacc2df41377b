package dev.millwright.gateway.view;

import dev.millwright.gateway.TrainedModel;
import dev.millwright.gateway.view.FleetRowView.LifeView;
import dev.millwright.gateway.view.FleetRowView.ModelName;
import dev.millwright.gateway.view.FleetRowView.RiskView;
import dev.millwright.gateway.view.FleetRowView.UnknownView;
import dev.millwright.gateway.view.PredictionView.BaselineView;
import dev.millwright.gateway.view.PredictionView.DecisionView;
import dev.millwright.gateway.view.PredictionView.DriverView;
import dev.millwright.gateway.view.PredictionView.ShadowView;
import dev.millwright.plant.LifePrediction;
import dev.millwright.plant.Machine;
import dev.millwright.plant.MaintenanceAdvice;
import dev.millwright.plant.Prognosis;
import dev.millwright.twin.AlarmPhase;
import dev.millwright.twin.MachineState;
import dev.millwright.twin.TwinState;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Views of how long machines will last. */
public final class FleetViews {

    private static final Comparator<FleetRowView> RISKIEST = Comparator.comparing(
                    FleetRowView::risk, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingDouble(FleetViews::soonest)
            .reversed()
            .thenComparing(FleetRowView::machine);

    private FleetViews() {}

    /**
     * Every machine, the highest risk first.
     *
     * @param models every version there is
     */
    public static List<FleetRowView> fleet(TwinState twin, List<TrainedModel> models) {
        return twin.plant().machines().stream()
                .map(machine -> row(twin, machine, models))
                .sorted(RISKIEST)
                .toList();
    }

    private static double soonest(FleetRowView row) {
        return row.risks().stream().mapToDouble(RiskView::probability).sum();
    }

    /** One machine's row. */
    public static FleetRowView row(TwinState twin, Machine machine, List<TrainedModel> models) {
        var state = Objects.requireNonNull(twin.machines().get(machine.id()));
        var prognosis = state.prognosis();
        var prediction = prognosis == null ? null : prognosis.prediction();
        var model = model(machine, state, prediction, models);
        var unknown = unknown(state, prediction != null || model == null);
        return new FleetRowView(
                machine.id().path(),
                machine.name(),
                machine.assetClass().name(),
                state.health().value(),
                unknown != null ? "unknown" : prediction != null ? "predicted" : "monitored",
                unknown != null || prognosis == null ? null : life(prognosis),
                prognosis == null ? List.of() : risks(prognosis),
                prognosis == null ? null : prognosis.risk(),
                prognosis == null ? null : urgency(prognosis),
                prognosis == null ? null : prognosis.recommendedAction(),
                prognosis == null ? healthReasons(state) : prognosis.drivers(),
                model,
                prediction == null ? null : prediction.at(),
                unknown,
                prediction != null && prediction.alarm());
    }

    private static List<String> healthReasons(MachineState state) {
        return state.health().reasons().stream().map(reason -> reason.words()).toList();
    }

    /** The version that answers, or should; null where the machine's class has none. */
    private static @Nullable ModelName model(
            Machine machine, MachineState state, @Nullable LifePrediction prediction, List<TrainedModel> models) {
        var unknown = state.lifeUnknown();
        if (unknown != null) {
            return new ModelName(unknown.model(), unknown.version());
        }
        if (prediction != null) {
            return new ModelName(prediction.model(), prediction.version());
        }
        return models.stream()
                .filter(model -> model.active()
                        && model.name().equals(machine.assetClass().lifeModel()))
                .map(model -> new ModelName(model.name(), model.version()))
                .findFirst()
                .orElse(null);
    }

    /** @param settled whether a model has said something, or none is there */
    private static @Nullable UnknownView unknown(MachineState state, boolean settled) {
        var told = state.lifeUnknown();
        if (told != null) {
            return new UnknownView(told.since(), told.why());
        }
        return settled
                ? null
                : new UnknownView(null, "it has not been asked yet: nothing was heard of the machine so far");
    }

    /** How soon somebody has to act: by what it costs, or where nobody has reckoned by the level of the risk. */
    private static String urgency(Prognosis prognosis) {
        var said = prognosis.prediction();
        var advice = said == null ? null : said.advice();
        if (advice != null) {
            return advice.urgency();
        }
        return switch (prognosis.risk()) {
            case LOW -> "NONE";
            case MEDIUM -> "WATCH";
            case HIGH -> "PLAN";
            case CRITICAL -> "NOW";
        };
    }

    static List<RiskView> risks(Prognosis prognosis) {
        return prognosis.risks().stream()
                .map(risk -> new RiskView(risk.hours(), risk.probability(), risk.atLeast()))
                .toList();
    }

    /** The life a prognosis tells: a model's in its own unit, else in hours. */
    public static LifeView life(Prognosis prognosis) {
        var said = prognosis.prediction();
        return said == null
                ? new LifeView(prognosis.remainingLifeHours(), prognosis.low(), prognosis.high(), "h", 1, null, false)
                : new LifeView(
                        said.expected(),
                        said.low(),
                        said.high(),
                        said.unit(),
                        said.hoursPerUnit(),
                        said.cap(),
                        said.expected() >= said.cap());
    }

    /** All that is known of one machine. */
    public static PredictionView prediction(TwinState twin, Machine machine, List<TrainedModel> models) {
        var views = Views.of(twin);
        var state = Objects.requireNonNull(twin.machines().get(machine.id()));
        var prognosis = state.prognosis();
        var said = prognosis == null ? null : prognosis.prediction();
        String path = machine.id().path();
        return new PredictionView(
                row(twin, machine, models),
                said == null ? List.of() : drivers(said),
                said == null ? List.of() : shadows(said),
                baseline(said == null ? prognosis : said.baseline()),
                said == null ? null : decision(said.advice(), twin.plant().currency()),
                said == null ? null : said.mode(),
                said == null ? null : (Double) said.age(),
                said == null ? null : (Long) said.rows(),
                said == null ? null : (Long) said.late(),
                twin.alarms().values().stream()
                        .filter(alarm -> alarm.subject().equals(machine.id()) && alarm.phase() != AlarmPhase.NORMAL)
                        .map(views::alarm)
                        .toList(),
                views.wishes().stream()
                        .filter(wish -> wish.machine().equals(path))
                        .toList());
    }

    private static List<DriverView> drivers(LifePrediction said) {
        return said.drivers().stream()
                .map(driver -> new DriverView(
                        driver.signal(),
                        driver.share(),
                        driver.value(),
                        driver.baseline(),
                        driver.unit(),
                        driver.deviation(),
                        driver.words()))
                .toList();
    }

    private static @Nullable DecisionView decision(@Nullable MaintenanceAdvice advice, String currency) {
        return advice == null
                ? null
                : new DecisionView(
                        advice.action(),
                        advice.urgency(),
                        advice.start(),
                        advice.earliest(),
                        advice.latest(),
                        advice.cost(),
                        advice.costNow(),
                        currency,
                        advice.curve().points(),
                        advice.reasons());
    }

    private static List<ShadowView> shadows(LifePrediction said) {
        return said.shadows().stream()
                .map(shadow -> new ShadowView(
                        shadow.version(),
                        new LifeView(
                                shadow.expected(),
                                shadow.low(),
                                shadow.high(),
                                shadow.unit(),
                                said.hoursPerUnit(),
                                null,
                                false)))
                .toList();
    }

    private static @Nullable BaselineView baseline(@Nullable Prognosis own) {
        return own == null
                ? null
                : new BaselineView(life(own), own.basis(), own.failureProbability(), own.horizonHours(), own.drivers());
    }
}
