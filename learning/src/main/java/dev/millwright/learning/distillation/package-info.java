/** A small network of features learned from a larger one's, on steel photographs and drawn pictures. */
@NullMarked
package dev.millwright.learning.distillation;

import org.jspecify.annotations.NullMarked;
