package dev.millwright.scheduling.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Progress;

/** Writes jobs as {@link JobReader} reads them. */
record JobWriter(Epoch epoch) {
    void job(ObjectNode node, Job job) {
        node.put("id", job.id());
        if (job.weight() != 1) {
            node.put("weight", job.weight());
        }
        if (job.releaseDate() != Long.MIN_VALUE) {
            ProblemWriter.time(node, "release", job.releaseDate(), epoch);
        }
        if (job.dueDate() != null) {
            ProblemWriter.time(node, "due", job.dueDate(), epoch);
        }
        if (job.deadline() != null) {
            ProblemWriter.time(node, "deadline", job.deadline(), epoch);
        }
        var link = job.precedences().isEmpty()
                ? Link.PLAIN
                : job.precedences().getFirst().link();
        if (!job.precedences().equals(job.linked(link).precedences())) {
            node.putArray("precedences");
            ProblemWriter.list(node, "precedences", job.precedences(), JobWriter::precedence);
        } else if (link != Link.PLAIN) {
            node.put("link", JobReader.name(link));
        }
        ProblemWriter.list(node, "operations", job.operations(), this::operation);
    }

    static void precedence(ObjectNode node, Precedence precedence) {
        node.put("before", precedence.before());
        node.put("after", precedence.after());
        if (precedence.link() != Link.PLAIN) {
            node.put("link", JobReader.name(precedence.link()));
        }
        if (precedence.lag() != 0) {
            node.put("lag", precedence.lag());
        }
    }

    private void operation(ObjectNode node, Operation operation) {
        node.put("id", operation.id());
        if (operation.family() != null) {
            node.put("family", operation.family());
        }
        if (operation.stretches()) {
            node.put("stretches", true);
        }
        progress(node, operation.progress());
        if (operation.pin() != null) {
            var pin = node.putObject("pin");
            if (operation.pin().machineId() != null) {
                pin.put("machine", operation.pin().machineId());
            }
            if (operation.pin().start() != null) {
                ProblemWriter.time(pin, "start", operation.pin().start(), epoch);
            }
        }
        if (operation.modes().size() == 1) {
            mode(node, operation.modes().getFirst());
        } else {
            ProblemWriter.list(node, "modes", operation.modes(), JobWriter::mode);
        }
    }

    private void progress(ObjectNode node, Progress progress) {
        switch (progress) {
            case Progress.Waiting() -> {}
            case Progress.Running(var machine, var start, var remaining) -> {
                var running = node.putObject("running");
                running.put("machine", machine);
                ProblemWriter.time(running, "start", start, epoch);
                running.put("remaining", remaining);
            }
            case Progress.Done(var machine, var start, var end) -> {
                var done = node.putObject("done");
                done.put("machine", machine);
                ProblemWriter.time(done, "start", start, epoch);
                ProblemWriter.time(done, "end", end, epoch);
            }
        }
    }

    private static void mode(ObjectNode node, Mode mode) {
        node.put("machine", mode.machineId());
        node.put("duration", mode.duration());
        if (!mode.needs().isEmpty()) {
            var needs = node.putArray("needs");
            for (var need : mode.needs()) {
                if (need.amount() == 1) {
                    needs.add(need.resourceId());
                } else {
                    needs.addObject().put("resource", need.resourceId()).put("amount", need.amount());
                }
            }
        }
        if (mode.cost() != 0) {
            node.put("cost", mode.cost());
        }
    }
}
