/** The closed loop: finding, health, risk, wish, plan, adopt, tell. */
@NullMarked
package dev.millwright.loop;

import org.jspecify.annotations.NullMarked;
