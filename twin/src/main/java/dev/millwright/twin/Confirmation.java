package dev.millwright.twin;

import dev.millwright.plant.CorrectionVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What people said of the inspector's findings of one type at one machine: by finding, the last word alone.
 *
 * @param confirmed findings that are defects
 * @param rejected findings that are none
 * @param missed defects that were not found
 */
public record Confirmation(long confirmed, long rejected, long missed) {

    static final Confirmation NONE = new Confirmation(0, 0, 0);

    Confirmation said(CorrectionVerdict verdict, @Nullable CorrectionVerdict before) {
        var counted = plus(verdict, 1);
        return before == null ? counted : counted.plus(before, -1);
    }

    private Confirmation plus(CorrectionVerdict verdict, int more) {
        return switch (verdict) {
            case CONFIRMED -> new Confirmation(confirmed + more, rejected, missed);
            case REJECTED -> new Confirmation(confirmed, rejected + more, missed);
            case MISSED -> new Confirmation(confirmed, rejected, missed + more);
        };
    }
}
