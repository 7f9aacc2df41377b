/** How unusual a machine's signals are together, learned from its own first rows of normal running. */
@NullMarked
package dev.millwright.maintenance.anomaly;

import org.jspecify.annotations.NullMarked;
