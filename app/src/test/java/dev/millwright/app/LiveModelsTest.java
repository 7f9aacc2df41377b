package dev.millwright.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.gateway.Outcome;
import dev.millwright.gateway.view.FleetViews;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.LifePrediction;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two recorded engines on their test cells before models written by hand: one fails soon, one outlasts the test. */
@Timeout(120)
class LiveModelsTest {

    private static final EquipmentId CELL_1 = EquipmentId.of("edwards/test/cells/cell-1");
    private static final EquipmentId CELL_2 = EquipmentId.of("edwards/test/cells/cell-2");

    @TempDir
    private Path dir;

    @Test
    void trainedModelsAnswerInTheRunningPlantAndArePromotedAndOutliveARestart() throws Exception {
        record();
        var models = dir.resolve("models");
        HandMadeLife.put(models, "1", ModelState.ACTIVE, 10);
        HandMadeLife.put(models, "2", ModelState.SHADOW, 20);
        LifePrediction last;
        List<Event> told;
        try (var millwright = LivePlant.start(settings(models, dir.resolve("recording")))) {
            var floor = new AppFloor(millwright);
            var state =
                    await(millwright, "a life is over", now -> now.modelErrors().size() == 2);
            var worn = lives(millwright).stream()
                    .filter(event -> event.subject().equals(CELL_1))
                    .flatMap(event -> event.fact() instanceof Fact.RemainingLifeEstimated(var prognosis)
                            ? Stream.ofNullable(prognosis.prediction())
                            : Stream.empty())
                    .filter(said -> said.expected() == 10)
                    .toList();
            assertThat(worn).isNotEmpty().allSatisfy(said -> {
                assertThat(said.model() + " " + said.version()).isEqualTo("turbofan-life 1");
                assertThat(said.drivers().getFirst().words())
                        .isEqualTo("s04 takes 40 cycles off: 1420 °R, usual 1400 °R");
                assertThat(said.shadows().getFirst().expected()).isEqualTo(20);
                assertThat(said.advice()).isNotNull();
            });
            var row = FleetViews.row(state, state.plant().machine(CELL_2).orElseThrow(), floor.models());
            assertThat(row.assetClass()).isEqualTo("turbofan");
            assertThat(row.state()).isEqualTo("predicted");
            assertThat(Objects.requireNonNull(state.modelErrors().get("turbofan-life 2"))
                            .errors()
                            .getFirst()
                            .mean())
                    .as("by hand: 10 cycles at 90 with 24 to 15 left, then 15 at 20 with 14 to 0 left")
                    .isEqualTo((10 * 90 - (15 + 24) * 10 / 2.0 + (6 + 20) * 15 / 2.0) / 25);

            long before = Objects.requireNonNull(prediction(state, CELL_2)).rows();
            picturesOfTheCardsAlone(floor, models);
            assertThat(floor.promote(HandMadeLife.NAME, "2", "anna")).isInstanceOf(Outcome.Done.class);
            assertThat(floor.promote(HandMadeLife.NAME, "2", "anna")).isInstanceOf(Outcome.Refused.class);
            assertThat(floor.promote(HandMadeLife.NAME, "7", "anna")).isInstanceOf(Outcome.Refused.class);
            assertThat(floor.models())
                    .filteredOn(model -> model.active())
                    .singleElement()
                    .satisfies(model -> {
                        assertThat(model.version()).isEqualTo("2");
                        assertThat(Objects.requireNonNull(model.notes()).cap()).isEqualTo(100);
                    });
            state = await(millwright, "the promoted version answers", said(CELL_2, "2", 90));
            assertThat(Objects.requireNonNull(prediction(state, CELL_2)).rows()).isGreaterThanOrEqualTo(before);

            try (var beside = ModelRegistry.open(models)) {
                beside.promote(HandMadeLife.NAME, "1");
            }
            Files.writeString(models.resolve("turbofan-life-3.json"), "{}");
            millwright.refreshModels();
            assertThat(floor.models()).hasSize(2);
            Files.delete(models.resolve("turbofan-life-3.json"));
            millwright.refreshModels();
            state = await(millwright, "what was promoted beside it answers again", said(CELL_2, "1", 90));
            last = Objects.requireNonNull(prediction(state, CELL_2));
        }
        try (var again = Millwright.open(settings(models, null))) {
            told = lives(again);
            assertThat(again.loop().drift("turbofan-life 1").join()).isEmpty(); // and all before is recalled
            assertThat(lives(again)).as("nothing is told twice").isEqualTo(told);
            assertThat(prediction(again.twin().state(), CELL_2))
                    .as("the plant went on until it was closed; what it said last stands")
                    .isEqualTo(lastTold(told));
            long rows = last.rows();
            assertThat(told)
                    .as("what was seen before the end is on the journal")
                    .anyMatch(event -> event.fact() instanceof Fact.RemainingLifeEstimated(var prognosis)
                            && prognosis.prediction() != null
                            && prognosis.prediction().rows() >= rows
                            && prognosis.prediction().version().equals("1"));
            assertThat(again.twin().state().modelErrors()).hasSize(2);
        }
    }

