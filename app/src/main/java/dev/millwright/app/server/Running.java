package dev.millwright.app.server;

import dev.millwright.app.Millwright;
import java.util.concurrent.atomic.AtomicReference;

/** The one Millwright of this process: opened before the server starts, so that a user's mistake never meets it. */
public final class Running {

    private static final AtomicReference<Millwright> CURRENT = new AtomicReference<>();

    private Running() {}

    public static void set(Millwright millwright) {
        CURRENT.set(millwright);
    }

    static Millwright get() {
        var millwright = CURRENT.get();
        if (millwright == null) {
            throw new IllegalStateException("No Millwright is open; the server is started by the verb 'up'.");
        }
        return millwright;
    }
}
