/**
 * The twin: journal, fold, snapshots, staleness, alarms, ISO 22400 accounts, state at any time.
 *
 * <pre>{@code
 * try (var twin = TwinEngine.open(plant, directory, TwinSettings.DEFAULT, InstantSource.system())) {
 *     twin.subscribe(change -> screen.show(change.after()));
 *     twin.accept(Draft.of(now, "sparkplug", machine, new Fact.ConnectionOpened())).join();
 *     Kpis.of(twin.state(), line, twin.state().index().calendar().at(now), now).oee();
 * }
 * }</pre>
 *
 * <p>What holds here:
 *
 * <ul>
 *   <li>State is a function of the journal alone. What the clock brings about (silence, the end of shelving) enters as
 *       events that {@link TwinEngine#tick} writes, so that a replay gives the same hash.
 *   <li>A draft is folded before it is written: what cannot be folded never reaches the journal. It is shown and
 *       acknowledged after the disk has it. Alarms derived from an event share its frame on disk.
 *   <li>Reports may come late, twice and out of order. A late state change takes its place in the timeline, and the time
 *       accounts, which are read off the timeline, are right again. A report told again word for word is not written a
 *       second time; it gets the first one's event.
 *   <li>Counts are totals of the present run of an operation; totals never go down. An operation that was interrupted
 *       and taken up again counts from zero on top of what was done before.
 *   <li>Work outside of shifts and in breaks is busy time (overtime); standing there is not. While the connection is
 *       lost, time goes on under the state last reported.
 * </ul>
 */
@NullMarked
package dev.millwright.twin;

import org.jspecify.annotations.NullMarked;
