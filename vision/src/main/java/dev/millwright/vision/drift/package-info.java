/** Whether a camera still takes pictures like those its models and limits were learned on, and since when not. */
@NullMarked
package dev.millwright.vision.drift;

import org.jspecify.annotations.NullMarked;
