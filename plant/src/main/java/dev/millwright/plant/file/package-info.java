/** The plant file: one readable YAML file read strictly, with every mistake told by line, value and cure. */
@NullMarked
package dev.millwright.plant.file;

import org.jspecify.annotations.NullMarked;
