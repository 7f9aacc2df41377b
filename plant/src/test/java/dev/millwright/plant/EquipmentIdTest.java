package dev.millwright.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EquipmentIdTest {

    @Test
    void containsWhatLiesBelowAndNothingThatOnlySharesLetters() {
        var line = EquipmentId.of("hall/smt/line-1");
        assertThat(line.contains(EquipmentId.of("hall/smt/line-1/print/printer")))
                .isTrue();
        assertThat(line.contains(EquipmentId.of("hall/smt/line-10"))).isFalse();
        assertThat(line.parent()).isEqualTo(EquipmentId.of("hall/smt"));
        assertThat(line.name()).isEqualTo("line-1");
    }

    @Test
    void refusesAPathThatCouldNotBeAUrlAndSaysHowToWriteOne() {
        assertThatThrownBy(() -> EquipmentId.of("hall//x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'hall//x'")
                .hasMessageContaining("such as");
    }
}
