package dev.millwright.maintenance.vibration;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Samples packed by gzip, four bytes each, the lowest first, with no header. */
public final class WaveformFile {

    /** What four bytes are. */
    public enum Sample {
        /** IEEE 754 single precision. */
        FLOAT32,
        /** A whole number with its sign. */
        INT32
    }

    private WaveformFile() {}

    /**
     * All samples as they stand in the file.
     *
     * @throws UncheckedIOException when the file is missing or cannot be unpacked
     * @throws IllegalArgumentException when its bytes are no samples
     */
    public static double[] read(Path file, Sample sample) {
        byte[] bytes = PackedFile.unpacked(file);
        if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(
                    "%s holds %d bytes, and a sample is %d.\nThe file is cut short or of another format; fetch it again."
                            .formatted(file, bytes.length, Float.BYTES));
        }
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var samples = new double[bytes.length / Float.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sample == Sample.FLOAT32 ? buffer.getFloat() : buffer.getInt();
            if (!Double.isFinite(samples[i])) {
                throw new IllegalArgumentException(
                        "Sample %d of %s is %s.\nA number belongs there; fetch the file again."
                                .formatted(i + 1, file, samples[i]));
            }
        }
        return samples;
    }
}
