/** Whether a machine fails: training, and evaluation by repeated stratified folds. */
@NullMarked
package dev.millwright.learning.failure;

import org.jspecify.annotations.NullMarked;
