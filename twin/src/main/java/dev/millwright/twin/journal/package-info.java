/**
 * Events on disk: segment files of checksummed frames. A frame holds all events of one group commit and is either
 * whole or not there; nothing is acknowledged before its frame has reached the disk.
 */
@NullMarked
package dev.millwright.twin.journal;

import org.jspecify.annotations.NullMarked;
