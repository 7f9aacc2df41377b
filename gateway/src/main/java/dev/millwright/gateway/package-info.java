/** REST, WebSocket and what goes over the wire. */
@NullMarked
package dev.millwright.gateway;

import org.jspecify.annotations.NullMarked;
