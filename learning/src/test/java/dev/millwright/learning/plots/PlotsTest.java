package dev.millwright.learning.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.learning.failure.Confusion;
import dev.millwright.learning.failure.PrecisionRecall;
import dev.millwright.learning.plots.CalibrationPlots.Said;
import dev.millwright.learning.plots.ForetoldPlot.Point;
import dev.millwright.learning.plots.ScorePlot.Span;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures are well-formed, say what they show, and put values where the axes say they are. */
class PlotsTest {

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document picture, String name) {
        var found = picture.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void scalesAreNamedByRoundNumbersAndHoldWhatIsBeyondThem() {
        assertThat(Scale.upTo(125).names()).containsExactly(0.0, 25.0, 50.0, 75.0, 100.0, 125.0);
        assertThat(Scale.upTo(0.47).names()).containsExactly(0.0, 0.1, 0.2, 0.30000000000000004, 0.4);
        assertThat(Scale.logarithmic(0.1, 200).names()).containsExactly(0.1, 1.0, 10.0, 100.0);
        assertThat(Scale.logarithmic(0.3, 12).names()).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0);
        assertThat(Scale.logarithmic(1, 100).share(10)).isCloseTo(0.5, within(1e-12));
        assertThat(Scale.upTo(4).share(9)).isEqualTo(1);
    }

    /** Two alarms at half or more, one of them right; the last failure has no alarm. */
    @Test
    void precisionFallsAsRecallRises() throws Exception {
        var curve = PrecisionRecall.of(new double[] {0.9, 0.7, 0.2, 0.1}, List.of(true, false, true, false));
        assertThat(curve.points()).extracting(PrecisionRecall.Point::recall).containsExactly(0.5, 0.5, 1.0, 1.0);
        assertThat(curve.averagePrecision()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
        assertThat(curve.atHalf().orElseThrow().precision()).isEqualTo(0.5);
        var svg = DiscriminationPlots.precisionRecall("Mills & \"more\"", List.of(curve), 0.5);
        assertThat(all(parsed(svg), "polyline")).hasSize(1);
        assertThat(svg).contains("average precision 0.833").contains("recall: share of failures");
    }

    @Test
    void whatCameTrueIsDrawnOverWhatWasSaid() throws Exception {
        var said = List.of(new Said(0.05, false), new Said(0.05, false), new Said(0.95, true), new Said(0.95, false));
        var dots = all(parsed(CalibrationPlots.said("Do they?", said, "four rows")), "circle");
        assertThat(dots).as("a dot for each tenth that was said").hasSize(2);
        assertThat(number(dots.get(0), "cy") - number(dots.get(1), "cy"))
                .as("half of a field of 225")
                .isCloseTo(112.5, within(0.1));
    }

    @Test
    void cellsOfAConfusionAreAsDarkAsTheirShare() throws Exception {
        var svg = ConfusionPlot.of(
                "Taken for",
                List.of("none", "a name that is far too long for it"),
                new Confusion(List.of(List.of(3, 1), List.of(0, 4))));
        var cells = all(parsed(svg), "rect").stream()
                .filter(cell -> cell.getAttribute("fill").equals(Svg.BLUE))
                .map(cell -> number(cell, "fill-opacity"))
                .toList();
        assertThat(cells).containsExactly(0.75, 0.25, 0.0, 1.0);
        assertThat(svg).contains("3 (75 %)").contains("87.5 %").contains("a name that is far to…");
    }

    @Test
    void aScoreIsDrawnAgainstItsLimitWithTheLabelledStretches() throws Exception {
        assertThat(Span.of(List.of(false, true, true, false, true))).containsExactly(new Span(1, 2), new Span(4, 4));
        var scores =
                IntStream.range(0, 5_000).mapToObj(i -> i == 2_500 ? 40.0 : 0.5).toList();
        var svg = ScorePlot.of("A record", "time [s]", 1, 100, scores, List.of(new Span(2_590, 2_610)));
        var picture = parsed(svg);
        assertThat(all(picture, "polyline").getFirst().getAttribute("points").split(" ", -1))
                .as("no more points than can be seen")
                .hasSizeLessThan(2_000);
        assertThat(svg).contains("time [s]").contains("labelled anomaly").contains("limit of the alarm");
        assertThat(highest(all(picture, "polyline").getFirst()))
                .as("the peak is not thinned away")
                .isLessThan(100);
    }

    private static double highest(Element line) {
        return Arrays.stream(line.getAttribute("points").split(" ", -1))
                .mapToDouble(point -> Double.parseDouble(point.substring(point.indexOf(',') + 1)))
                .min()
                .orElseThrow();
    }

    @Test
    void foretoldLivesLieOnTheDiagonalWhereTheyCameTrue() throws Exception {
        var svg = ForetoldPlot.of(
                "Bearings",
                "s",
                "ours",
                List.of(new Point("1-3", 500, 500), new Point("1-4", 300, 3_000)),
                Map.entry("other", List.of(new Point("1-3", 500, 100))));
        var dots = all(parsed(svg), "circle");
        assertThat(number(dots.get(1), "cy")).as("too late is above").isLessThan(number(dots.get(0), "cy"));
        assertThat(svg).contains("1-3").contains("true life [s]");
    }

    @Test
    void barsAreAsHighAsTheirShares() throws Exception {
        var svg = BarPlot.of(
                "Faults", "fault", "detected", List.of("1", "2"), List.of(new BarPlot.Way("ours", List.of(1.0, 0.5))));
        var bars = all(parsed(svg), "rect").stream()
                .filter(bar -> bar.getAttribute("fill").equals(Svg.BLUE))
                .toList();
        assertThat(number(bars.get(1), "height")).isCloseTo(number(bars.get(0), "height") / 2, within(0.1));
        assertThatThrownBy(() -> BarPlot.of("none", "", "", List.of(), List.of()))
                .hasMessageContaining("0 ways");
    }

    /** The curve ends in the right corner, at the height of the last loss; nothing is drawn of nothing. */
    @Test
    void lossesFallFromLeftToRight() throws Exception {
        var points = List.of(new LossPlot.Point(1, 2), new LossPlot.Point(50, 1), new LossPlot.Point(100, 0.5));
        var picture = parsed(LossPlot.of("How the loss fell", points));
        var curve = all(picture, "polyline").getFirst().getAttribute("points").split("[ ,]");
        assertThat(Arrays.stream(curve).mapToDouble(Double::parseDouble).toArray())
                .hasSize(6);
        var end = all(picture, "circle").getFirst();
        assertThat(number(end, "cx")).isEqualTo(600);
        assertThat(number(end, "cy")).isCloseTo(70 + 220 * (1 - 0.5 / 2.1), within(0.06));
        assertThat(all(parsed(LossPlot.of("none", List.of())), "polyline")).isEmpty();
    }

    /** Five pictures take two rows of four; each is as large as its place, and what is said of it stands below. */
    @Test
    void picturesAreLaidOutInRowsWithWordsBelow() throws Exception {
        var black = ColourFrame.of(Frame.of(20, 10, new byte[200]));
        var tile = ContactSheet.Tile.of(black, "is scratch", "words that are far too long to stand below a picture");
        var sheet = ImageIO.read(new ByteArrayInputStream(ContactSheet.png(Collections.nCopies(5, tile))));
        assertThat(sheet.getWidth()).isEqualTo(8 + 4 * 248);
        assertThat(sheet.getHeight()).isEqualTo(8 + 2 * (240 + 28 + 8));
        assertThat(sheet.getRGB(8 + 120, 8 + 120) & 0xffffff)
                .as("the middle of the first picture")
                .isZero();
        assertThat(sheet.getRGB(8 + 120, 8 + 20) & 0xffffff)
                .as("above it, as it is flat")
                .isEqualTo(0xffffff);
        assertThat(sheet.getRGB(8, 8 + 240) & 0xffffff)
                .as("the ground of its words")
                .isEqualTo(0xd8dee9);
        assertThat(sheet.getRGB(8 + 248 + 120, 8 + 276 + 120) & 0xffffff)
                .as("a sixth place")
                .isEqualTo(0xffffff);
        assertThat(ImageIO.read(new ByteArrayInputStream(ContactSheet.png(List.of())))
                        .getWidth())
                .isPositive();
    }
}
