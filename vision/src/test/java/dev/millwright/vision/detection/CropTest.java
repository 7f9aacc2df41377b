package dev.millwright.vision.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Drawing;
import org.junit.jupiter.api.Test;

class CropTest {
    private static final int PIXELS = Crop.SIDE * Crop.SIDE;

    /** A spot of copper on bare board at 60 to 68, 70 to 78: its centre is the crop's, each layer shows what it should. */
    @Test
    void showsTheDifferenceInItsMiddle() {
        var comparison = compare(Drawing.board().copper(60, 70, 68, 78));
        var blob = only(comparison);
        assertThat(blob.box).isEqualTo(new Box(60, 70, 68, 78));
        var crop = new float[Crop.LENGTH + 1];
        Crop.write(comparison, blob, crop, 1);
        assertThat(crop[0]).isZero();
        assertThat(at(crop, 0, 32, 32)).isEqualTo(1);
        assertThat(at(crop, 1, 32, 32)).isEqualTo(-1);
        assertThat(at(crop, 2, 32, 32)).isEqualTo(1);
        assertThat(at(crop, 2, 40, 32)).isZero();
        // Eight pixels further up the trace ends that the template has too.
        assertThat(at(crop, 0, 32, 32 - 74 + 53)).isEqualTo(1);
        assertThat(at(crop, 1, 32, 32 - 74 + 53)).isEqualTo(1);
    }

    @Test
    void whatLiesBeyondTheImageIsNeither() {
        var comparison = compare(Drawing.board().copper(2, 2, 9, 9));
        var crop = new float[Crop.LENGTH];
        Crop.write(comparison, only(comparison), crop, 0);
        assertThat(crop[0]).isZero();
        assertThat(crop[PIXELS]).isZero();
        assertThat(at(crop, 0, 31, 31)).isNotZero();
    }

    @Test
    void marginsGoToABoxAndBack() {
        var tight = new Box(20, 30, 28, 36);
        var drawn = new Box(10, 22, 38, 48);
        var margins = Margins.between(tight, drawn);
        assertThat(margins.around(tight, 100, 100)).isEqualTo(drawn);
        assertThat(margins.around(tight, 30, 40)).isEqualTo(new Box(10, 22, 30, 40));
        assertThat(new Margins(-99, -99, -99, -99).around(tight, 100, 100).area())
                .isPositive();
    }

    /** A wavering edge makes many thin differences, a defect one thick one: few are asked about. */
    @Test
    void plainJitterIsNotAskedAbout() {
        var image = Drawing.board().copper(60, 70, 68, 78);
        for (int x = 12; x < 150; x += 12) {
            image = image.copper(x, 30, x + 4, 31);
        }
        var comparison = compare(image);
        assertThat(Candidates.of(comparison, 3)).extracting(blob -> blob.box).contains(new Box(60, 70, 68, 78));
        assertThat(Candidates.of(comparison, 3)).hasSize(1);
    }

    private static float at(float[] crop, int layer, int x, int y) {
        return crop[crop.length - Crop.LENGTH + layer * PIXELS + y * Crop.SIDE + x];
    }

    private static Comparison compare(Drawing image) {
        return Comparison.of(image.frame(), Drawing.board().frame(), true, 4, 0);
    }

    private static Blob only(Comparison comparison) {
        var blobs = comparison.differences(3, 2);
        assertThat(blobs).hasSize(1);
        return blobs.getFirst();
    }
}
