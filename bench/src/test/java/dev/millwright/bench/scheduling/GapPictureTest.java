package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.bench.scheduling.GapCurve.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class GapPictureTest {

    /** A mean over those who have a schedule would rise when a bad first one joins; it begins when all have one. */
    @Test
    void theMeanBeginsWhenEverySolvedInstanceHasASchedule() {
        var curve = GapCurve.of(
                "cpsat",
                Trials.list(
                        Trials.of("a", "cpsat", 1, 150, 4, 110),
                        Trials.of("b", "cpsat", 2, 130, 3, 120),
                        Trials.of("unsolved", "cpsat")));
        assertThat(curve.points()).containsExactly(new Point(2, 40), new Point(3, 35), new Point(4, 15));
        assertThat(curve.solved()).isEqualTo(2);
        assertThat(curve.tried()).isEqualTo(3);
    }

    @Test
    void thePictureIsWellFormedAndTellsEachSolversEnd() throws Exception {
        var curves = List.of(
                GapCurve.of("portfolio", Trials.list(Trials.of("a", "portfolio", 0.1, 120, 5, 103))),
                GapCurve.of("cpsat", Trials.list(Trials.of("a", "cpsat"))));
        var svg = GapPicture.of("Gap < 5 % & more", curves, 10);
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(1);
        assertThat(document.getDocumentElement().getAttribute("aria-label")).isEqualTo("Gap < 5 % & more");
        assertThat(svg)
                .contains(
                        "portfolio: 3.00 % at the end (1 of 1 instances solved)",
                        "cpsat: nothing solved (0 of 1 instances solved)")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void axesEndAtRoundNumbers() {
        assertThat(GapPicture.ceiling(0.7)).isEqualTo(1);
        assertThat(GapPicture.ceiling(2.2)).isEqualTo(2.5);
        assertThat(GapPicture.ceiling(31)).isEqualTo(50);
        assertThat(GapPicture.ceiling(0)).isEqualTo(0.01);
    }
}
