package dev.millwright.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.app.cli.TinyModels;
import dev.millwright.gateway.InspectionRequest;
import dev.millwright.gateway.Outcome;
import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.TensorSpec;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.file.PlantFile;
import dev.millwright.twin.EventQuery;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalyResult;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.AnomalyTraining;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.anomaly.Normalisation;
import dev.millwright.vision.eye.EyeVersion;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cameras of a running plant whose pictures trained models look at, without templates. */
@Timeout(90)
class LiveEyesTest {
    private static final int SIDE = 64;
    private static final EquipmentId LIDS = EquipmentId.of("hall/line/look/lids");
    private static final EquipmentId PAINT = EquipmentId.of("hall/line/look/paint");
    private static final String PLANT = """
            plant: lids
            types:
              eye: {can: look}
            machines:
              - {id: hall/line/look/lids, type: eye, camera: {id: lid-camera, model: lids}}
              - {id: hall/line/look/paint, type: eye, camera: {id: paint-camera, model: colours, pass: green}}
            """;

    @TempDir
    private Path dir;

    /** Light ground with some noise, and on a spoiled one a dark spot around 40, 20. */
    private static Frame lid(long seed, boolean spoiled) {
        var random = new SplittableRandom(seed);
        var pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            boolean dark = spoiled && Math.hypot(i % SIDE - 40, i / SIDE - 20) < 8;
            pixels[i] = (byte) ((dark ? 40 : 180) + random.nextInt(10));
        }
        return Frame.of(SIDE, SIDE, pixels);
    }

    private static ColourFrame plain(int red, int green, int blue) {
        return new ColourFrame(plane(red), plane(green), plane(blue));
    }

    private static Frame plane(int grey) {
        var pixels = new byte[SIDE * SIDE];
        java.util.Arrays.fill(pixels, (byte) grey);
        return Frame.of(SIDE, SIDE, pixels);
    }

    private void put(String name, String version, byte[] onnx) {
        List<TensorSpec> inputs;
        List<TensorSpec> outputs;
        try (var session = OnnxSession.open(onnx)) {
            inputs = specs(session.inputs());
            outputs = specs(session.outputs());
        }
        ModelRegistry.put(
                dir.resolve("models"),
                new ModelCard(
                        name,
                        version,
                        ModelState.SHADOW,
                        name + "-" + version + ".onnx",
                        ModelRegistry.sha256(onnx),
                        "drawn here",
                        inputs,
                        outputs,
                        Map.of(),
                        Map.of()),
                onnx);
    }

    private static List<TensorSpec> specs(Set<String> names) {
        return names.stream().map(name -> new TensorSpec(name, List.of(-1L))).toList();
    }

    /** Learned from drawn lids; the second rejects more good ones. */
    private byte[] lids() {
        try (var registry = ModelRegistry.open(Path.of("..", "models"))) {
            var card = registry.active("surface-features").card();
            byte[] file = registry.bytes(card);
            try (var backbone = Backbone.open(file, Normalisation.of(card.provenance()))) {
                var good = IntStream.range(0, 16)
                        .mapToObj(seed -> ColourFrame.of(lid(seed, false)))
                        .toList();
                var settings =
                        AnomalySettings.DEFAULT.withSide(128).withBank(100, 800).withFalseRejectRate(0.2);
                return AnomalyModel.write(AnomalyTraining.train(good, backbone, settings, _ -> {}), file);
            }
        }
    }

    @Test
    void anAnomalyModelDecidesFromItsPromotionOnAndItsShadowIsShownTheSameParts() throws Exception {
        byte[] lids = lids();
        put("lids", "1", lids);
        try (var model = AnomalyModel.read(lids, "lids");
                var millwright = LivePlant.start(settings())) {
            put("lids", "2", model.rejecting(0.4));
            var floor = new AppFloor(millwright);
            assertThat(floor.inspect(request(LIDS, lid(99, true))))
                    .as("nobody looks yet")
                    .isInstanceOfSatisfying(Outcome.Unfit.class, unfit -> assertThat(String.valueOf(unfit))
                            .contains("no version of lids counts", "promote"));
            millwright.refreshModels();
            assertThat(floor.promote("lids", "1", "anna")).isInstanceOf(Outcome.Done.class);

            var told = new LinkedBlockingQueue<Event>();
            try (var _ = millwright.twin().subscribe(change -> told.add(change.event()))) {
                var spoiled = inspected(floor, LIDS, lid(99, true));
                var byHand = model.detector().inspect(lid(99, true));
                assertThat(byHand.verdict()).isEqualTo(AnomalyResult.Verdict.FAIL);
                assertThat(spoiled.verdict()).isEqualTo(Verdict.FAIL);
                assertThat(spoiled.model()).isEqualTo("lids 1");
                assertThat(spoiled.findings()).extracting(Finding::type).containsOnly("anomaly");
                assertThat(spoiled.findings().getFirst().centroid().x())
                        .isEqualTo(byHand.regions().getFirst().centroidX());
                assertThat(millwright.loop().quality().heatMap(spoiled)).isPresent();
                var look = shadow(told);
                assertThat(look.inspection()).isEqualTo(spoiled.inspection());
                assertThat(look.model() + " " + look.version()).isEqualTo("lids 2");
                assertThat(look.verdict()).isEqualTo(Verdict.FAIL);
            }
            assertThat(inspected(floor, LIDS, lid(3, false)).verdict()).isEqualTo(Verdict.PASS);

            assertThat(floor.retire("lids", "anna")).isInstanceOf(Outcome.Done.class);
            assertThat(floor.retire("lids", "anna")).isInstanceOf(Outcome.Refused.class);
            assertThat(floor.inspect(request(LIDS, lid(3, false)))).isInstanceOf(Outcome.Unfit.class);
            assertThat(millwright.twin().events(EventQuery.all().ofTypes(Set.of("model-retired"))))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.source()).isEqualTo("user/anna");
                        assertThat(event.fact()).isEqualTo(new Fact.ModelRetired("lids", "1", "user/anna"));
                    });
        }
    }

    @Test
    void aClassifiersGoodKindsPassAndItsOthersAreDefects() throws IOException {
        put("colours", "1", TinyModels.colours());
        try (var registry = ModelRegistry.open(dir.resolve("models"))) {
            registry.promote("colours", "1");
        }
        try (var millwright = LivePlant.start(settings())) {
            var floor = new AppFloor(millwright);
            assertThat(inspected(floor, PAINT, plain(40, 190, 40)).verdict()).isEqualTo(Verdict.PASS);
            var red = inspected(floor, PAINT, plain(190, 40, 40));
            assertThat(red.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(red.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.type()).isEqualTo("red");
                assertThat(finding.location()).isEqualTo("whole part");
            });
            assertThat(red.model()).isEqualTo("colours 1");
            assertThat(millwright.loop().quality().heatMap(red)).isPresent();
            assertThat(floor.inspect(request(EquipmentId.of("hall/line/look/lids"), lid(3, false))))
                    .as("no model is there, so rules would compare, and no template came")
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    /** As people number them: 10 is newer than 9. */
    @Test
    void theNewestThreeLookBesideTheOneThatCounts() throws IOException {
        for (int version = 1; version <= 11; version++) {
            put("colours", String.valueOf(version), TinyModels.colours());
        }
        put("unasked", "1", TinyModels.colours());
        try (var registry = ModelRegistry.open(dir.resolve("models"))) {
            registry.promote("colours", "2");
        }
        try (var shelf = ModelShelf.open(dir.resolve("models"), PlantFile.parse("lids", PLANT))) {
            assertThat(shelf.eyes().active("colours").orElseThrow().version()).isEqualTo("2");
            assertThat(shelf.eyes().shadows("colours"))
                    .extracting(EyeVersion::version)
                    .containsExactly("11", "10", "9");
            assertThat(shelf.eyes().versions()).containsOnlyKeys("colours");
            assertThat(shelf.cards()).hasSize(12);
        }
    }

    private static Fact.ShadowInspected shadow(LinkedBlockingQueue<Event> told) throws InterruptedException {
        while (true) {
            var event = requireNonNull(told.poll(30, TimeUnit.SECONDS), "no shadow looked");
            if (event.fact() instanceof Fact.ShadowInspected look) {
                return look;
            }
        }
    }

    private static InspectionRequest request(EquipmentId machine, Frame picture) {
        return request(machine, ColourFrame.of(picture));
    }

    private static InspectionRequest request(EquipmentId machine, ColourFrame picture) {
        return new InspectionRequest(machine, null, null, MarkedImage.told(picture, List.of()), null);
    }

    private static Fact.PartInspected inspected(AppFloor floor, EquipmentId machine, Frame picture) {
        return inspected(floor, machine, ColourFrame.of(picture));
    }

    private static Fact.PartInspected inspected(AppFloor floor, EquipmentId machine, ColourFrame picture) {
        var outcome = (Outcome.Done<Event>) floor.inspect(request(machine, picture));
        return (Fact.PartInspected) requireNonNull(outcome.value()).fact();
    }

    private Settings settings() throws IOException {
        return new Settings(
                Files.writeString(dir.resolve("plant.yaml"), PLANT),
                dir.resolve("data"),
                1,
                null,
                false,
                null,
                "millwright",
                0,
                1,
                Files.createDirectories(dir.resolve("models")),
                Duration.ofMillis(300));
    }
}
