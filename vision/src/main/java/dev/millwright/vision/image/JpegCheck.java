package dev.millwright.vision.image;

import java.util.Locale;

/** Walks the segments of a JPEG (ITU-T T.81, annex B): what the JDK cannot read, bombs of many scans, and Exif's orientation. */
final class JpegCheck {
    /** Progressive pictures have about ten; each costs a pass over all pixels. */
    private static final int MOST_SCANS = 100;

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private final byte[] bytes;
    private final String name;
    private Orientation orientation = Orientation.UPRIGHT;
    private int scans;

    private JpegCheck(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    /** The orientation of a JPEG that can be read. */
    static Orientation of(byte[] bytes, String name) {
        var check = new JpegCheck(bytes, name);
        check.walk();
        return check.orientation;
    }

    private void walk() {
        int at = 2;
        while (true) {
            at = nextMarker(at);
            if (at >= bytes.length) {
                throw broken("it ends before its end marker");
            }
            int marker = unsigned(at++);
            if (marker == END_OF_IMAGE) {
                return;
            }
            if ((marker >= 0xd0 && marker <= 0xd8) || marker == 0x01) {
                continue;
            }
            if (at + 2 > bytes.length || at + length(at) > bytes.length || length(at) < 2) {
                throw broken("it ends within a segment");
            }
            segment(marker, at, length(at));
            at += length(at);
        }
    }

    /** The place of the next marker's code; between scans lie coded pixels, in which FF is followed by 00. */
    private int nextMarker(int from) {
        int at = from;
        while (at + 1 < bytes.length && !(unsigned(at) == 0xff && unsigned(at + 1) != 0 && unsigned(at + 1) != 0xff)) {
            at++;
        }
        return at + 1;
    }

    private void segment(int marker, int at, int length) {
        if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
            throw new UnreadableFrameException(
                    name + " has more than " + MOST_SCANS + " scans\nSave it as a baseline JPEG or as PNG.");
        }
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
            frame(marker, at, length);
        }
        if (marker == APP1 && startsWithExif(at + 2, length - 2)) {
            int start = at + 2 + EXIF.length;
            var directory = TiffDirectory.read(bytes, start, at + length - start);
            orientation = directory == null
                    ? Orientation.UPRIGHT
                    : Orientation.of(directory.first(TiffDirectory.ORIENTATION, 1));
        }
    }

    private void frame(int marker, int at, int length) {
        if (length < 8) {
            throw broken("its frame header is too short");
        }
        if (marker > 0xc2 || unsigned(at + 2) != 8) {
            throw new UnreadableFrameException(String.format(
                    Locale.ROOT,
                    "%s is a JPEG of %d bits with process SOF%d\nSave it as a baseline JPEG of 8 bits, or as PNG.",
                    name,
                    unsigned(at + 2),
                    marker - 0xc0));
        }
        if (unsigned(at + 7) == 4) {
            throw new UnreadableFrameException(
                    name + " is in the colours of print (CMYK)\nSave it in RGB or grey; no camera sees in CMYK.");
        }
    }

    private boolean startsWithExif(int at, int length) {
        if (length < EXIF.length) {
            return false;
        }
        for (int i = 0; i < EXIF.length; i++) {
            if (bytes[at + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private int length(int at) {
        return unsigned(at) << 8 | unsigned(at + 1);
    }

    private int unsigned(int at) {
        return bytes[at] & 0xff;
    }

    private UnreadableFrameException broken(String why) {
        return new UnreadableFrameException(
                name + " is a broken or truncated image: " + why + "\nSave or send it again.");
    }
}
