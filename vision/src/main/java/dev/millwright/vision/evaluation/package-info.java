/** Judges an inspector on annotated boards, and runs it over folders. */
@NullMarked
package dev.millwright.vision.evaluation;

import org.jspecify.annotations.NullMarked;
