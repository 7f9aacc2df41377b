/** Tells idle machines what the plan wants of them next. */
@NullMarked
package dev.millwright.loop.dispatch;

import org.jspecify.annotations.NullMarked;
