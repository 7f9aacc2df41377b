/** Schedulers on public instances, measured against the best known bounds. */
@NullMarked
package dev.millwright.bench.scheduling;

import org.jspecify.annotations.NullMarked;
