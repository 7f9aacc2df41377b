package dev.millwright.scheduling.cpsat;

import com.google.ortools.util.Domain;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When an operation may start, grouped by how long breaks interrupt it then: a handful of groups for any calendar. */
final class Starts {
    private final long duration;
    private final List<Window> breaks;
    private final long first;
    private final long last;
    private final Map<Long, List<Window>> pieces = new TreeMap<>();

    private Starts(long duration, List<Window> breaks, long first, long last) {
        this.duration = duration;
        this.breaks = breaks.stream().filter(pause -> pause.to() > first).toList();
        this.first = first;
        this.last = last;
    }

    /**
     * The possible starts by seconds of interruption, as times counted from {@code origin}.
     *
     * @param breaks which an operation that stretches goes over and one that does not keeps clear of
     * @param down which both keep clear of
     */
    static Map<Long, Domain> of(
            long duration,
            boolean stretches,
            List<Window> breaks,
            List<Window> down,
            long first,
            long last,
            long origin) {
        var starts = new Starts(duration, stretches ? breaks : List.of(), first, last);
        if (stretches && duration > 0) {
            starts.stretched();
        } else {
            starts.add(0, first, last);
        }
        var closed = new ArrayList<>(down);
        closed.addAll(stretches && duration > 0 ? List.of() : breaks);
        var domains = new TreeMap<Long, Domain>();
        starts.pieces.forEach((extra, windows) -> {
            var domain = starts.clear(extra, windows, Window.merged(closed), origin);
            if (!domain.isEmpty()) {
                domains.put(extra, domain);
            }
        });
        return domains;
    }

    private void add(long extra, long from, long to) {
        if (from <= to) {
            pieces.computeIfAbsent(extra, _ -> new ArrayList<>()).add(new Window(from, to + 1));
        }
    }

    /** For each stretch of working time the starts in it that end in the same stretch, in the next, and so on. */
    private void stretched() {
        for (int i = 0; i <= breaks.size() && begin(i) <= last; i++) {
            long latest = Math.min(last, end(i) - 1);
            long from = begin(i);
            long extra = 0;
            long work = end(i);
            for (int j = i; from <= latest; j++) {
                if (j > i) {
                    extra += breaks.get(j - 1).to() - breaks.get(j - 1).from();
                    work = end(j) == Long.MAX_VALUE ? Long.MAX_VALUE : work + end(j) - begin(j);
                }
                long to = work == Long.MAX_VALUE ? latest : Math.min(latest, work - duration);
                add(extra, from, to);
                from = Math.max(from, to + 1);
            }
        }
    }

    private long begin(int stretch) {
        return stretch == 0 ? first : breaks.get(stretch - 1).to();
    }

    private long end(int stretch) {
        return stretch == breaks.size() ? Long.MAX_VALUE : breaks.get(stretch).from();
    }

    /** Without the starts from which the operation, interruption included, would run into what is closed. */
    private Domain clear(long extra, List<Window> windows, List<Window> closed, long origin) {
        var possible = windows.stream()
                .map(window -> new long[] {window.from() - origin, window.to() - 1 - origin})
                .toArray(long[][]::new);
        var forbidden = closed.stream()
                .map(window -> new long[] {window.from() - duration - extra + 1 - origin, window.to() - 1 - origin})
                .filter(interval -> interval[0] <= interval[1])
                .toArray(long[][]::new);
        var domain = Domain.fromIntervals(possible);
        return forbidden.length == 0
                ? domain
                : domain.intersectionWith(Domain.fromIntervals(forbidden).complement());
    }
}
