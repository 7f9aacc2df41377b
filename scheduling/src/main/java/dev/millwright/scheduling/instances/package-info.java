/** Readers of the text formats in which public scheduling problems travel. */
@NullMarked
package dev.millwright.scheduling.instances;

import org.jspecify.annotations.NullMarked;
