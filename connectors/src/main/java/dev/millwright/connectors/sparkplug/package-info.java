/** Sparkplug B 3.0: edge nodes that speak for machines, and the host application that listens to them. */
@NullMarked
package dev.millwright.connectors.sparkplug;

import org.jspecify.annotations.NullMarked;
