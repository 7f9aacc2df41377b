package dev.millwright.maintenance.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model is not made of, and the band around what it expects. */
class LifeModelTest {

    private static byte[] noted(String notes) {
        return ModelProto.newBuilder()
                .addMetadataProps(StringStringEntryProto.newBuilder()
                        .setKey(LifeModel.NOTES)
                        .setValue(notes))
                .build()
                .toByteArray();
    }

    @Test
    void aFileThatIsNoModelOfLifeIsRefusedInWords() {
        assertThatThrownBy(() -> LifeModel.read(new byte[0]))
                .hasMessageStartingWith("The model says nothing of remaining life.");
        assertThatThrownBy(() -> LifeModel.read(noted("{"))).hasMessageStartingWith("The model's notes cannot be read");
        assertThatThrownBy(() -> LifeModel.read(noted("{\"weather\": 1}")))
                .hasMessageStartingWith("The model's notes cannot be read");
    }

    @Test
    void theBandIsAStraightLineBetweenItsPointsAndStaysWithinTheCap() {
        var band = new ErrorBand(List.of(10.0, 50.0, 100.0), List.of(4.0, 20.0, 10.0), List.of(2.0, 30.0, 0.0));
        assertThat(band.around(50, 125)).isEqualTo(new LifeEstimate(50, 30, 80));
        assertThat(band.around(30, 125)).isEqualTo(new LifeEstimate(30, 18, 46));
        assertThat(band.around(2, 125)).isEqualTo(new LifeEstimate(2, 0, 4));
        assertThat(band.around(200, 125)).isEqualTo(new LifeEstimate(125, 115, 125));
        assertThat(band.around(-3, 125).expected()).isZero();
        assertThat(band.around(50, 125).width()).isEqualTo(50);
        assertThatThrownBy(() -> new ErrorBand(List.of(), List.of(), List.of()))
                .hasMessageStartingWith("A band of 0 points");
        assertThatThrownBy(() -> new ErrorBand(List.of(2.0, 1.0), List.of(1.0, 1.0), List.of(1.0, 1.0)))
                .hasMessageContaining("Give them rising.");
    }
}
