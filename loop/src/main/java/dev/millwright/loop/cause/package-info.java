/** Where defects may come from: what is unlikely to be chance, with the evidence for it. */
@NullMarked
package dev.millwright.loop.cause;

import org.jspecify.annotations.NullMarked;
