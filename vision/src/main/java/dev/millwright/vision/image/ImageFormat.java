package dev.millwright.vision.image;

/** The file formats read, told apart by their first bytes: names lie, and so do some of the JDK's own guesses. */
enum ImageFormat {
    PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
    JPEG(0xff, 0xd8, 0xff),
    BMP('B', 'M'),
    TIFF_LITTLE_ENDIAN('I', 'I', 42, 0),
    TIFF_BIG_ENDIAN('M', 'M', 0, 42),
    /** Recognised to be refused by name. */
    GIF('G', 'I', 'F', '8');

    private final int[] magic;

    ImageFormat(int... magic) {
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
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isTiff() {
        return this == TIFF_LITTLE_ENDIAN || this == TIFF_BIG_ENDIAN;
    }

    /** By this name the JDK knows its reader. */
    String readerName() {
        return isTiff() ? "tiff" : name();
    }
}
