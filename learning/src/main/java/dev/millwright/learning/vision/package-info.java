/** Networks that look at images: what they are made of, and how they are trained. */
@NullMarked
package dev.millwright.learning.vision;

import org.jspecify.annotations.NullMarked;
