package dev.millwright.vision.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseInputTest {
    @Test
    void whatLiesBeyondThePictureIsNothing() {
        var frame = Frame.of(2, 2, new byte[] {0, -1, -1, 0});
        var seen = new float[12];
        DenseInput.write(List.of(frame), -1, 0, 4, 3, seen, 0);
        assertThat(seen).containsExactly(0, -1, 1, 0, 0, 1, -1, 0, 0, 0, 0, 0);
        assertThat(DenseInput.filled(640)).isEqualTo(640);
        assertThat(DenseInput.filled(641)).isEqualTo(672);
    }

    @Test
    void refusesPlanesOfTwoSizes() {
        var planes = List.of(Frame.of(2, 1, new byte[2]), Frame.of(1, 2, new byte[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseInput.write(planes, 0, 0, 1, 1, new float[2], 0))
                .withMessageContaining("planes of one size");
    }

    /** The third plane of a board is white where copper is missing or too many, and nowhere else. */
    @Test
    void aBoardsThirdPlaneIsWhatDiffers() {
        var board = new BoardGenerator(BoardSettings.small()).generate(3, 4);
        var planes = DenseInput.of(Comparison.of(board.image(), board.template(), false, 8, 2));
        int white = 0;
        for (int y = 0; y < board.image().height(); y++) {
            for (int x = 0; x < board.image().width(); x++) {
                if (planes.get(2).grey(x, y) > 0) {
                    assertThat(planes.get(0).grey(x, y))
                            .isNotEqualTo(planes.get(1).grey(x, y));
                    white++;
                }
            }
        }
        assertThat(white).isPositive();
    }
}
