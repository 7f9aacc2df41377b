/** ONNX sessions, model versions and model cards: one piece for all engines. */
@NullMarked
package dev.millwright.inference;

import org.jspecify.annotations.NullMarked;
