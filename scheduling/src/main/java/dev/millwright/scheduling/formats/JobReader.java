package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads jobs and what links their operations; remembers where each stood. */
final class JobReader {
    private static final Set<String> LINKS = Set.of("plain", "no-wait", "blocking");

    private final Times times;
    private final Place root;
    private final OperationReader operations;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** @param machines the ids of all machines; empty where the file lists none */
    JobReader(Times times, Place root, Set<String> machines, List<Resource> resources) {
        this.times = times;
        this.root = root;
        operations = new OperationReader(times, machines, resources, places);
    }

    Job job(Json value) {
        var section = Section.of(value, "a job");
        var id = Values.text(section.need("id", "a name of its own"));
        places.putIfAbsent(id, section.place());
        long weight = section.take("weight", 1L, Values::whole);
        long release = section.take("release", Long.MIN_VALUE, times::time);
        var due = section.maybe("due", times::time);
        var deadline = section.maybe("deadline", times::time);
        section.need("operations", "a list of operations");
        var steps = new ArrayList<Operation>();
        section.list("operations", each -> steps.add(operations.operation(each, id + "-" + (steps.size() + 1))));
        var link = section.maybe("link", JobReader::link);
        var precedences =
                section.maybe("precedences", each -> Values.items(each, "a list of precedences", this::precedence));
        if (link != null && precedences != null) {
            throw section.place("link")
                    .trouble(
                            "found a link for the whole job beside its precedences, expected one of them",
                            "Give each precedence its own link.");
        }
        return section.build(() -> {
            var chain = new Job(id, weight, release, due, deadline, steps);
            return precedences != null
                    ? chain.precedences(precedences.toArray(Precedence[]::new))
                    : chain.linked(link == null ? Link.PLAIN : link);
        });
    }

    Precedence precedence(Json value) {
        var section = Section.of(value, "a precedence");
        var before = Values.text(section.need("before", "an operation's id"));
        var after = Values.text(section.need("after", "an operation's id"));
        var link = section.take("link", Link.PLAIN, JobReader::link);
        long lag = section.take("lag", 0L, times::duration);
        return section.build(() -> new Precedence(before, after, link, lag));
    }

    /** Where the operation or job stands that a refusal speaks of; the whole text where it names none. */
    Place place(IllegalArgumentException refusal) {
        var words = String.valueOf(refusal.getMessage());
        return places.keySet().stream()
                .filter(id -> Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
                        .matcher(words)
                        .find())
                .max(Comparator.comparingInt(String::length))
                .map(places::get)
                .orElse(root);
    }

    static String name(Link link) {
        return link.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Link link(Json value) {
        var name = Values.known(value, "plain, no-wait or blocking", LINKS);
        return Link.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
