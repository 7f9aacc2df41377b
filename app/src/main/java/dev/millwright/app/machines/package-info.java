/** Machines that are not real: the virtual plant and recorded data, each behind real edge nodes. */
@NullMarked
package dev.millwright.app.machines;

import org.jspecify.annotations.NullMarked;
