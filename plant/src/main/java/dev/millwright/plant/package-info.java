/** The factory's words: hierarchy, machines, signals, products, orders, events. Records and sealed families only. */
@NullMarked
package dev.millwright.plant;

import org.jspecify.annotations.NullMarked;
