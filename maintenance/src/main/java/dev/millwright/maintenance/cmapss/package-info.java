/** NASA's C-MAPSS turbofan engines: reading them, and measuring remaining-life predictions on them. */
@NullMarked
package dev.millwright.maintenance.cmapss;

import org.jspecify.annotations.NullMarked;
