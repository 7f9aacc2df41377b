/** What happens in a plant: one envelope, one sealed family of facts, and their JSON. */
@NullMarked
package dev.millwright.plant.event;

import org.jspecify.annotations.NullMarked;
