package dev.millwright.learning.femto;

import dev.millwright.maintenance.vibration.Spectrum;
import dev.millwright.maintenance.vibration.Waveform;
import dev.millwright.maintenance.vibration.WaveformFile;
import dev.millwright.maintenance.vibration.WaveformStatistics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The raw signal of a bearing, {@code raw/BEARING.i32le.gz}: snapshots of 0.1 s at 25.6 kHz, horizontal and vertical
 * accelerometer by turns, in thousandths of g.
 */
public final class RawSnapshots {
    private static final double RATE_HZ = 25_600;
    private static final int LENGTH = 2560;
    private static final int AXES = 2;
    private static final double[] BAND_ENDS_HZ = {0, 1_000, 3_000, 6_000, 9_000, 12_800};

    private final double[] samples;

    private RawSnapshots(double[] samples) {
        this.samples = samples;
    }

    /** Names of the bearings whose raw signal lies in the folder of the set, of those given. */
    public static List<String> in(Path folder, List<String> bearings) {
        return bearings.stream()
                .filter(name -> Files.exists(file(folder, name)))
                .toList();
    }

    /** Of a bearing. */
    public static RawSnapshots read(Path folder, String bearing) {
        var file = file(folder, bearing);
        var samples = WaveformFile.read(file, WaveformFile.Sample.INT32);
        if (samples.length % (AXES * LENGTH) != 0) {
            throw new IllegalArgumentException(
                    "%s holds %d samples, and a snapshot is %d.\nThe file is cut short; fetch it again."
                            .formatted(file, samples.length, AXES * LENGTH));
        }
        return new RawSnapshots(samples);
    }

    private static Path file(Path folder, String bearing) {
        return folder.resolve("raw").resolve(bearing + ".i32le.gz");
    }

    /** How many. */
    public int count() {
        return samples.length / (AXES * LENGTH);
    }

    /** What {@link FemtoFolder#FEATURES} names, worked out from a snapshot. */
    public double[] features(int snapshot) {
        return IntStream.range(0, AXES)
                .boxed()
                .flatMapToDouble(axis -> features(waveform(snapshot, axis)))
                .toArray();
    }

    /** How far features worked out from all snapshots are from those given, the largest difference as a share of the latter. */
    public double largestDifference(double[][] given) {
        if (given.length != count()) {
            throw new IllegalArgumentException(
                    "There are %d raw snapshots and features of %d.\nThey are of two bearings."
                            .formatted(count(), given.length));
        }
        return IntStream.range(0, given.length)
                .parallel()
                .mapToDouble(snapshot -> difference(features(snapshot), given[snapshot]))
                .max()
                .orElseThrow();
    }

    private static double difference(double[] features, double[] given) {
        return IntStream.range(0, given.length)
                .mapToDouble(i -> Math.abs(features[i] - given[i]) / Math.max(Math.abs(given[i]), 1e-9))
                .max()
                .orElseThrow();
    }

    private Waveform waveform(int snapshot, int axis) {
        var waveform = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            waveform[i] = samples[(snapshot * LENGTH + i) * AXES + axis] / 1000;
        }
        return new Waveform(waveform, RATE_HZ);
    }

    private static DoubleStream features(Waveform waveform) {
        var statistics = WaveformStatistics.of(waveform);
        var spectrum = Spectrum.of(waveform);
        return DoubleStream.concat(
                DoubleStream.of(
                        statistics.mean(),
                        statistics.rms(),
                        statistics.peak(),
                        statistics.peakToPeak(),
                        statistics.skewness(),
                        statistics.kurtosis(),
                        statistics.crestFactor()),
                IntStream.range(1, BAND_ENDS_HZ.length)
                        .mapToDouble(band -> spectrum.rms(BAND_ENDS_HZ[band - 1], BAND_ENDS_HZ[band])));
    }
}
