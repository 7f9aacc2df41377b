package dev.millwright.maintenance.cmapss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive in C-MAPSS form of engines whose sensors 2, 3 and 4 drift exponentially; the others stand still or hiss. */
final class InventedEngines {

    private InventedEngines() {}

    static Path archive(Path zip, int train, int test) throws IOException {
        SplittableRandom random = new SplittableRandom(17);
        StringBuilder failed = new StringBuilder();
        for (int unit = 1; unit <= train; unit++) {
            engine(failed, unit, life(random), 0, random);
        }
        StringBuilder cut = new StringBuilder();
        StringBuilder truth = new StringBuilder();
        for (int unit = 1; unit <= test; unit++) {
            int life = life(random);
            int left = random.nextInt(5, life - 40);
            engine(cut, unit, life, left, random);
            truth.append(left).append(System.lineSeparator());
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            write(out, "train_FD001.txt", failed);
            write(out, "test_FD001.txt", cut);
            write(out, "RUL_FD001.txt", truth);
        }
        return zip;
    }

    static void write(ZipOutputStream out, String name, CharSequence text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static int life(SplittableRandom random) {
        return random.nextInt(130, 300);
    }

    private static void engine(StringBuilder rows, int unit, int life, int left, SplittableRandom random) {
        for (int cycle = 1; cycle <= life - left; cycle++) {
            double wear = Math.exp(-(life - cycle) / 40.0);
            rows.append(unit).append(' ').append(cycle).append(" 0.001 0.0003 100.0");
            for (int sensor = 1; sensor <= CmapssRow.SENSORS; sensor++) {
                double value =
                        switch (sensor) {
                            case 2 -> 640 + 4 * wear + 0.4 * random.nextGaussian();
                            case 3 -> 1580 + 30 * wear + 4 * random.nextGaussian();
                            case 4 -> 550 - 5 * wear + 0.5 * random.nextGaussian();
                            case 5 -> 9000 + random.nextGaussian();
                            default -> 100;
                        };
                rows.append(String.format(Locale.ROOT, " %.4f", value));
            }
            rows.append("  ").append(System.lineSeparator());
        }
    }
}
