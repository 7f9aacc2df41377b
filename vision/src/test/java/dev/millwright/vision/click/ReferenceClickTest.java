package dev.millwright.vision.click;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.vision.Defect;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import org.junit.jupiter.api.Test;

class ReferenceClickTest {

    /** A spur looks like the trace it grows from: only the template tells both apart. */
    @Test
    void defectsOfABoardAreToldApartFromTheCopperTheyTouch() {
        var boards = new BoardGenerator(BoardSettings.small());
        var clicks = new ReferenceClick(new ClickSegmenter(), true, 12);
        int defects = 0;
        int found = 0;
        for (int seed = 1; seed <= 12; seed++) {
            var board = boards.generate(seed, 4);
            for (Defect defect : board.defects()) {
                var box = defect.box();
                defects++;
                var region = clicks.propose(
                        board.image(),
                        board.template(),
                        (box.left() + box.right()) / 2,
                        (box.top() + box.bottom()) / 2);
                found += region.isPresent()
                                && box.grown(4, 320, 320).common(region.get().box())
                                        >= 0.9 * region.get().box().area()
                        ? 1
                        : 0;
            }
        }
        assertThat((double) found / defects)
                .as("of %d defects those whose region lies in their box", defects)
                .isGreaterThan(0.8);
    }
}
