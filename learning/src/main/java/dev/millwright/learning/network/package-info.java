/** Recurrent networks: what they see, how they are trained, and their weights as plain numbers. */
@NullMarked
package dev.millwright.learning.network;

import org.jspecify.annotations.NullMarked;
