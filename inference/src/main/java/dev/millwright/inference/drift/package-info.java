/** Whether values are still spread as they were: the statistics that machines' signals and cameras' pictures are watched with. */
@NullMarked
package dev.millwright.inference.drift;

import org.jspecify.annotations.NullMarked;
