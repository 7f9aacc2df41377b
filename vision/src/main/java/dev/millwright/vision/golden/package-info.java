/** Golden samples: stored pictures with known verdicts, inspected again whenever one wants to know that all is as it was. */
@NullMarked
package dev.millwright.vision.golden;

import org.jspecify.annotations.NullMarked;
