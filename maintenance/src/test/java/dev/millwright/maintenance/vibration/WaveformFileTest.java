package dev.millwright.maintenance.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.maintenance.vibration.WaveformFile.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed samples as they are and as they must not be. */
class WaveformFileTest {
    @TempDir
    private Path folder;

    private static byte[] packed(byte... bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Path file(byte... bytes) throws IOException {
        return Files.write(folder.resolve("wave.gz"), bytes);
    }

    @Test
    void samplesAreReadLowestByteFirst() throws IOException {
        var floats = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.5f)
                .putFloat(-2);
        assertThat(WaveformFile.read(file(packed(floats.array())), Sample.FLOAT32))
                .containsExactly(0.5, -2);
        var ints = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1234)
                .putInt(-1);
        assertThat(WaveformFile.read(file(packed(ints.array())), Sample.INT32)).containsExactly(1234, -1);
    }

    @Test
    void bytesThatAreNoSamplesAreToldByFile() throws IOException {
        assertThatThrownBy(() -> WaveformFile.read(file(packed((byte) 1, (byte) 2, (byte) 3)), Sample.INT32))
                .hasMessageContaining("wave.gz holds 3 bytes, and a sample is 4.")
                .hasMessageContaining("cut short");
        assertThatThrownBy(() -> WaveformFile.read(file(packed()), Sample.INT32))
                .hasMessageContaining("holds 0 bytes");
        var nan = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(Float.NaN)
                .array();
        assertThatThrownBy(() -> WaveformFile.read(file(packed(nan)), Sample.FLOAT32))
                .hasMessageStartingWith("Sample 1 of")
                .hasMessageContaining("is NaN");
    }

    @Test
    void aBrokenOrMissingFileIsTold() throws IOException {
        var whole = packed(new byte[4000]);
        assertThatThrownBy(() -> WaveformFile.read(file(Arrays.copyOf(whole, whole.length / 2)), Sample.INT32))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("wave.gz cannot be unpacked");
        assertThatThrownBy(() -> WaveformFile.read(file(new byte[64]), Sample.INT32))
                .hasMessageContaining("cannot be unpacked: Not in GZIP format");
        assertThatThrownBy(() -> WaveformFile.read(folder.resolve("gone.gz"), Sample.INT32))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone.gz is not there.");
        assertThatThrownBy(() -> WaveformFile.read(folder, Sample.INT32)).hasMessageContaining("cannot be read");
    }
}
