/** Faults of the bearings of Case Western Reserve University told apart, trained at some loads and judged at another. */
@NullMarked
package dev.millwright.learning.cwru;

import org.jspecify.annotations.NullMarked;
