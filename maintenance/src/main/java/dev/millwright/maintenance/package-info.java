/** Health, remaining useful life, intervals and maintenance wishes. */
@NullMarked
package dev.millwright.maintenance;

import org.jspecify.annotations.NullMarked;
