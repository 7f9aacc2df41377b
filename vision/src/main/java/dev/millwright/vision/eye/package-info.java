/** Ways to look at a picture of a part, by a template or by a trained model, and what each says in the plant's words. */
@NullMarked
package dev.millwright.vision.eye;

import org.jspecify.annotations.NullMarked;
