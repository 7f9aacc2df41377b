/** A user's own machines from a file: what each one's signals said until it failed. */
@NullMarked
package dev.millwright.maintenance.fleet;

import org.jspecify.annotations.NullMarked;
