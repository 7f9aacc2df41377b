/** The live feed at {@code /ws}: a snapshot, then deltas, conflated for each client. */
@NullMarked
package dev.millwright.gateway.socket;

import org.jspecify.annotations.NullMarked;
