package dev.millwright.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.gateway.InspectionRequest;
import dev.millwright.gateway.Outcome;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.generator.Board;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The judge of boards that comes with the product, in a running plant. */
@Timeout(60)
class LiveJudgeTest {
    private static final Path IN_THE_BOX = Path.of("..", "models");
    private static final EquipmentId CAMERA = EquipmentId.of("springfield/smt/line-1/inspect/aoi-1");
    private static final InspectorSettings EYES = InspectorSettings.standard();

    @TempDir
    private Path dir;

    @Test
    void fromItsPromotionOnTheNextPictureIsJudgedByItAndByRulesAgainOnceItIsRetired() throws IOException {
        var board = new BoardGenerator(BoardSettings.small()).generate(5, 6);
        var judge = Files.readAllBytes(copy("board-judge-1.onnx"));
        copy("board-judge-1.json");
        try (var model = JudgeModel.read(judge, "board-judge");
                var millwright = LivePlant.start(settings())) {
            var byRules = probabilities(Inspector.by(null, EYES, InstantSource.system()), board);
            var byModel = probabilities(Inspector.by(model, EYES, InstantSource.system()), board);
            assertThat(byModel).isNotEmpty().isNotEqualTo(byRules);

            var floor = new AppFloor(millwright);
            assertThat(inspected(floor, board)).as("a shadow judges nothing").isEqualTo(byRules);
            assertThat(floor.promote("board-judge", "1", "anna")).isInstanceOf(Outcome.Done.class);
            assertThat(inspected(floor, board)).isEqualTo(byModel);

            try (var beside = ModelRegistry.open(dir.resolve("models"))) {
                beside.retire("board-judge");
            }
            millwright.refreshModels();
            assertThat(inspected(floor, board)).isEqualTo(byRules);
        }
    }

    private static List<Double> probabilities(Inspector inspector, Board board) {
        return inspector.inspect(board.image(), board.template()).findings().stream()
                .map(dev.millwright.vision.Finding::score)
                .sorted()
                .toList();
    }

    private static List<Double> inspected(AppFloor floor, Board board) {
        var request = new InspectionRequest(
                CAMERA, null, null, MarkedImage.png(board.image()), MarkedImage.png(board.template()));
        var outcome = (Outcome.Done<Event>) floor.inspect(request);
        var fact = (Fact.PartInspected) requireNonNull(outcome.value()).fact();
        return fact.findings().stream().map(Finding::probability).sorted().toList();
    }

    private Path copy(String file) throws IOException {
        var models = Files.createDirectories(dir.resolve("models"));
        return Files.copy(IN_THE_BOX.resolve(file), models.resolve(file));
    }

    private Settings settings() {
        return new Settings(
                LivePlant.EXAMPLES.resolve("board-shop.yaml"),
                dir.resolve("data"),
                1,
                null,
                false,
                null,
                "millwright",
                0,
                1,
                dir.resolve("models"),
                Duration.ofMillis(300));
    }
}
