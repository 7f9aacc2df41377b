/** Tree ensembles as plain data: read from a model file, asked, and explained feature by feature. */
@NullMarked
package dev.millwright.inference.trees;

import org.jspecify.annotations.NullMarked;
