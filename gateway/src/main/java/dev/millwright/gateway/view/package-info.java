/** What goes over the wire: one record a view, and how each is made of the twin's state. */
@NullMarked
package dev.millwright.gateway.view;

import org.jspecify.annotations.NullMarked;
