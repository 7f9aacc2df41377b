/** How the loop's threads work: one thing after the other, until told to stop. */
@NullMarked
package dev.millwright.loop.work;

import org.jspecify.annotations.NullMarked;
