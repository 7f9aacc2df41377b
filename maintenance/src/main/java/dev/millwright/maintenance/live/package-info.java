/**
 * Trained models asked while machines run: {@link dev.millwright.maintenance.live.LifeWatch} takes a machine's readings as they
 * come and tells how long it will last.
 */
@NullMarked
package dev.millwright.maintenance.live;

import org.jspecify.annotations.NullMarked;
