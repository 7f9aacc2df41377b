/** What was planned: the schedule, its score, its checker, and what differs between two of them. */
@NullMarked
package dev.millwright.scheduling.schedule;

import org.jspecify.annotations.NullMarked;
