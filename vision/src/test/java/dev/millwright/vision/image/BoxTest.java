package dev.millwright.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoxTest {
    private final Box box = new Box(0, 0, 10, 10);

    @Test
    void overlapIsIntersectionOverUnion() {
        assertThat(box.iou(box)).isEqualTo(1);
        assertThat(box.iou(new Box(5, 0, 15, 10))).isEqualTo(50 / 150.0);
        assertThat(box.iou(new Box(10, 0, 20, 10))).isZero();
    }

    @Test
    void growsNoFurtherThanTheImage() {
        assertThat(new Box(2, 5, 4, 6).grown(3, 6, 20)).isEqualTo(new Box(0, 2, 6, 9));
    }

    @Test
    void gapIsTheDistanceAlongTheAxisThatPartsMost() {
        assertThat(box.gap(new Box(13, 15, 20, 20))).isEqualTo(5);
        assertThat(box.gap(new Box(3, 3, 4, 4))).isZero();
        assertThat(box.union(new Box(13, 15, 20, 20))).isEqualTo(new Box(0, 0, 20, 20));
    }

    @Test
    void refusesAnEmptyBox() {
        assertThatThrownBy(() -> new Box(3, 0, 3, 5)).hasMessageContaining("box from 3,0 to 3,5");
    }

    @Test
    void placesAreNamedByThirds() {
        assertThat(Location.of(new Box(0, 0, 2, 2), 90, 90)).isEqualTo("top left");
        assertThat(Location.of(new Box(88, 44, 90, 46), 90, 90)).isEqualTo("middle right");
        assertThat(Location.of(new Box(88, 88, 90, 90), 90, 90)).isEqualTo("bottom right");
        assertThat(Location.of(new Box(44, 88, 46, 90), 90, 90)).isEqualTo("bottom centre");
    }
}
