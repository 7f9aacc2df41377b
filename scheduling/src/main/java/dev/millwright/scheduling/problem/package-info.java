/**
 * What is to be planned: machines and their calendars, resources, jobs and what links their operations, the state of the
 * floor, setups, transport, energy prices and maintenance.
 *
 * <pre>{@code
 * var shifts = new ShiftPattern(0, 86_400, List.of(new Window(21_600, 79_200)));
 * var press = Machine.of("press").setUpFor("red").breaks(shifts.breaks(0, 604_800));
 * var stamp = Operation.of("A1", Mode.ofQuantity("press", 400, 2.5).needing("setter")).family("blue").stretching();
 * var paint = Operation.of("A2", new Mode("booth", 900), new Mode("smith", 7_200).costing(80));
 * var problem = Problem.of(List.of(press, Machine.of("booth"), Machine.subcontractor("smith")), List.of())
 *         .resources(Resource.of("setter", 2))
 *         .jobs(List.of(Job.of("A", stamp, paint).linked(Link.NO_WAIT).due(40_000)));
 * }</pre>
 *
 * <p>Left out on purpose: an operation is one batch that moves on as a whole (its quantity is in its duration), carriers
 * are never short, a resource is a pool of equals (a person of two skills is in one of them), and setups take a machine
 * but no resource.
 *
 * <p>All times are {@code long} seconds since an origin the caller chooses (the epoch, the start of the shift, the start
 * of the simulation). The engine never asks a clock; {@link dev.millwright.scheduling.problem.Problem#now()} says where
 * the future begins.
 */
@NullMarked
package dev.millwright.scheduling.problem;

import org.jspecify.annotations.NullMarked;
