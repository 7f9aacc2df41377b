/** Series and events in SQL, downsampled, rebuilt from the journal. */
@NullMarked
package dev.millwright.history;

import org.jspecify.annotations.NullMarked;
