/** Remaining lives of the PRONOSTIA bearings of FEMTO-ST (IEEE PHM 2012 challenge), cut off as in the challenge. */
@NullMarked
package dev.millwright.learning.femto;

import org.jspecify.annotations.NullMarked;
