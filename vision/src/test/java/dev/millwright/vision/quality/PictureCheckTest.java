package dev.millwright.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.vision.generator.Board;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.Drawing;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A camera that sees a different board each time: the hardest case, for usual is wide. */
class PictureCheckTest {
    private static final int REACH = 12;

    private static final BoardGenerator BOARDS = new BoardGenerator(BoardSettings.small());
    private static final Map<Long, Board> DRAWN = new HashMap<>();
    private static final PictureReference REFERENCE = PictureReference.learn(
            LongStream.range(0, 60).mapToObj(seed -> measures(board(seed))).toList(), 0.005);

    private final PictureCheck check = new PictureCheck(REFERENCE, REACH);

    /** The stated rate, on boards never seen; and a defect is no fault of the picture. */
    @Test
    void goodBoardsAndBoardsWithDefectsAreFit() {
        int refused = 0;
        for (long seed = 1000; seed < 1080; seed++) {
            var good = board(seed);
            refused += check.check(good.image(), good.template()) instanceof PictureVerdict.Refused ? 1 : 0;
            refused += check.check(good.image()) instanceof PictureVerdict.Refused ? 1 : 0;
            var bad = BOARDS.generate(seed, 5);
            refused += check.check(bad.image(), bad.template()) instanceof PictureVerdict.Refused ? 1 : 0;
        }
        assertThat(refused).as("of 240").isLessThanOrEqualTo(2);
    }

    @Test
    void blurIsRefusedFromADegreeOn() {
        assertThat(refusals(frame -> Spoiled.blurred(frame, 2), Fault.BLURRED)).isEqualTo(1);
        assertThat(refusals(frame -> Spoiled.blurred(frame, 5), Fault.BLURRED)).isEqualTo(1);
    }

    @Test
    void lightIsRefusedFromADegreeOn() {
        assertThat(refusals(frame -> Spoiled.exposed(frame, 1.02, 0), null)).isLessThan(0.02);
        assertThat(refusals(frame -> Spoiled.exposed(frame, 1, 60), Fault.OVEREXPOSED))
                .isEqualTo(1);
        assertThat(refusals(frame -> Spoiled.exposed(frame, 2, 0), Fault.OVEREXPOSED))
                .isEqualTo(1);
        assertThat(refusals(frame -> Spoiled.exposed(frame, 0.98, 0), null)).isLessThan(0.02);
        assertThat(refusals(frame -> Spoiled.exposed(frame, 0.5, 0), Fault.UNDEREXPOSED))
                .isEqualTo(1);
        assertThat(refusals(frame -> Spoiled.exposed(frame, 0.1, 0), Fault.UNDEREXPOSED))
                .isEqualTo(1);
        assertThat(refusals(frame -> Spoiled.exposed(frame, 0.2, 140), Fault.LOW_CONTRAST))
                .isEqualTo(1);
    }

    /** Each worse degree is refused at least as often. */
    @Test
    void worseIsRefusedMoreOften() {
        rises(List.of(0, 1, 2, 3), degree -> frame -> Spoiled.blurred(frame, degree));
        rises(List.of(0, 20, 40, 60), degree -> frame -> Spoiled.exposed(frame, 1, degree));
        rises(List.of(0, 20, 40, 60), degree -> frame -> Spoiled.exposed(frame, 1 - degree / 100.0, 0));
        rises(List.of(0, 4, 12, 20, 36), degree -> frame -> Spoiled.moved(frame, degree, 0));
    }

    @Test
    void aShiftBeyondReachIsToldInPixels() {
        int refused = 0;
        for (long seed = 300; seed < 320; seed++) {
            var board = board(seed);
            var moved = Spoiled.moved(
                    board.image(), 30 - board.offset().x(), -18 - board.offset().y());
            var measures = PictureMeasures.of(moved, board.template());
            assertThat((double) measures.offset().x()).as("seed %d", seed).isCloseTo(30, within(2.0));
            assertThat((double) measures.offset().y()).as("seed %d", seed).isCloseTo(-18, within(2.0));
            if (check.check(measures) instanceof PictureVerdict.Refused told && told.fault() == Fault.SHIFTED) {
                refused++;
                assertThat(told.reason()).contains("pixels off its template, inspection reaches 12");
            }
            assertThat(check.check(PictureMeasures.of(board.image(), board.template())))
                    .isInstanceOf(PictureVerdict.Fit.class);
        }
        assertThat(refused).isGreaterThanOrEqualTo(19);
    }

