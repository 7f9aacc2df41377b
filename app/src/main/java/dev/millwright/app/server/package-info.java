/** What turns an assembled Millwright into a server: the beans the gateway asks for. */
@NullMarked
package dev.millwright.app.server;

import org.jspecify.annotations.NullMarked;
