package dev.millwright.vision.image;

/** Looks at a TIFF's directory before the JDK does, which believes sizes and places that the file cannot hold. */
final class TiffCheck {
    private static final int MOST_SAMPLES = 4;
    private static final int MOST_BITS = 16;

    private TiffCheck() {}

    /** The orientation of a TIFF that is whole. */
    static Orientation of(byte[] bytes, String name, long maxPixels) {
        var directory = TiffDirectory.read(bytes, 0, bytes.length);
        if (directory == null) {
            throw broken(name, "its directory points outside the file");
        }
        long samples = directory.first(TiffDirectory.SAMPLES, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new UnreadableFrameException(
                    name + " has " + samples + " bands\nSave it as grey or colour, with 1 to 4 bands.");
        }
        for (long bits : directory.all(TiffDirectory.BITS)) {
            if (bits < 1 || bits > MOST_BITS) {
                throw new UnreadableFrameException(
                        name + " has " + bits + " bits a sample\nSave it with 8 or 16 bits.");
            }
        }
        long tile = directory.first(TiffDirectory.TILE_WIDTH, 1);
        long tall = directory.first(TiffDirectory.TILE_HEIGHT, 1);
        if (tile < 1 || tall < 1 || tile > maxPixels / tall) {
            throw broken(name, "its tiles have " + tile + " x " + tall + " pixels");
        }
        within(bytes.length, directory, TiffDirectory.STRIP_OFFSETS, TiffDirectory.STRIP_BYTES, name);
        within(bytes.length, directory, TiffDirectory.TILE_OFFSETS, TiffDirectory.TILE_BYTES, name);
        return Orientation.of(directory.first(TiffDirectory.ORIENTATION, 1));
    }

    private static void within(int length, TiffDirectory directory, int offsets, int sizes, String name) {
        var starts = directory.all(offsets);
        var bytes = directory.all(sizes);
        for (int i = 0; i < starts.length; i++) {
            // Without sizes, which old writers left out, a piece goes on to the end at most.
            long size = i < bytes.length ? bytes[i] : 0;
            if (starts[i] + size > length) {
                throw broken(name, "piece " + (i + 1) + " of " + starts.length + " lies beyond its end");
            }
        }
    }

    private static UnreadableFrameException broken(String name, String why) {
        return new UnreadableFrameException(
                name + " is a broken or truncated image: " + why + "\nSave it again as PNG or TIFF.");
    }
}
