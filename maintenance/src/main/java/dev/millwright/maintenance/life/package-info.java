/** Trained models of remaining life, and what they say of a unit. */
@NullMarked
package dev.millwright.maintenance.life;

import org.jspecify.annotations.NullMarked;
