package dev.millwright.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.vision.MarkedImage;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Ten thousand damaged pictures: each is a frame or refused by name, and none crashes, hangs or eats the memory. */
class MutantsTest {
    private static final int MUTANTS = 10_000;

    private final BufferedImage colour = PictureFiles.corner(BufferedImage.TYPE_INT_RGB);
    private final byte[][] files = {
        MarkedImage.png(Drawing.blank(20, 16).copper(3, 4, 9, 12).frame()),
        PictureFiles.encoded(colour, "png"),
        PictureFiles.encoded(PictureFiles.grey16(5, 700, 65_000), "png"),
        PictureFiles.encoded(PictureFiles.corner(BufferedImage.TYPE_BYTE_INDEXED), "png"),
        PictureFiles.withOrientation(PictureFiles.encoded(colour, "jpg"), 6, ByteOrder.BIG_ENDIAN),
        PictureFiles.compressed(colour, "jpg", "progressive"),
        PictureFiles.encoded(colour, "bmp"),
        PictureFiles.encoded(PictureFiles.corner(BufferedImage.TYPE_BYTE_INDEXED), "bmp"),
        PictureFiles.encoded(colour, "tiff"),
        PictureFiles.compressed(colour, "tiff", "LZW"),
        PictureFiles.compressed(colour, "tiff", "Deflate"),
        PictureFiles.compressed(colour, "tiff", "JPEG"),
        PictureFiles.tiff(ByteOrder.LITTLE_ENDIAN),
        PictureFiles.tiff(ByteOrder.BIG_ENDIAN, 322, 4, 1, 16, 323, 4, 1, 16, 324, 4, 1, 8, 325, 4, 1, 4),
    };

    @Test
    void eachOfTenThousandMutantsIsAFrameOrRefusedByName() {
        var reader = new FrameReader(1 << 20, 1_000_000);
        int[] frames = new int[1];
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (long seed = 0; seed < MUTANTS; seed++) {
                var mutant = mutant(seed);
                try {
                    var frame = reader.decodeColour(mutant, "mutant");
                    assertThat(frame.width() * frame.height()).isBetween(1, 1_000_000);
                    frames[0]++;
                } catch (UnreadableFrameException refusal) {
                    assertThat(refusal)
                            .as("seed %d", seed)
                            .hasMessageStartingWith("mutant ")
                            .hasMessageContaining("\n");
                } catch (Throwable other) {
                    throw new AssertionError("seed " + seed + ": " + other, other);
                }
            }
        });
        // Mutants that say nothing but "no image" would test little.
        assertThat(frames[0]).isBetween(MUTANTS / 20, MUTANTS * 9 / 10);
    }

    private byte[] mutant(long seed) {
        var random = new SplittableRandom(seed);
        byte[] bytes = files[(int) (seed % files.length)].clone();
        switch (random.nextInt(6)) {
            case 0 -> flip(bytes, random);
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> bytes = spliced(bytes, random);
            case 3 -> length(bytes, random);
            case 4 -> head(bytes, random);
            default -> {
                flip(bytes, random);
                length(bytes, random);
            }
        }
        if (bytes.length > 16 && (bytes[0] & 0xff) == 0x89 && random.nextBoolean()) {
            // Otherwise hardly a mutant of a PNG would come past its checksums.
            PictureFiles.mendChecksums(bytes);
        }
        return bytes;
    }

    private static void flip(byte[] bytes, SplittableRandom random) {
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /** A piece of another file, or of the same one, put in or over. */
    private byte[] spliced(byte[] bytes, SplittableRandom random) {
        byte[] other = files[random.nextInt(files.length)];
        int from = random.nextInt(other.length);
        var piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(64)));
        return PictureFiles.spliced(bytes, random.nextInt(bytes.length), piece);
    }

    /** A length or place overwritten by one that is huge, negative or nought. */
    private static void length(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length - 4);
        int value =
                switch (random.nextInt(5)) {
                    case 0 -> 0;
                    case 1 -> -1;
                    case 2 -> Integer.MAX_VALUE;
                    case 3 -> Integer.MIN_VALUE;
                    default -> random.nextInt();
                };
        int width = random.nextBoolean() ? 4 : 2;
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >> (8 * (3 - i)));
        }
    }

    /** The header, where sizes stand, by chance. */
    private static void head(byte[] bytes, SplittableRandom random) {
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[4 + random.nextInt(Math.min(60, bytes.length) - 4)] = (byte) random.nextInt(256);
        }
    }
}
