/** Recorded data told again as the facts of a plant's machines. */
@NullMarked
package dev.millwright.connectors.replay;

import org.jspecify.annotations.NullMarked;
