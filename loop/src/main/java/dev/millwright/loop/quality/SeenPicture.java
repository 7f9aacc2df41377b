package dev.millwright.loop.quality;

import dev.millwright.plant.CameraFrame;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import org.jspecify.annotations.Nullable;

/**
 * A picture out of its file.
 *
 * @param grey the same in grey
 * @param template what it is compared with; null where nothing is
 */
record SeenPicture(ColourFrame colour, Frame grey, @Nullable Frame template) {

    /**
     * Decodes a frame; a template that nobody compares with is left alone.
     *
     * @throws IllegalArgumentException when one of both is no picture
     */
    static SeenPicture of(CameraFrame frame, boolean compared, FrameReader reader) {
        var colour = reader.decodeColour(frame.image(), "the picture of " + frame.serial());
        byte[] template = frame.template();
        return new SeenPicture(
                colour,
                colour.grey(),
                compared && template != null ? reader.decode(template, "the template of " + frame.serial()) : null);
    }
}
