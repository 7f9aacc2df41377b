package dev.millwright.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.CostCurve.Point;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A straight line between its points, level outside. */
class CostCurveTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void isAStraightLineBetweenItsPoints() {
        var curve = new CostCurve(List.of(
                new Point(NOON, 30), new Point(NOON.plusSeconds(100), 0), new Point(NOON.plusSeconds(300), 80)));
        assertThat(curve.at(NOON.minusSeconds(5))).isEqualTo(30);
        assertThat(curve.at(NOON)).isEqualTo(30);
        assertThat(curve.at(NOON.plusSeconds(50))).isCloseTo(15, within(1e-9));
        assertThat(curve.at(NOON.plusSeconds(100))).isZero();
        assertThat(curve.at(NOON.plusSeconds(150))).isCloseTo(20, within(1e-9));
        assertThat(curve.at(NOON.plusSeconds(999))).isEqualTo(80);
    }

    @Test
    void whatIsNoCurveIsRefusedInWords() {
        assertThatThrownBy(() -> new CostCurve(List.of())).hasMessageContaining("Give one at least");
        assertThatThrownBy(() -> new CostCurve(List.of(new Point(NOON, 1), new Point(NOON, 2))))
                .hasMessageContaining("Give its points by time");
        assertThatThrownBy(() -> new Point(NOON, -1)).hasMessageContaining("0 or more");
    }
}
