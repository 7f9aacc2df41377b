package dev.millwright.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.MarkedImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {
    private final FrameReader reader = FrameReader.standard();

    @Test
    void readsBackWhatWasWritten(@TempDir Path folder) throws IOException {
        var frame = Drawing.board().frame();
        Path file = Files.write(folder.resolve("board.png"), MarkedImage.png(frame));
        assertThat(reader.read(file)).isEqualTo(frame).hasSameHashCodeAs(frame);
        assertThat(frame).hasToString("Frame[160 x 160]");
        assertThat(Frame.of(160, 160, frame.pixels())).isEqualTo(frame);
    }

    @Test
    void turnsColourIntoLuminance() throws IOException {
        var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff0000);
        image.setRGB(1, 0, 0x00ff00);
        image.setRGB(2, 0, 0xffffff);
        var frame = reader.decode(encoded(image, "png"), "colours");
        assertThat(frame.grey(0, 0)).isEqualTo(76);
        assertThat(frame.grey(1, 0)).isEqualTo(149);
        assertThat(frame.grey(2, 0)).isEqualTo(255);
    }

    @Test
    void readsJpegWithinAFewGreys() throws IOException {
        var grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = new byte[256];
        Arrays.fill(pixels, (byte) 100);
        grey.getRaster().setDataElements(0, 0, 16, 16, pixels);
        assertThat(reader.decode(encoded(grey, "jpg"), "grey").grey(8, 8)).isBetween(98, 102);
    }

    @Test
    void refusesWhatIsNoImage() {
        byte[] text = "not an image".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.decode(text, "note.jpg"))
                .isInstanceOf(UnreadableFrameException.class)
                .hasMessage("note.jpg is not an image\nGive a JPEG, PNG, BMP or TIFF file.");
        assertThatThrownBy(() -> reader.decode(new byte[0], "empty.png")).hasMessageContaining("empty.png");
    }

    @Test
    void refusesAMissingFile(@TempDir Path folder) {
        assertThatThrownBy(() -> reader.read(folder.resolve("none.png")))
                .isInstanceOf(UnreadableFrameException.class)
                .hasMessageContaining("none.png");
    }

    /** A small file may claim a huge picture; it is refused before its pixels are unpacked. */
    @Test
    void refusesTooManyPixelsAndTooManyBytes() {
        byte[] png = MarkedImage.png(Drawing.board().frame());
        assertThatThrownBy(() -> new FrameReader(1 << 20, 1000).decode(png, "big.png"))
                .hasMessageContaining("big.png has 25600 pixels, the limit is 1000");
        assertThatThrownBy(() -> new FrameReader(10, 1000).decode(png, "big.png"))
                .hasMessageContaining("the limit is 10");
    }

    @Test
    void refusesTruncatedFilesWithoutCrashing() {
        byte[] png = MarkedImage.png(Drawing.board().frame());
        for (int length = 0; length < png.length - 20; length += 7) {
            byte[] part = Arrays.copyOf(png, length);
            assertThatThrownBy(() -> reader.decode(part, "part")).isInstanceOf(UnreadableFrameException.class);
        }
    }

    /** Whatever arrives is either a frame or refused by name. */
    @Test
    void survivesMutatedFiles() throws IOException {
        var colour = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        byte[][] files = {MarkedImage.png(Drawing.board().frame()), encoded(colour, "jpg"), encoded(colour, "bmp")};
        var careful = new FrameReader(1 << 20, 1_000_000);
        for (long seed = 0; seed < 600; seed++) {
            var random = new SplittableRandom(seed);
            byte[] bytes = files[(int) (seed % files.length)].clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(careful.decode(bytes, "mutant").width()).isPositive();
            } catch (UnreadableFrameException refusal) {
                assertThat(refusal).as("seed %d", seed).hasMessageStartingWith("mutant");
            }
        }
    }

    @Test
    void refusesPixelsThatDoNotFillTheFrame() {
        assertThatThrownBy(() -> Frame.of(3, 3, new byte[8])).hasMessageContaining("frame of 3 x 3 with 8 pixels");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
