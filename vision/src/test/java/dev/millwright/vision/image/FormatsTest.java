package dev.millwright.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.MarkedImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of file a camera writes, and what no camera writes. */
class FormatsTest {
    private final FrameReader reader = FrameReader.standard();
    private final BufferedImage colour = PictureFiles.corner(BufferedImage.TYPE_INT_RGB);

    @Test
    void readsTheSameColoursFromPngBmpAndTiff() {
        for (var bytes : List.of(
                PictureFiles.encoded(colour, "png"),
                PictureFiles.encoded(colour, "bmp"),
                PictureFiles.encoded(colour, "tiff"),
                PictureFiles.compressed(colour, "tiff", "LZW"),
                PictureFiles.compressed(colour, "tiff", "Deflate"),
                PictureFiles.compressed(colour, "tiff", "PackBits"))) {
            var frame = reader.decodeColour(bytes, "corner");
            assertThat(frame.width()).isEqualTo(12);
            assertThat(frame.height()).isEqualTo(8);
            assertThat(frame.isGrey()).isFalse();
            assertThat(List.of(
                            frame.red().grey(0, 0),
                            frame.green().grey(0, 0),
                            frame.blue().grey(0, 0)))
                    .containsExactly(0xff, 0x80, 0x40);
            assertThat(List.of(
                            frame.red().grey(11, 7),
                            frame.green().grey(11, 7),
                            frame.blue().grey(11, 7)))
                    .containsExactly(0x10 + 11, 0x20, 0x30);
            assertThat(frame.grey()).isEqualTo(reader.decode(bytes, "corner"));
        }
    }

    @Test
    void aGreyPictureIsOnePlaneSeenThreeTimes() {
        var grey = Drawing.board().frame();
        var frame = reader.decodeColour(MarkedImage.png(grey), "grey");
        assertThat(frame.isGrey()).isTrue();
        assertThat(frame.grey()).isSameAs(frame.red()).isEqualTo(grey);
        assertThat(ColourFrame.of(grey).blue()).isSameAs(grey);
        assertThatThrownBy(() -> new ColourFrame(grey, grey, Drawing.blank(4, 4).frame()))
                .hasMessageContaining("planes of Frame[160 x 160], Frame[160 x 160] and Frame[4 x 4]");
    }

    @Test
    void sixteenBitsAreScaledByTheirFullRangeOrTheirOwn() {
        for (var format : List.of("png", "tiff")) {
            var deep = PictureFiles.encoded(PictureFiles.grey16(0, 257, 32_768, 65_535), format);
            assertThat(reader.decode(deep, "deep").pixels()).containsExactly(0, 1, 128, 255);
            var colours = reader.decodeColour(PictureFiles.encoded(PictureFiles.rgb16(65_535, 257, 0), format), "rgb");
            assertThat(colours.red().grey(0, 0)).isEqualTo(255);
            assertThat(colours.green().grey(0, 0)).isEqualTo(1);
            assertThat(colours.blue().grey(0, 0)).isZero();
        }
        // A sensor of 12 bits: all its samples lie in the lowest sixteenth.
        var samples = new int[4096];
        Arrays.setAll(samples, i -> i);
        var sensor = PictureFiles.encoded(PictureFiles.grey16(samples), "png");
        assertThat(reader.decode(sensor, "sensor").grey(4095, 0)).isEqualTo(16);
        var own = reader.with(SixteenBit.OWN_RANGE).decode(sensor, "sensor");
        assertThat(own.grey(0, 0)).isZero();
        assertThat(own.grey(2048, 0)).isBetween(126, 130);
        assertThat(own.grey(4095, 0)).isEqualTo(255);
        var flat = PictureFiles.encoded(PictureFiles.grey16(700, 700), "png");
        assertThat(reader.with(SixteenBit.OWN_RANGE).decode(flat, "flat").pixels())
                .hasSize(2);
    }

