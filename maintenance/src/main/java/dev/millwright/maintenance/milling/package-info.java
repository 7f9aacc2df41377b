/** Milling machines as AI4I 2020 describes them: what a model of their failures looks at. */
@NullMarked
package dev.millwright.maintenance.milling;

import org.jspecify.annotations.NullMarked;
