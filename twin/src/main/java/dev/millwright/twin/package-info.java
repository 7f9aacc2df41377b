/** Journal, fold, snapshots, staleness, alarms, ISO 22400 accounts, state at any time. */
@NullMarked
package dev.millwright.twin;

import org.jspecify.annotations.NullMarked;
