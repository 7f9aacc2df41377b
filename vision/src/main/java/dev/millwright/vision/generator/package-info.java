/**
 * Draws boards with and without defects: the camera of a plant that has none, and images without licence questions.
 *
 * {@snippet :
 * var board = new BoardGenerator(BoardSettings.small()).generate(42, 3);
 * var inspection = inspector.inspect(board.image(), board.template());
 * }
 */
@NullMarked
package dev.millwright.vision.generator;

import org.jspecify.annotations.NullMarked;
