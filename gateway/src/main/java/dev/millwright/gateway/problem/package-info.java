/** Problem details (RFC 9457) for everything that goes wrong, from one place. */
@NullMarked
package dev.millwright.gateway.problem;

import org.jspecify.annotations.NullMarked;