    /** A name from outside never leaves the folder, and never shows what is no picture of this version. */
    private void picturesOfTheCardsAlone(AppFloor floor, Path models) throws IOException {
        Files.writeString(models.resolve("turbofan-life-1-calibration.svg"), "<svg/>");
        Files.writeString(models.resolve("turbofan-life-1-notes.txt"), "no picture");
        Files.writeString(models.resolve("turbofan-life-9-calibration.svg"), "of no version");
        Files.writeString(dir.resolve("secret.svg"), "not for you");
        assertThat(floor.modelPictures("turbofan-life", "1")).containsExactly("calibration.svg");
        assertThat(floor.modelPicture("turbofan-life", "1", "calibration.svg").orElseThrow())
                .isEqualTo("<svg/>".getBytes(UTF_8));
        assertThat(floor.modelPictures("turbofan-life", "2")).isEmpty();
        assertThat(floor.modelPictures("turbofan-life", "9")).isEmpty();
        for (var name : List.of("notes.txt", "../secret.svg", "/../secret.svg", "", "1-calibration.svg")) {
            assertThat(floor.modelPicture("turbofan-life", "1", name)).as(name).isEmpty();
        }
        assertThat(floor.modelPictures("..", "secret")).isEmpty();
    }

    /** Of cell 2; null where it was told last that nothing is known. */
    private static @Nullable LifePrediction lastTold(List<Event> told) {
        LifePrediction last = null;
        for (var event : told) {
            if (event.subject().equals(CELL_2)) {
                last = switch (event.fact()) {
                    case Fact.RemainingLifeEstimated(var prognosis) -> prognosis.prediction();
                    case Fact.LifeUnknown _ -> null;
                    default -> last;
                };
            }
        }
        return last;
    }

    private static List<Event> lives(Millwright millwright) {
        return millwright
                .twin()
                .events(EventQuery.all()
                        .ofTypes(Set.of("remaining-life-estimated", "life-unknown", "life-ended"))
                        .atMost(10_000));
    }

    private static Predicate<TwinState> said(EquipmentId cell, String version, double expected) {
        return state -> {
            var said = prediction(state, cell);
            return said != null && said.version().equals(version) && said.expected() == expected;
        };
    }

    private static @Nullable LifePrediction prediction(TwinState state, EquipmentId cell) {
        var prognosis = Objects.requireNonNull(state.machines().get(cell)).prognosis();
        return prognosis == null ? null : prognosis.prediction();
    }

    private static TwinState await(Millwright millwright, String what, Predicate<TwinState> wanted) throws Exception {
        return LivePlant.await(millwright.twin(), what, wanted);
    }

    private Settings settings(Path models, @Nullable Path replay) {
        return new Settings(
                LivePlant.EXAMPLES.resolve("engine-cells.yaml"),
                dir.resolve("data"),
                replay == null ? 1 : 2_000,
                replay,
                false,
                null,
                "millwright",
                0,
                1,
                models,
                Duration.ofMillis(300));
    }

    /** In the data set's form: unit, cycle, three settings, 21 sensors; sensor 4 rises towards the end. */
    private void record() throws IOException {
        var text = new StringBuilder();
        engine(text, 1, 25, 10);
        engine(text, 2, 5000, 5000);
        Files.createDirectories(dir.resolve("recording"));
        Files.writeString(dir.resolve("recording").resolve("train_FD001.txt"), text);
    }

    private static void engine(StringBuilder text, int unit, int cycles, int well) {
        for (int cycle = 1; cycle <= cycles; cycle++) {
            text.append(unit).append(' ').append(cycle).append(" 0 0 100");
            for (int sensor = 1; sensor <= 21; sensor++) {
                double value = sensor == 4 ? (cycle <= well ? 1400 : 1420) : 100 + sensor;
                text.append(String.format(Locale.ROOT, " %.2f", value));
            }
            text.append('\n');
        }
    }
}
