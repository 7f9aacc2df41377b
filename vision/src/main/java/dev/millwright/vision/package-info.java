/** Images, differences, findings and the board generator. */
@NullMarked
package dev.millwright.vision;

import org.jspecify.annotations.NullMarked;
