/** Whether machines still look like those a model was trained on: drift of signals, and inputs outside the training domain. */
@NullMarked
package dev.millwright.maintenance.drift;

import org.jspecify.annotations.NullMarked;
