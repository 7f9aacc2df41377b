package dev.millwright.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.learning.vision.layout.DrawnFolder;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalyResult;
import dev.millwright.vision.dense.DenseModel;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.FrameReader;
import dev.millwright.vision.surface.SurfaceModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a quality engineer runs it: on folders of their own pictures, in trainings of seconds. */
class TrainVisionTest {
    private static final Path SHIPPED = Path.of("..", "models");
    private static final int SIDE = 64;
    /** As DeepPCB counts them, from 1. */
    private static final List<DefectType> TYPES = List.of(
            DefectType.OPEN,
            DefectType.SHORT,
            DefectType.MOUSEBITE,
            DefectType.SPUR,
            DefectType.COPPER,
            DefectType.PINHOLE);

    @TempDir
    private Path dir;

    private final StringWriter said = new StringWriter();

    private int run(String... args) {
        return run(said, args);
    }

    private int run(StringWriter out, String... args) {
        var line = Train.line();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(said));
        return line.execute(args);
    }

    private String[] training(String folder, String models, String... more) {
        return Stream.concat(
                        Stream.of(
                                "vision",
                                "--data",
                                dir.resolve(folder).toString(),
                                "--models",
                                dir.resolve(models).toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private void pictures(String folder, int count, boolean spotted, long seed) throws IOException {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            DrawnFolder.picture(dir.resolve(folder).resolve("p%02d.png".formatted(i)), SIDE, spotted, random);
        }
    }

    private void featuresInTheBox() throws IOException {
        var models = Files.createDirectories(dir.resolve("models"));
        for (var name : List.of("surface-features-1.json", "surface-features-1.onnx")) {
            Files.copy(SHIPPED.resolve(name), models.resolve(name));
        }
    }

    private ModelCard shadow(String models, String name) {
        try (var registry = ModelRegistry.open(dir.resolve(models))) {
            return registry.shadows(name).getFirst().card();
        }
    }

    /** Is cut off as it says that half of the steps are done. */
    private static final class CutOff extends StringWriter {
        @Override
        public void write(String text, int from, int length) {
            super.write(text, from, length);
            if (getBuffer().indexOf("learning 20 of 40") >= 0) {
                getBuffer().setLength(0);
                throw new UncheckedIOException("killed", new IOException("killed"));
            }
        }
    }

    /** Spots are told from plain ground on pictures never seen after 40 steps, and a kill half-way changes not a bit of the model. */
    @Test
    void kindsAreLearnedJudgedAndRegisteredThoughTheTrainingWasKilledOnce() throws IOException {
        pictures("Lid Caps/plain", 15, false, 1);
        pictures("Lid Caps/spotted", 15, true, 2);
        var killed = training("Lid Caps", "killed", "--steps", "40", "--batch", "8");
        assertThat(run(new CutOff(), killed)).isEqualTo(1);
        assertThat(dir.resolve("killed/.training")).isNotEmptyDirectory();
        assertThat(dir.resolve("killed/lid-caps-classify-1.onnx")).doesNotExist();
        assertThat(run(killed)).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("a folder of pictures for each kind; task classify")
                .contains("a training that was stopped goes on")
                .doesNotContain("learning 4 of 40")
                .contains("learning 40 of 40, loss ")
                .contains("it is a shadow until it is promoted");
        assertThat(dir.resolve("killed/.training")).isEmptyDirectory();

        assertThat(run(training("Lid Caps", "whole", "--steps", "40", "--batch", "8")))
                .as(said.toString())
                .isZero();
        byte[] onnx = Files.readAllBytes(dir.resolve("whole/lid-caps-classify-1.onnx"));
        assertThat(Files.readAllBytes(dir.resolve("killed/lid-caps-classify-1.onnx")))
                .isEqualTo(onnx);

        var card = shadow("killed", "lid-caps-classify");
        assertThat(card.metrics().get("accuracy")).isGreaterThanOrEqualTo(0.9);
        assertThat(card.metrics()).containsKeys("macro_f1", "ece", "precision_plain", "recall_spotted");
        assertThat(card.provenance()).containsKeys("data_sha256", "split", "seed", "hyperparameters", "layout");
        assertThat(card.provenance().get("command")).startsWith("millwright train vision --data");
        try (var model = SurfaceModel.read(onnx, "lids")) {
            assertThat(model.kinds()).containsExactly("plain", "spotted");
            pictures("new", 1, true, 3);
            var new1 = FrameReader.standard().readColour(dir.resolve("new/p00.png"));
            assertThat(model.classifier().classify(new1).kind()).isEqualTo("spotted");
        }
        assertThat(dir.resolve("killed/lid-caps-classify-1-loss.svg")).content().contains("polyline", "</svg>");
        assertThat(dir.resolve("killed/lid-caps-classify-1-confusion.svg"))
                .content()
                .contains("spotted", "</svg>");
        var sheet = ImageIO.read(
                dir.resolve("killed/lid-caps-classify-1-examples.png").toFile());
        assertThat(sheet.getWidth()).isGreaterThan(900);
    }

    /** From good pictures alone, bad ones score higher than good ones, and the file the registry keeps judges as it was judged. */
    @Test
    void goodPicturesAreLearnedAndBadOnesTold() throws IOException {
        pictures("lids/train/good", 24, false, 1);
        pictures("lids/test/good", 5, false, 2);
        pictures("lids/test/spot", 5, true, 3);
        featuresInTheBox();
        assertThat(run(training("lids", "models", "--name", "lid", "--patches", "200")))
                .as(said.toString())
                .isZero();
        assertThat(said.toString())
                .contains("good pictures in train/good, others in test/KIND (MVTec); task anomaly")
                .contains("24 good pictures to learn from, 10 to judge by; 7.7 % of good ones may be rejected")
                .contains("judged: AUROC 1.0000");
        var card = shadow("models", "lid");
        assertThat(card.metrics().get("image_auroc")).isEqualTo(1);
        assertThat(card.metrics().get("false_reject_at_recall100")).isZero();
        assertThat(card.metrics()).containsKeys("threshold", "asked_false_reject_rate", "escape_rate");
        assertThat(card.provenance().get("backbone")).startsWith("surface-features 1 (Apache-2.0");
        assertThat(dir.resolve("models/lid-1-examples.png")).isNotEmptyFile();
        try (var model = AnomalyModel.read(Files.readAllBytes(dir.resolve("models/lid-1.onnx")), "lid")) {
            var spot = FrameReader.standard().readColour(dir.resolve("lids/test/spot/p00.png"));
            var result = model.detector().inspect(spot);
            assertThat(result.verdict()).isEqualTo(AnomalyResult.Verdict.FAIL);
            assertThat(result.threshold()).isEqualTo(card.metrics().get("threshold"));
        }
    }

    /** Some bad pictures look good: where an escape is dear the limit lies among the good ones, where a false reject is, above them. */
    @Test
    void theLimitFollowsWhatWrongVerdictsCost() throws IOException {
        pictures("lids/train/good", 24, false, 1);
        pictures("lids/test/spot", 5, true, 3);
        pictures("lids/test/ghost", 3, false, 4);
        featuresInTheBox();
        var limits = new ArrayList<Double>();
        for (var costs : List.of(List.of("1000", "0.001"), List.of("0.001", "1000"))) {
            assertThat(run(training(
                            "lids",
                            "models",
                            "--name",
                            "lid" + limits.size(),
                            "--patches",
                            "100",
                            "--bad-share",
                            "0.5",
                            "--escape-cost",
                            costs.getFirst(),
                            "--reject-cost",
                            costs.getLast())))
                    .as(said.toString())
                    .isZero();
            var card = shadow("models", "lid" + limits.size());
            assertThat(card.provenance().get("limit")).contains("an escape costs " + costs.getFirst());
            limits.add(card.metrics().get("threshold"));
        }
        assertThat(limits.getFirst()).isLessThan(limits.getLast());
        assertThat(run(training("lids", "models", "--escape-cost", "5"))).isEqualTo(2);
        assertThat(said.toString()).contains("--escape-cost and --reject-cost go together");
    }

    /** Without a network of features: defects are drawn into good pictures, and after a few steps true ones stand out. */
    @Test
    void goodPicturesAreLearnedByDrawingDefectsIntoThem() throws IOException {
        pictures("lids/train/good", 24, false, 1);
        pictures("lids/test/good", 5, false, 2);
        pictures("lids/test/spot", 5, true, 3);
        assertThat(run(training("lids", "models", "--name", "lid", "--steps", "25", "--batch", "4")))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("defects are drawn into them", "learning 25 of 25, loss ");
        var card = shadow("models", "lid");
        assertThat(card.metrics().get("image_auroc")).isGreaterThan(0.9);
        assertThat(card.provenance()).containsEntry("method", "drawn");
        assertThat(dir.resolve("models/lid-1-loss.svg")).content().contains("polyline");
        try (var model = AnomalyModel.read(Files.readAllBytes(dir.resolve("models/lid-1.onnx")), "lid")) {
            assertThat(model.detector().calibration().threshold())
                    .isEqualTo(card.metrics().get("threshold"));
        }
    }

    /** How well a judge learns is tested with its training; here a few steps go the whole way from files to a registered model. */
    @Test
    void pairsWithTemplatesGiveAJudge() throws IOException {
        var boards = new BoardGenerator(BoardSettings.small());
        var folder = Files.createDirectories(dir.resolve("boards"));
        for (int seed = 0; seed < 8; seed++) {
            var board = boards.generate(seed, 4);
            Files.write(folder.resolve("b" + seed + "_test.png"), MarkedImage.png(board.image()));
            Files.write(folder.resolve("b" + seed + "_temp.png"), MarkedImage.png(board.template()));
            var lines = new StringBuilder();
            for (var defect : board.defects()) {
                var box = defect.box();
                lines.append("%d %d %d %d %d%n"
                        .formatted(box.left(), box.top(), box.right(), box.bottom(), 1 + TYPES.indexOf(defect.type())));
            }
            Files.writeString(folder.resolve("b" + seed + ".txt"), lines);
        }
        Files.writeString(folder.resolve("b0.txt"), "1 2 3\n");
        assertThat(run(training("boards", "models", "--steps", "3", "--batch", "4")))
                .isEqualTo(1);
        assertThat(said.toString()).contains("b0.txt:1: '1 2 3'; write 'x1 y1 x2 y2 type'", "--skip-broken");
        assertThat(run(training("boards", "models", "--steps", "3", "--batch", "4", "--skip-broken")))
                .as(said.toString())
                .isZero();
        assertThat(said.toString())
                .contains("7 pairs to learn from and to hold out, 0 more to judge by; 1 labels are broken");
        var card = shadow("models", "boards-detect");
        assertThat(card.metrics())
                .containsKeys("map", "map50", "f", "f_threshold", "false_reject_at_recall100")
                .containsEntry("held_out_pairs", 1.0);
        assertThat(JudgeModel.isIn(Files.readAllBytes(dir.resolve("models/boards-detect-1.onnx"))))
                .isTrue();
        assertThat(dir.resolve("models/boards-detect-1-loss.svg")).content().contains("polyline");
        assertThat(dir.resolve("models/boards-detect-1-examples.png")).isNotEmptyFile();
    }

    /** The same for boxes in pictures that stand alone; a broken label keeps its picture out, not the others. */
    @Test
    void boxesGiveADetector() throws IOException {
        pictures("set/images", 12, true, 1);
        Files.createDirectories(dir.resolve("set/labels"));
        Files.writeString(dir.resolve("set/classes.txt"), "spot\n");
        for (int i = 0; i < 11; i++) {
            Files.writeString(
                    dir.resolve("set/labels/p%02d.txt".formatted(i)),
                    i == 3 ? "7 0.5 0.5 0.1 0.1" : "0 0.5 0.5 0.3 0.3");
        }
        assertThat(run(training("set", "models", "--steps", "2", "--batch", "1", "--skip-broken")))
                .as(said.toString())
                .isZero();
        assertThat(said.toString())
                .contains("(YOLO); task detect")
                .contains("11 pictures with 10 boxes of spot; 1 labels are broken")
                .contains("held out: mAP");
        var card = shadow("models", "set-detect");
        assertThat(card.metrics()).containsKeys("map50", "f", "ap_spot").containsEntry("held_out_pictures", 2.0);
        try (var model = DenseModel.read(Files.readAllBytes(dir.resolve("models/set-detect-1.onnx")), "spots")) {
            assertThat(model.kinds()).containsExactly("spot");
        }
        assertThat(dir.resolve("models/set-detect-1-examples.png")).isNotEmptyFile();
    }

    @Test
    void whatDoesNotFitIsToldBeforeAnythingIsTrained() throws IOException {
        pictures("lids", 6, false, 1);
        assertThat(run(training("lids", "models", "--method", "memory", "--steps", "5")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--steps and --batch do not go with --method memory");
        assertThat(run(training("lids", "models", "--method", "drawn", "--patches", "5")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--patches and --backbone do not go with --method drawn");
        assertThat(run(training("lids", "models", "--lying", "any-way"))).isEqualTo(2);
        assertThat(said.toString()).contains("--lying does not go with --task anomaly");
        assertThat(run(training("lids", "models", "--name", "../lid"))).isEqualTo(2);
        assertThat(run(training("lids", "models", "--hold-out", "0.9"))).isEqualTo(2);
        assertThat(said.toString()).contains("a share to hold out of at most 0.5");
        assertThat(run(training("lids", "models", "--task", "classify"))).isEqualTo(1);
        assertThat(said.toString()).contains("from which --task classify cannot be learned");
        assertThat(run(training(
                        "lids", "models", "--backbone", dir.resolve("none.onnx").toString())))
                .isEqualTo(1);
        assertThat(said.toString()).contains("none.onnx cannot be read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureNetwork.inTheBox(dir.resolve("models"), dir.toString()))
                .withMessageContaining("--backbone FILE.onnx");
        pictures("kinds/a", 1, false, 1);
        pictures("kinds/b", 1, false, 2);
        assertThat(run(training("kinds", "models", "--patches", "9"))).isEqualTo(2);
        assertThat(run(training("kinds", "models"))).isEqualTo(1);
        assertThat(said.toString()).contains("too few to hold some out");
        assertThat(dir.resolve("models")).doesNotExist();
    }
}
