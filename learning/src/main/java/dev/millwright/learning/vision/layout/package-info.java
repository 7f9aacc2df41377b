/** How people lay out pictures to learn from: recognised by itself, read into one form whatever the layout. */
@NullMarked
package dev.millwright.learning.vision.layout;

import org.jspecify.annotations.NullMarked;
