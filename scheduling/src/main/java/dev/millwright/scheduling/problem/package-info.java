/**
 * What is to be planned: machines, jobs, the state of the floor, setups and maintenance.
 *
 * <p>All times are {@code long} seconds since an origin the caller chooses (the epoch, the start of the shift, the start
 * of the simulation). The engine never asks a clock; {@link dev.millwright.scheduling.problem.Problem#now()} says where
 * the future begins.
 */
@NullMarked
package dev.millwright.scheduling.problem;

import org.jspecify.annotations.NullMarked;
