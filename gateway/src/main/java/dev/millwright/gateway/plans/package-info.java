/** Plans that people have searched for beside the one in force: kept, compared, adopted. */
@NullMarked
package dev.millwright.gateway.plans;

import org.jspecify.annotations.NullMarked;
