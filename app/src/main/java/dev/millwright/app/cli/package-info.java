/** The command line: one class a verb. */
@NullMarked
package dev.millwright.app.cli;

import org.jspecify.annotations.NullMarked;
