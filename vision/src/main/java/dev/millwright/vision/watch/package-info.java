/** Folders into which others put pictures. */
@NullMarked
package dev.millwright.vision.watch;

import org.jspecify.annotations.NullMarked;
