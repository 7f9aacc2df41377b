/** Two-tone images: alignment of an image and its template, and where they differ. */
@NullMarked
package dev.millwright.vision.difference;

import org.jspecify.annotations.NullMarked;
