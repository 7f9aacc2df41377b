package dev.millwright.learning.plots;

import dev.millwright.vision.Lettering;
import dev.millwright.vision.image.ColourFrame;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Small pictures beside each other, each with two lines of words, as PNG. It needs neither a display nor fonts. */
public final class ContactSheet {
    private static final int SIDE = 240;
    private static final int GAP = 8;
    private static final int ACROSS = 4;
    private static final int LINES = 2;
    private static final int GROUND = 0xffffff;
    private static final int LETTERS_GROUND = 0xd8dee9;
    /** Of a line; longer words are cut. */
    private static final int MOST_LETTERS = (SIDE / 2 - 1) / 4;

    private ContactSheet() {}

    /** A picture, and below it what was there and what was said. */
    public record Tile(BufferedImage picture, String was, String said) {

        public static Tile of(ColourFrame picture, String was, String said) {
            var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    image.setRGB(
                            x,
                            y,
                            picture.red().grey(x, y) << 16
                                    | picture.green().grey(x, y) << 8
                                    | picture.blue().grey(x, y));
                }
            }
            return new Tile(image, was, said);
        }

        /** Of a picture as PNG. */
        public static Tile of(byte[] png, String was, String said) {
            try {
                return new Tile(ImageIO.read(new ByteArrayInputStream(png)), was, said);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The sheet; without tiles a single empty place. */
    public static byte[] png(List<Tile> tiles) {
        int columns = Math.clamp(tiles.size(), 1, ACROSS);
        int rows = Math.max(1, (tiles.size() + ACROSS - 1) / ACROSS);
        int high = SIDE + LINES * Lettering.HEIGHT + GAP;
        var sheet = new BufferedImage(GAP + columns * (SIDE + GAP), GAP + rows * high, BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        graphics.setColor(new Color(GROUND));
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int i = 0; i < tiles.size(); i++) {
            var tile = tiles.get(i);
            int left = GAP + i % ACROSS * (SIDE + GAP);
            int top = GAP + i / ACROSS * high;
            double scale = (double) SIDE
                    / Math.max(tile.picture().getWidth(), tile.picture().getHeight());
            int width = (int) Math.max(1, Math.round(scale * tile.picture().getWidth()));
            int height = (int) Math.max(1, Math.round(scale * tile.picture().getHeight()));
            graphics.drawImage(
                    tile.picture(), left + (SIDE - width) / 2, top + (SIDE - height) / 2, width, height, null);
            Lettering.write(sheet, brief(tile.was()), left, top + SIDE, LETTERS_GROUND);
            Lettering.write(sheet, brief(tile.said()), left, top + SIDE + Lettering.HEIGHT, LETTERS_GROUND);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String brief(String words) {
        return words.substring(0, Math.min(words.length(), MOST_LETTERS));
    }
}
