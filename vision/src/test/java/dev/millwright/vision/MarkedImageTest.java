package dev.millwright.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.Severity;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Drawing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MarkedImageTest {
    @Test
    void drawsABoxInTheColourOfItsSeverity() throws IOException {
        var box = new Box(40, 60, 80, 100);
        int[] colours = {0x3fb950, 0xd29922, 0xf0883e, 0xf85149};
        int at = 0;
        for (var severity : Severity.values()) {
            var finding = new Finding(DefectType.SPUR, box, 30, 0.9, severity, "centre", "");
            var image = ImageIO.read(new ByteArrayInputStream(
                    MarkedImage.png(Drawing.blank(160, 160).frame(), List.of(finding))));
            assertThat(image.getRGB(40, 80) & 0xffffff).isEqualTo(colours[at++]);
            assertThat(image.getRGB(60, 80) & 0xffffff).isEqualTo(220 * 0x010101);
        }
    }

    /** A finding in the corner of a tiny image has its label cut, never an exception. */
    @Test
    void drawsAtTheEdgesOfATinyImage() {
        var finding = new Finding(DefectType.COPPER, new Box(0, 0, 8, 8), 9, 1, Severity.MINOR, "top left", "");
        assertThat(MarkedImage.png(Drawing.blank(8, 8).frame(), List.of(finding)))
                .isNotEmpty();
    }
}
