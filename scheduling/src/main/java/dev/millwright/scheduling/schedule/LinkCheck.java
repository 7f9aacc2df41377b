package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Precedence;

/** The checker's rules for what comes after what: never sooner than it can, and without a wait where none is allowed. */
final class LinkCheck {
    private final Inspection inspection;

    LinkCheck(Inspection inspection) {
        this.inspection = inspection;
    }

    void check() {
        for (var precedence : inspection.precedences) {
            var before = inspection.placed.get(precedence.before());
            var after = inspection.placed.get(precedence.after());
            if (before != null && after != null && inspection.operation(after).waiting()) {
                check(precedence, before, after);
            }
        }
    }

    private void check(Precedence precedence, Assignment before, Assignment after) {
        long transport = inspection.problem.transport().between(before.machineId(), after.machineId());
        long moment = before.end() + precedence.lag() + transport;
        if (after.start() < before.end()) {
            inspection.report(new Violation.OutOfSequence(before, after));
        } else if (after.start() < moment) {
            inspection.report(new LinkViolation.TooSoonAfter(before, after, precedence.lag(), transport));
        } else if (precedence.link() == Link.NO_WAIT && after.start() > moment && moment >= inspection.problem.now()) {
            inspection.report(new LinkViolation.Waited(before, after, moment));
        }
    }
}
