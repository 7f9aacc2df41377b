package dev.millwright.learning.vision.layout;

import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.image.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Draws grey pictures with some noise into files, as people's folders hold them. */
public final class DrawnFolder {
    private DrawnFolder() {}

    /** Light ground, and in it, where one is asked for, a dark spot at a place by chance. */
    public static void picture(Path file, int side, boolean spotted, SplittableRandom random) throws IOException {
        int x = side / 4 + random.nextInt(side / 2);
        int y = side / 4 + random.nextInt(side / 2);
        var pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            boolean dark = spotted && Math.hypot(i % side - x, i / side - y) < side / 8.0;
            pixels[i] = (byte) ((dark ? 40 : 190) + random.nextInt(12));
        }
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, MarkedImage.png(Frame.of(side, side, pixels)));
    }

    /** Plain pictures of some names. */
    static void plain(Path folder, String... names) throws IOException {
        for (var name : names) {
            picture(folder.resolve(name), 40, false, new SplittableRandom(name.hashCode()));
        }
    }

    static Path text(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
