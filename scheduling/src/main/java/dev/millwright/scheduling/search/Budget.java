package dev.millwright.scheduling.search;

import java.util.function.BooleanSupplier;

/** How long a search may go on: asked at every move, it looks at the clock or the signal only now and then. */
final class Budget {
    private static final int LOOK_EVERY = 64;

    private final BooleanSupplier lasts;
    private int asked;
    private boolean spent;

    /** @param lasts whether there is time left; once false, always false */
    Budget(BooleanSupplier lasts) {
        this.lasts = lasts;
    }

    boolean lasts() {
        if (!spent && ++asked % LOOK_EVERY == 0) {
            spent = !lasts.getAsBoolean();
        }
        return !spent;
    }
}
