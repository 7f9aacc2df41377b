/** Whole-run measurements behind ./millwright evaluate. */
@NullMarked
package dev.millwright.bench;

import org.jspecify.annotations.NullMarked;
