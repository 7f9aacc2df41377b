/** Images in memory: reading them, boxes and offsets on them. */
@NullMarked
package dev.millwright.vision.image;

import org.jspecify.annotations.NullMarked;
