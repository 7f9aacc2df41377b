package dev.millwright.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.inference.trees.TreesFile;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxMetadataTest {
    @Test
    void whatIsAddedIsReadAndTheNetworkStaysAsItWas() {
        byte[] network = TinyModel.gemm(0, 0);
        byte[] file = OnnxMetadata.added(network, Map.of("kinds", "open\nshort", "limit", "0.5"));
        assertThat(TreesFile.metadata(file))
                .containsEntry("kinds", "open\nshort")
                .containsEntry("limit", "0.5");
        assertThat(Arrays.copyOf(file, network.length)).isEqualTo(network);
        assertThat(TreesFile.metadata(OnnxMetadata.added(file, Map.of("since", "today"))))
                .containsKeys("kinds", "limit", "since");
        try (var before = OnnxSession.open(network);
                var after = OnnxSession.open(file)) {
            assertThat(after.inputs()).isEqualTo(before.inputs());
            assertThat(after.outputs()).isEqualTo(before.outputs());
        }
    }
}
