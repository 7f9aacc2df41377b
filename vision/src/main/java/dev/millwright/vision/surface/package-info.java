/** What a picture of a surface shows, as a whole: one of the kinds that a model was trained on. */
@NullMarked
package dev.millwright.vision.surface;

import org.jspecify.annotations.NullMarked;