    @Test
    void whatIsTransparentIsWhite() {
        var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00000000);
        image.setRGB(1, 0, 0x80000000);
        image.setRGB(2, 0, 0xff204060);
        for (var format : List.of("png", "tiff")) {
            var frame = reader.decodeColour(PictureFiles.encoded(image, format), "alpha");
            assertThat(frame.red().pixels()).as(format).containsExactly(255, 127, 0x20);
            assertThat(frame.blue().pixels()).as(format).containsExactly(255, 127, 0x60);
        }
    }

    @Test
    void readsPalettesAndBilevelPictures() {
        var palette = new IndexColorModel(2, 4, new int[] {0xff0000, 0x808080, 0x00ff00, 0xffffff}, 0, false, 2, 0);
        var image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 1, 2});
        var frame = reader.decodeColour(PictureFiles.encoded(image, "png"), "palette");
        assertThat(frame.red().pixels()).containsExactly(255, 0x80, 255);
        assertThat(frame.green().pixels()).containsExactly(0, 0x80, 255);
        var bilevel = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        bilevel.setRGB(1, 0, 0xffffff);
        for (var format : List.of("png", "bmp", "tiff")) {
            var read = reader.decodeColour(PictureFiles.encoded(bilevel, format), format);
            assertThat(read.isGrey()).isTrue();
            assertThat(read.red().pixels()).as(format).containsExactly(0, 255);
        }
    }

    /** Which corner is bright once the picture is upright, by the figure in the Exif standard (2.32, section 4.6.5). */
    @Test
    void picturesStandUprightHoweverTheCameraWasHeld() {
        int[][] brightCorner = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
        var jpeg = PictureFiles.encoded(colour, "jpg");
        for (int orientation = 1; orientation <= 8; orientation++) {
            for (var order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                var frame = reader.decode(PictureFiles.withOrientation(jpeg, orientation, order), "held");
                assertThat(frame.width()).isEqualTo(orientation < 5 ? 12 : 8);
                for (int corner = 0; corner < 4; corner++) {
                    int x = (corner & 1) * (frame.width() - 1);
                    int y = (corner >> 1) * (frame.height() - 1);
                    boolean bright = frame.grey(x, y) > 100;
                    int[] expected = brightCorner[orientation - 1];
                    assertThat(bright)
                            .as("orientation %d, corner %d", orientation, corner)
                            .isEqualTo((corner & 1) == expected[0] && corner >> 1 == expected[1]);
                }
            }
        }
        var nonsense = PictureFiles.withOrientation(jpeg, 77, ByteOrder.BIG_ENDIAN);
        assertThat(reader.decode(nonsense, "held")).isEqualTo(reader.decode(jpeg, "held"));
        var turned = reader.decode(PictureFiles.tiff(ByteOrder.LITTLE_ENDIAN, 274, 3, 1, 6), "turned");
        assertThat(turned.pixels()).containsExactly(160, 0, 255, 80);
    }

    /** Orientation 5 and 7, 6 and 8 look alike by one corner; a whole picture tells them apart. */
    @Test
    void turnsFollowTheStandardPixelByPixel() {
        var stored = Frame.of(3, 2, new byte[] {1, 2, 3, 4, 5, 6});
        var colour = ColourFrame.of(stored);
        byte[][] upright = {
            {1, 2, 3, 4, 5, 6}, {3, 2, 1, 6, 5, 4}, {6, 5, 4, 3, 2, 1}, {4, 5, 6, 1, 2, 3},
            {1, 4, 2, 5, 3, 6}, {4, 1, 5, 2, 6, 3}, {6, 3, 5, 2, 4, 1}, {3, 6, 2, 5, 1, 4}
        };
        for (int number = 1; number <= 8; number++) {
            assertThat(Orientation.of(number).upright(colour).grey().pixels())
                    .as("orientation %d", number)
                    .containsExactly(upright[number - 1]);
        }
    }

    @Test
    void readsHandWrittenTiffsInBothByteOrders() {
        for (var order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            assertThat(reader.decode(PictureFiles.tiff(order), "tiff").pixels())
                    .containsExactly(0, 80, (byte) 160, (byte) 255);
            // Photometric 0: white is zero.
            assertThat(reader.decode(PictureFiles.tiff(order, 262, 3, 1, 0), "negative")
                            .pixels())
                    .containsExactly(255, 175, 95, 0);
        }
    }

    @Test
    void refusesAbsurdTiffs() {
        var order = ByteOrder.LITTLE_ENDIAN;
        refused(PictureFiles.tiff(order, 256, 4, 1, 1 << 30), "pixels, the limit is 65535 a side");
        refused(PictureFiles.tiff(order, 277, 3, 1, 60_000), "60000 bands");
        refused(PictureFiles.tiff(order, 258, 3, 1, 32), "32 bits a sample");
        refused(PictureFiles.tiff(order, 258, 3, 1 << 30, 8), "points outside the file");
        refused(PictureFiles.tiff(order, 279, 4, 1, 1 << 30), "piece 1 of 1 lies beyond its end");
        refused(PictureFiles.tiff(order, 322, 4, 1, 1 << 30, 323, 4, 1, 1 << 30), "tiles have 1073741824 x 1073741824");
        // A directory of Exif that points back at the first one.
        assertThat(reader.decode(PictureFiles.tiff(order, 34_665, 4, 1, 12), "loop")
                        .width())
                .isEqualTo(2);
    }

    @Test
    void refusesPrintColoursGifsAndUnknownProcesses() {
        refused(PictureFiles.encoded(colour, "gif"), "is a GIF");
        var jpeg = PictureFiles.encoded(colour, "jpg");
        int frame = indexOf(jpeg, 0xff, 0xc0);
        var cmyk = jpeg.clone();
        cmyk[frame + 9] = 4;
        refused(cmyk, "CMYK");
        var lossless = jpeg.clone();
        lossless[frame + 1] = (byte) 0xc3;
        refused(lossless, "a JPEG of 8 bits with process SOF3");
        var wide = jpeg.clone();
        wide[frame + 4] = 12;
        refused(wide, "a JPEG of 12 bits with process SOF0");
        refused("Wireless".getBytes(StandardCharsets.US_ASCII), "is not an image");
    }

    @Test
    void readsProgressiveJpegsAndRefusesThoseOfEndlessScans() {
        var progressive = PictureFiles.compressed(colour, "jpg", "progressive");
        assertThat(reader.decode(progressive, "progressive").width()).isEqualTo(12);
        int scan = indexOf(progressive, 0xff, 0xda);
        int end = indexOf(Arrays.copyOfRange(progressive, scan + 2, progressive.length), 0xff, 0xc4) + scan + 2;
        var bomb = progressive;
        for (int i = 0; i < 100; i++) {
            bomb = PictureFiles.spliced(bomb, scan, Arrays.copyOfRange(progressive, scan, end));
        }
        refused(bomb, "more than 100 scans");
    }

    /** Texts may unpack to any size; that this one, which is not even packed, does no harm shows that none is unpacked. */
    @Test
    void leavesCompressedTextsOfAPngPacked() {
        var frame = Drawing.board().frame();
        var text = "bomb\0\0this is no deflated text".getBytes(StandardCharsets.US_ASCII);
        for (var type : List.of("zTXt", "iTXt", "iCCP", "tEXt")) {
            var bomb = PictureFiles.spliced(MarkedImage.png(frame), 33, PictureFiles.chunk(type, text));
            assertThat(reader.decode(bomb, type)).isEqualTo(frame);
        }
    }

    @Test
    void refusesAPngWithAFlippedBit() {
        var png = MarkedImage.png(Drawing.board().frame());
        int data = indexOf(png, 'I', 'D');
        var flipped = png.clone();
        flipped[data + 20] ^= 1;
        refused(flipped, "its chunk IDAT fails its checksum");
        refused(Arrays.copyOf(png, data + 40), "it ends within its chunk IDAT");
        refused(Arrays.copyOf(png, png.length - 12), "it ends before its last chunk");
    }

    /** A picture cut off on its way is no picture with a grey lower half. */
    @Test
    void refusesEveryTruncationOfEveryFormat() {
        for (var format : List.of("png", "jpg", "bmp", "tiff")) {
            var whole = PictureFiles.encoded(colour, format);
            for (int length = 0; length < whole.length - 1; length++) {
                var part = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> reader.decode(part, "part"))
                        .as("%s cut to %d of %d", format, length, whole.length)
                        .isInstanceOf(UnreadableFrameException.class);
            }
        }
    }

    @Test
    void refusesLongSidesAndLimitsThatAreNone(@TempDir Path folder) throws IOException {
        var narrow = new FrameReader(1000, 1000, 10, SixteenBit.FULL_RANGE);
        assertThatThrownBy(() -> narrow.decode(PictureFiles.encoded(colour, "png"), "wide"))
                .hasMessageStartingWith("wide has 12 x 8 pixels, the limit is 10 a side");
        assertThatThrownBy(() -> new FrameReader(1, 1, 0, SixteenBit.FULL_RANGE))
                .hasMessageContaining("maxSidePx 0");
        var large = Files.write(folder.resolve("large.png"), new byte[1001]);
        assertThatThrownBy(() -> narrow.read(large)).hasMessageContaining("1001 bytes, the limit is 1000");
        assertThatThrownBy(() -> narrow.read(folder)).isInstanceOf(UnreadableFrameException.class);
    }

    private void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> reader.decode(bytes, "picture"))
                .isInstanceOf(UnreadableFrameException.class)
                .hasMessageStartingWith("picture ")
                .hasMessageContaining(why);
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == first && (bytes[i + 1] & 0xff) == second) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
