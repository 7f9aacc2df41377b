package dev.millwright.vision.image;

import java.nio.charset.StandardCharsets;

/** The file formats read, told apart by their first bytes: names lie, and so do some of the JDK's own guesses. */
enum ImageFormat {
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    BMP("BM"),
    TIFF_LITTLE_ENDIAN("II*\0"),
    TIFF_BIG_ENDIAN("MM\0*"),
    /** Recognised to be refused by name. */
    GIF("GIF8");

    /** One character a byte. */
    private final String magic;

    ImageFormat(String magic) {
        this.magic = magic;
    }

    /**
     * The format of a file.
     *
     * @throws UnreadableFrameException for a GIF, and for what is no image
     */
    static ImageFormat of(byte[] bytes, String name) {
        for (var format : values()) {
            if (format.starts(bytes)) {
                if (format == GIF) {
                    throw new UnreadableFrameException(name + " is a GIF, which has 256 colours and perhaps several"
                            + " pictures\nSave the picture meant as PNG.");
                }
                return format;
            }
        }
        throw new UnreadableFrameException(name + " is not an image\nGive a JPEG, PNG, BMP or TIFF file.");
    }

    private boolean starts(byte[] bytes) {
        int length = Math.min(bytes.length, magic.length());
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).equals(magic);
    }

    boolean isTiff() {
        return this == TIFF_LITTLE_ENDIAN || this == TIFF_BIG_ENDIAN;
    }

    /** By this name the JDK knows its reader. */
    String readerName() {
        return isTiff() ? "tiff" : name();
    }
}
