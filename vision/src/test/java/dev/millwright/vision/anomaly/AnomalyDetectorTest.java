package dev.millwright.vision.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.inference.OnnxSession;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.surface.SurfaceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Detectors learned from drawn bolts, in features computed by a real network of block means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnomalyDetectorTest {
    private static final AnomalySettings SETTINGS = new AnomalySettings(160, true, 6, 300, 4000, 0.7, 0.25, 0.1, 0, 1);

    private final Backbone backbone = TinyBackbone.open();
    private final List<AnomalyTraining.Progress> told = new ArrayList<>();
    private AnomalyDetector detector = AnomalyTraining.train(Bolts.good(48, 1), backbone, SETTINGS, told::add);

    @BeforeAll
    void learned() {
        assertThat(told)
                .extracting(AnomalyTraining.Progress::stage)
                .contains("looking at good images", "setting thresholds");
        assertThat(detector.aligned()).isTrue();
        assertThat(detector.patches()).isEqualTo(300);
    }

    @AfterAll
    void close() {
        backbone.close();
    }

    @Test
    void aSpotOnTheShaftIsRejectedAndFoundWhereItIs() {
        var random = new Random(5);
        for (int i = 0; i < 5; i++) {
            var bolt = Bolts.one(random, true);
            var result = detector.inspect(bolt.frame());
            assertThat(result.verdict()).isEqualTo(AnomalyResult.Verdict.FAIL);
            assertThat(result.pValue()).isLessThan(0.1);
            var worst = result.regions().getFirst();
            assertThat(worst.centroidX())
                    .isBetween(bolt.x() + 5 * Math.cos(bolt.angle()) - 8, bolt.x() + 5 * Math.cos(bolt.angle()) + 8);
            assertThat(worst.centroidY())
                    .isBetween(bolt.y() + 5 * Math.sin(bolt.angle()) - 8, bolt.y() + 5 * Math.sin(bolt.angle()) + 8);
            assertThat(worst.peak()).isGreaterThan(detector.calibration().regionThreshold());
            assertThat(result.map().width()).isEqualTo(Bolts.SIDE);
        }
    }

    /** At a rate of 0.1 a good image is rejected one time in ten; 40 of them see 12 or more once in a thousand sets. */
    @Test
    void goodImagesAreRejectedAboutAsOftenAsAsked() {
        long rejected = Bolts.good(40, 9).stream()
                .filter(frame -> detector.inspect(frame).verdict() == AnomalyResult.Verdict.FAIL)
                .count();
        assertThat(rejected).isLessThan(12);
    }

    @Test
    void theSameImagesAndSeedGiveTheSameDetectorBitForBit() {
        var again = AnomalyTraining.train(Bolts.good(48, 1), backbone, SETTINGS, _ -> {});
        assertThat(DetectorFile.bytes(again)).isEqualTo(DetectorFile.bytes(detector));
    }

    @Test
    void aDetectorReadFromItsFileSaysTheSame() {
        var read = DetectorFile.of(DetectorFile.bytes(detector), backbone, "bolts");
        var frame = Bolts.one(new Random(3), true).frame();
        assertThat(read.inspect(frame).score())
                .isEqualTo(detector.inspect(frame).score());
        assertThat(read.inspect(frame).map().values())
                .isEqualTo(detector.inspect(frame).map().values());
        assertThat(read.rejecting(0.5).calibration().threshold())
                .isLessThan(detector.calibration().threshold());
    }

    /** What a registry keeps as one ONNX file says to the last bit what was trained, and is still the backbone to whoever reads ONNX. */
    @Test
    void aDetectorAndItsBackboneAreOneModelFile() {
        byte[] file = AnomalyModel.write(detector, TinyBackbone.means());
        assertThat(AnomalyModel.isIn(file)).isTrue();
        assertThat(AnomalyModel.isIn(TinyBackbone.means())).isFalse();
        var frame = Bolts.one(new Random(3), true).frame();
        try (var model = AnomalyModel.read(file, "bolts");
                var session = OnnxSession.open(file)) {
            assertThat(session.outputs()).containsExactlyInAnyOrder("fine", "coarse");
            assertThat(model.detector().inspect(frame).map().values())
                    .isEqualTo(detector.inspect(frame).map().values());
            assertThat(model.detector().calibration().threshold())
                    .isEqualTo(detector.calibration().threshold());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnomalyModel.write(detector, TinyBackbone.flat()))
                .withMessageContaining("Give that one's file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnomalyModel.read(TinyBackbone.means(), "bolts"))
                .withMessageContaining("bolts tells no anomalies");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurfaceModel.read(file, "bolts"))
                .withMessageContaining("bolts tells no kinds of surfaces");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgeModel.read(file, "bolts"))
                .withMessageContaining("bolts judges no differences");
    }

    @Test
    void aDamagedFileIsRefusedWhereverItIsDamaged() {
        byte[] file = DetectorFile.bytes(detector);
        var random = new Random(2);
        for (int i = 0; i < 50; i++) {
            var damaged = file.clone();
            int at = random.nextInt(file.length);
            damaged[at] = (byte) (damaged[at] ^ 1 << random.nextInt(8));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DetectorFile.of(damaged, backbone, "bolts"))
                    .withMessageContaining("bolts")
                    .withMessageContaining("\n");
            var cut = java.util.Arrays.copyOf(file, random.nextInt(file.length));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DetectorFile.of(cut, backbone, "bolts"))
                    .withMessageContaining("bolts");
        }
    }

    @Test
    void aDetectorIsNotAskedWithAnotherBackbone() {
        byte[] other = TinyBackbone.means();
        var named = java.util.Arrays.copyOf(other, other.length + 2);
        // An unknown field of the message, which any reader skips: the same network in another file.
        named[other.length] = (byte) 0xa0;
        named[other.length + 1] = 0x06;
        named = java.util.Arrays.copyOf(named, named.length + 1);
        try (var changed = Backbone.open(named, backbone.normalisation())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DetectorFile.of(DetectorFile.bytes(detector), changed, "bolts"))
                    .withMessageContaining("was trained with the network");
        }
    }

    @Test
    void tooFewGoodImagesForTheRateAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AnomalyTraining.train(Bolts.good(12, 1), backbone, SETTINGS.withFalseRejectRate(0.01), _ -> {}))
                .withMessageContaining("12 good images are too few")
                .withMessageContaining("0.01");
    }

    @Test
    void imagesOfNoSinglePartAreSeenWhole() {
        var random = new Random(4);
        var grain = new ArrayList<dev.millwright.vision.image.ColourFrame>();
        for (int i = 0; i < 20; i++) {
            var pixels = new byte[64 * 96];
            random.nextBytes(pixels);
            grain.add(dev.millwright.vision.image.ColourFrame.of(dev.millwright.vision.image.Frame.of(64, 96, pixels)));
        }
        var whole = AnomalyTraining.train(grain, backbone, SETTINGS.withSide(96), _ -> {});
        assertThat(whole.aligned()).isFalse();
        assertThat(whole.inspect(grain.getFirst()).map().height()).isEqualTo(96);
    }
}
