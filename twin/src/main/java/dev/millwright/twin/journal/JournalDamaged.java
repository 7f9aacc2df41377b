package dev.millwright.twin.journal;

import java.nio.file.Path;

/** A journal file holds something else than what was written to it. */
public final class JournalDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalDamaged(Path file, long position, String what, long lastGood) {
        super(
                "%s is damaged at byte %d: %s.\nRestore the file from a backup; or, to go on without what follows, move it and all later journal files away: events up to %d stay."
                        .formatted(file, position, what, lastGood));
    }
}
