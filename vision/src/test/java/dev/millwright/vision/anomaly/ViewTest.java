package dev.millwright.vision.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ViewTest {
    @Test
    void aBoltIsFoundAsItLies() {
        var random = new Random(7);
        for (int i = 0; i < 30; i++) {
            var bolt = Bolts.one(random, i % 2 == 0);
            var pose = PartPose.find(bolt.frame().grey());
            assertThat(pose).isNotNull();
            // From head to tip: the head spreads less far from the middle of all than the shaft does.
            assertThat(pose.cos() * Math.cos(bolt.angle()) + pose.sin() * Math.sin(bolt.angle()))
                    .isGreaterThan(0.995);
            assertThat(Math.hypot(pose.x() - bolt.x(), pose.y() - bolt.y())).isLessThan(3);
            assertThat(pose.length()).isCloseTo(80, within(5.0));
            assertThat(pose.width()).isCloseTo(32, within(5.0));
        }
    }

    @Test
    void anEvenImageShowsNoPart() {
        assertThat(PartPose.find(Frame.of(40, 30, new byte[1200]))).isNull();
    }

    /** A turned view of a turned bolt is the bolt as it would lie straight: all bolts look alike. */
    @Test
    void turnedViewsOfAllBoltsAreAlike() {
        var random = new Random(8);
        float[] first = null;
        for (int i = 0; i < 5; i++) {
            var frame = Bolts.one(random, false).frame();
            var framing = new Framing(true, 96, 48, 1);
            float[] planes = framing.view(frame.grey()).planes(frame);
            assertThat(planes).hasSize(3 * 96 * 64);
            double difference = 0;
            for (int p = 0; first != null && p < planes.length; p++) {
                difference += Math.abs(planes[p] - first[p]) / planes.length;
            }
            assertThat(difference).isLessThan(0.03);
            first = planes;
        }
    }

    @Test
    void aPlaceOfTheMapLiesWhereThePictureSawIt() {
        double angle = 0.7;
        var view = View.turned(64, 32, 50, 40, 0.5 * Math.cos(angle), 0.5 * Math.sin(angle));
        var map = new AnomalyMap(8, 4, new float[32]);
        map.values()[1 * 8 + 6] = 1;
        var laid = view.onto(map, 100, 80);
        // The middle of the place, 20 pixels of the picture to the right of its middle and 4 above.
        double x = 50 + 20 * view.rightX() + 4 * view.rightY();
        double y = 40 + 20 * view.rightY() - 4 * view.rightX();
        assertThat(laid.at((int) Math.floor(x), (int) Math.floor(y))).isGreaterThan(0.7f);
        double sumX = 0;
        double sum = 0;
        for (int i = 0; i < laid.values().length; i++) {
            sum += laid.values()[i];
            sumX += laid.values()[i] * (i % 100 + 0.5);
        }
        assertThat(sumX / sum).isCloseTo(x, within(0.5));
        assertThat(laid.at(2, 2)).isZero();
    }

    @Test
    void aLargeImageIsShrunkBeforeItIsLookedAt() {
        var pixels = new byte[200 * 200];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((i + i / 200) % 2 == 0 ? 0 : 200);
        }
        var frame = ColourFrame.of(Frame.of(200, 200, pixels));
        for (float value : View.whole(frame.grey(), 32, 32).planes(frame)) {
            // Every other pixel is black: sampled without shrinking it would be all or nothing.
            assertThat((double) value).isCloseTo(100 / 255.0, within(0.05));
        }
    }

    @Test
    void smoothingKeepsTheSum() {
        var map = new AnomalyMap(31, 31, new float[31 * 31]);
        map.values()[15 * 31 + 15] = 1;
        var smooth = map.smoothed(2);
        double sum = 0;
        for (float value : smooth.values()) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        assertThat((double) smooth.at(15, 15)).isCloseTo(1 / (2 * Math.PI * 4), within(2e-3));
        assertThat(smooth.at(17, 15)).isEqualTo(smooth.at(15, 13), within(1e-6f));
    }

    @Test
    void imageScoresAreMeansOfTheLargest() {
        var values = new float[200];
        for (int i = 0; i < 200; i++) {
            values[i] = i;
        }
        var map = new AnomalyMap(20, 10, values);
        assertThat(ImageScore.LARGEST.of(map)).isEqualTo(199);
        assertThat(ImageScore.TOP_1_PERCENT.of(map)).isEqualTo(198.5);
        assertThat(ImageScore.TOP_5_PERCENT.of(map)).isEqualTo(194.5);
        assertThat(ImageScore.MEAN.of(map)).isEqualTo(99.5);
    }

    @Test
    void regionsAreToldByBoxAreaAndMiddle() {
        var values = new float[8 * 5];
        values[1 * 8 + 1] = 3;
        values[2 * 8 + 2] = 4;
        values[4 * 8 + 7] = 9;
        var regions = AnomalyRegion.of(new AnomalyMap(8, 5, values), 2);
        assertThat(regions).hasSize(2);
        assertThat(regions.getFirst().peak()).isEqualTo(9);
        var second = regions.getLast();
        assertThat(second.box()).isEqualTo(new dev.millwright.vision.image.Box(1, 1, 3, 3));
        assertThat(second.areaPx()).isEqualTo(2);
        assertThat(second.centroidX()).isEqualTo(2);
        assertThat(second.centroidY()).isEqualTo(2);
    }

    /** Lightness has to rise with the heat, or those who see no colours see no order. */
    @Test
    void hotterIsLighterAndCoversMore() throws IOException {
        double before = -1;
        for (double heat = 0; heat <= 1; heat += 0.05) {
            int colour = HeatMap.colour(heat);
            double light = 0.2126 * (colour >> 16 & 0xff) + 0.7152 * (colour >> 8 & 0xff) + 0.0722 * (colour & 0xff);
            assertThat(light).isGreaterThan(before);
            before = light;
        }
        var frame = ColourFrame.of(Frame.of(2, 1, new byte[] {100, 100}));
        var image =
                ImageIO.read(new ByteArrayInputStream(HeatMap.png(frame, new AnomalyMap(2, 1, new float[] {0, 5}), 4)));
        assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0x646464);
        assertThat(image.getRGB(1, 0) & 0xff).isLessThan(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatMap.png(frame, new AnomalyMap(1, 1, new float[] {0}), 4))
                .withMessageContaining("1 x 1");
    }
}
