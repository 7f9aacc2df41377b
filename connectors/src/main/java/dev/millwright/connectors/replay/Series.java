package dev.millwright.connectors.replay;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Facts as recordings make them, and series of them told as one. */
final class Series {

    private static final String SOURCE = "replay";

    private Series() {}

    static Draft draft(Instant time, EquipmentId machine, Fact fact) {
        return Draft.of(time, SOURCE, machine, fact);
    }

    /** The readings of one row; a cell that holds no number is a BAD reading. */
    static Draft readings(Instant time, EquipmentId machine, List<String> signals, double[] values) {
        var readings = new ArrayList<Reading>(signals.size());
        for (int i = 0; i < signals.size(); i++) {
            Quality quality = Double.isFinite(values[i]) ? Quality.GOOD : Quality.BAD;
            readings.add(new Reading(signals.get(i), values[i], time, quality));
        }
        return draft(time, machine, new Fact.ReadingsTaken(readings));
    }

    /** A number, or NaN for what is none. */
    static double number(String cell) {
        try {
            return Double.parseDouble(cell.trim());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    /** Several series, each in time order, as one in time order; of equal times the earlier series comes first. */
    static Iterator<Draft> merged(List<? extends Iterator<Draft>> series) {
        record Head(Draft draft, int index) {}
        var heads = new PriorityQueue<Head>((a, b) -> {
            int byTime = a.draft().time().compareTo(b.draft().time());
            return byTime != 0 ? byTime : Integer.compare(a.index(), b.index());
        });
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).hasNext()) {
                heads.add(new Head(series.get(i).next(), i));
            }
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !heads.isEmpty();
            }

            @Override
            public Draft next() {
                Head head = heads.poll();
                if (head == null) {
                    throw new NoSuchElementException("The recording is over.");
                }
                if (series.get(head.index()).hasNext()) {
                    heads.add(new Head(series.get(head.index()).next(), head.index()));
                }
                return head.draft();
            }
        };
    }
}
