/** Detection by a network that answers for each place of a picture, with no proposals. */
@NullMarked
package dev.millwright.vision.dense;

import org.jspecify.annotations.NullMarked;
