/** Segmentation: which pixels of a picture a trained model holds to be defective. */
@NullMarked
package dev.millwright.vision.segmentation;

import org.jspecify.annotations.NullMarked;
