/** What keeps the door: key, headers, limits, probes, metrics, the screen's files. */
@NullMarked
package dev.millwright.gateway.ops;

import org.jspecify.annotations.NullMarked;
