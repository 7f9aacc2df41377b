/** From a click on a picture to the outline of what was meant. */
@NullMarked
package dev.millwright.vision.click;

import org.jspecify.annotations.NullMarked;
