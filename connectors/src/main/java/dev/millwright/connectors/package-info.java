/** Sparkplug B, the embedded broker, and recorded data through the same door. */
@NullMarked
package dev.millwright.connectors;

import org.jspecify.annotations.NullMarked;
