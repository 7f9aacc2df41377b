/** What a training found, as pictures. */
@NullMarked
package dev.millwright.learning.plots;

import org.jspecify.annotations.NullMarked;
