/** Trained models as ONNX files. */
@NullMarked
package dev.millwright.learning.onnx;

import org.jspecify.annotations.NullMarked;
