/**
 * ONNX sessions, model versions and model cards: one piece for all engines.
 *
 * {@snippet :
 * try (var registry = ModelRegistry.open(modelFolder)) {
 *     float[] scores = registry.active("board-judge").run(pixels);
 * }
 * }
 */
@NullMarked
package dev.millwright.inference;

import org.jspecify.annotations.NullMarked;
