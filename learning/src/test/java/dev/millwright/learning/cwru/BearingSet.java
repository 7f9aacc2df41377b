package dev.millwright.learning.cwru;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A folder laid out as the public one, of invented bearings whose housing rings when a fault knocks, the larger the louder. */
final class BearingSet {
    /** Windows of 4096 samples: five, and half of one that is left over. */
    static final int SAMPLES = 5 * 4096 + 2048;

    private static final double RATE_HZ = 12_000;

    private BearingSet() {}

    static void write(Path folder) throws IOException {
        write(folder.resolve("1797_Normal.f32le.gz"), signal(0, 0, new Random(1)));
        for (int rpm : CwruFolder.LOADS) {
            for (var fault : List.of(Fault.INNER_RACE, Fault.BALL, Fault.OUTER_RACE)) {
                for (int mils : CwruFolder.MILS) {
                    double order =
                            switch (fault) {
                                case NORMAL -> 0;
                                case INNER_RACE -> 5.4152;
                                case BALL -> 4.7135;
                                case OUTER_RACE -> 3.5848;
                            };
                    write(
                            folder.resolve("%d_%s_%d_DE12.f32le.gz".formatted(rpm, fault.file(), mils)),
                            signal(order * rpm / 60, mils, new Random(rpm + mils)));
                }
            }
        }
    }

    private static float[] signal(double knocksHz, double loudness, Random random) {
        var samples = new float[SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian();
            if (knocksHz > 0) {
                double since = (i / RATE_HZ) % (1 / knocksHz);
                samples[i] += (float) (loudness * Math.exp(-since / 0.001) * Math.sin(2 * Math.PI * 3_000 * since));
            }
        }
        return samples;
    }

    static void write(Path file, float... samples) throws IOException {
        var bytes = ByteBuffer.allocate(Float.BYTES * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            bytes.putFloat(sample);
        }
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes.array());
        }
        Files.write(file, out.toByteArray());
    }
}