    @Test
    void anotherProductIsToldAsSuch() {
        int told = 0;
        for (long seed = 300; seed < 320; seed++) {
            var verdict = check.check(board(seed).image(), board(seed + 1).template());
            told += verdict instanceof PictureVerdict.Refused refused && refused.fault() == Fault.WRONG_PRODUCT ? 1 : 0;
        }
        assertThat(told).isEqualTo(20);
        // Without a template, by its greys alone: as bright and as varied, but of grey steps that boards have not.
        var pixels = new byte[320 * 320];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((i / 320 / 20 + i % 320 / 20) % 2 == 0 ? 232 : 112);
        }
        var usual = REFERENCE.limits().get(Trait.BRIGHTNESS);
        var stranger = check.check(Frame.of(320, 320, pixels));
        assertThat(usual).isNotNull();
        assertThat(stranger).isInstanceOfSatisfying(PictureVerdict.Refused.class, refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.WRONG_PRODUCT);
            assertThat(refused.reason()).contains("greys are not this camera's", "\n");
        });
    }

    @Test
    void reasonsNameTheValueTheLimitAndACure() {
        var dark =
                (PictureVerdict.Refused) check.check(Spoiled.exposed(board(400).image(), 0.3, 0));
        assertThat(dark.measured()).isLessThan(dark.limit());
        assertThat(dark.reason())
                .startsWith("the picture is dark: its mean grey is %d of 255, good ones have at least %d\n"
                        .formatted(Math.round(dark.measured()), Math.round(dark.limit())));
        var blurred =
                (PictureVerdict.Refused) check.check(Spoiled.blurred(board(400).image(), 3));
        assertThat(blurred.measured()).isBetween(0.0, blurred.limit());
        assertThat(blurred.reason()).contains("% of the usual sharpness", "Focus");
    }

    /** Light changes neither, noise hardly; blur changes it much. */
    @Test
    void sharpnessIsBlindToLightAndNoise() {
        var quiet = new BoardGenerator(new BoardSettings(320, 320, 0, 0, 0, 10))
                .generate(5, 0)
                .image();
        var noisy = new BoardGenerator(new BoardSettings(320, 320, 0, 15, 0, 10))
                .generate(5, 0)
                .image();
        double sharp = PictureMeasures.of(quiet).sharpness();
        assertThat(PictureMeasures.of(noisy).sharpness()).isCloseTo(sharp, within(0.35));
        assertThat(PictureMeasures.of(Spoiled.exposed(quiet, 0.5, 20)).sharpness())
                .isCloseTo(sharp, within(0.05));
        assertThat(PictureMeasures.of(Spoiled.blurred(quiet, 2)).sharpness()).isLessThan(sharp - 1);
    }

    @Test
    void tinyAndEmptyPicturesAreMeasuredToo() {
        for (int side = 1; side < 9; side++) {
            var tiny = Drawing.blank(side, side).frame();
            var measures = PictureMeasures.of(tiny, tiny);
            assertThat(measures.offset()).isEqualTo(Offset.NONE);
            assertThat(measures.match()).isEqualTo(1);
            assertThat(measures.sharpness()).isFinite();
        }
    }

    @Test
    void refusesToLearnFromTooLittleOrFromAMixture() {
        var one = measures(board(1));
        assertThatThrownBy(() -> PictureReference.learn(List.of(one), 0.01)).hasMessageContaining("1 good pictures");
        var mixed = new ArrayList<PictureMeasures>();
        for (int i = 0; i < 20; i++) {
            mixed.add(i == 7 ? PictureMeasures.of(Drawing.board().frame()) : one);
        }
        assertThatThrownBy(() -> PictureReference.learn(mixed, 0.01)).hasMessageContaining("320 x 320 and 160 x 160");
        assertThatThrownBy(() -> PictureReference.learn(mixed, 0)).hasMessageContaining("falseRefusals 0");
        assertThatThrownBy(() -> check.check(Drawing.board().frame())).hasMessageContaining("160 x 160");
        assertThatThrownBy(() -> new PictureCheck(REFERENCE, -1)).hasMessageContaining("reachPx -1");
        assertThatThrownBy(() ->
                        PictureMeasures.of(board(1).image(), Drawing.board().frame()))
                .hasMessageContaining("a template of 160 x 160");
    }

    private void rises(List<Integer> degrees, IntFunction<UnaryOperator<Frame>> spoil) {
        double before = 0;
        for (int degree : degrees) {
            double now = refusals(spoil.apply(degree), null);
            assertThat(now).as("degree %d of %s", degree, degrees).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).as("the worst of %s", degrees).isGreaterThan(0.9);
    }

    /** Share of spoiled boards that are refused, for a fault or for any. */
    private double refusals(UnaryOperator<Frame> spoil, @Nullable Fault fault) {
        int refused = 0;
        for (long seed = 500; seed < 510; seed++) {
            var board = board(seed);
            var verdict = check.check(spoil.apply(board.image()), board.template());
            refused +=
                    verdict instanceof PictureVerdict.Refused told && (fault == null || told.fault() == fault) ? 1 : 0;
        }
        return refused / 10.0;
    }

    private static Board board(long seed) {
        return DRAWN.computeIfAbsent(seed, number -> BOARDS.generate(number, 0));
    }

    private static PictureMeasures measures(Board board) {
        return PictureMeasures.of(board.image(), board.template());
    }
}
