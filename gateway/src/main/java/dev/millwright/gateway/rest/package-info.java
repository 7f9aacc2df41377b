/** The routes under {@code /api/v1}. */
@NullMarked
package dev.millwright.gateway.rest;

import org.jspecify.annotations.NullMarked;
