package dev.millwright.vision.eye;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import org.jspecify.annotations.Nullable;

/** Looks at pictures of parts in one way. It keeps nothing between two pictures and may serve many threads. */
public interface Eye {

    /** Whether it compares with a picture of a good part. */
    boolean needsTemplate();

    /**
     * What a picture shows.
     *
     * @param template a picture of a good part, which an eye that needs none passes over
     * @throws IllegalArgumentException when it needs a template and none is there
     * @throws dev.millwright.vision.WrongTemplateException when the template cannot be the picture's
     */
    Sight look(ColourFrame picture, @Nullable Frame template);
}
