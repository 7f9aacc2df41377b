/** Learned detection: what a model is shown of each difference, and what it says of it. */
@NullMarked
package dev.millwright.vision.detection;

import org.jspecify.annotations.NullMarked;
