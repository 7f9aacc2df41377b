/** Looks at pictures and sends rejected parts to repair. */
@NullMarked
package dev.millwright.loop.quality;

import org.jspecify.annotations.NullMarked;
