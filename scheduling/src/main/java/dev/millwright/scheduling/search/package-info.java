/** Local search for (flexible) job shops: tabu search over critical paths, and an elite pool that recombines. */
@NullMarked
package dev.millwright.scheduling.search;

import org.jspecify.annotations.NullMarked;
