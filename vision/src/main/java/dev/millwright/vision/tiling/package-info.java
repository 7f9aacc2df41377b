/** Large images in pieces: cut into overlapping tiles, and what is found in them put together again. */
@NullMarked
package dev.millwright.vision.tiling;

import org.jspecify.annotations.NullMarked;
