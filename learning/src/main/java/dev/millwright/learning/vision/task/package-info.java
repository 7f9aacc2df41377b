/** Trainings on somebody's own pictures, from a folder to a model with its figures, curves and worst cases. */
@NullMarked
package dev.millwright.learning.vision.task;

import org.jspecify.annotations.NullMarked;
