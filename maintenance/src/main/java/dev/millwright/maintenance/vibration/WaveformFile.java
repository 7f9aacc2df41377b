package dev.millwright.maintenance.vibration;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

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
        byte[] bytes = unpacked(file);
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

    private static byte[] unpacked(Path file) {
        try (var unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return unpacked.readAllBytes();
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("%s is not there.\nIs it the folder of the set?".formatted(file), e);
        } catch (ZipException | EOFException e) {
            throw new UncheckedIOException(
                    "%s cannot be unpacked: %s.\nThe file is broken or cut short; fetch it again."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
