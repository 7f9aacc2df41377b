package dev.millwright.twin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One thing that changes over time. Marks stand in the order in which they happened, not in which they arrived, so
 * that a late one corrects what was in force between its neighbours and nothing else.
 */
public record Track<T>(PVector<Mark<T>> marks) {

    /** From this time on the value holds, until the next mark. */
    public record Mark<T>(Instant at, T value) {}

    static <T> Track<T> empty() {
        return new Track<>(TreePVector.empty());
    }

    public int size() {
        return marks.size();
    }

    @Nullable
    Mark<T> last() {
        return marks.isEmpty() ? null : marks.get(marks.size() - 1);
    }

    /** The mark in force at a time. */
    @Nullable
    Mark<T> at(Instant time) {
        int index = indexAt(time);
        return index < 0 ? null : marks.get(index);
    }

    /** Inserts a mark behind all that are not later; the very same mark again changes nothing. */
    Track<T> put(Instant at, T value) {
        int index = indexAt(at);
        for (int i = index; i >= 0 && marks.get(i).at().equals(at); i--) {
            if (marks.get(i).value().equals(value)) {
                return this;
            }
        }
        return new Track<>(marks.plus(index + 1, new Mark<>(at, value)));
    }

    /** Since when the latest value holds without a break. */
    @Nullable
    Instant since() {
        int i = marks.size() - 1;
        while (i > 0 && marks.get(i - 1).value().equals(marks.get(i).value())) {
            i--;
        }
        return i < 0 ? null : marks.get(i).at();
    }

    /** Without the marks that no longer matter from the cut on: the last one before it stays. */
    Track<T> from(Instant cut) {
        int index = indexAt(cut.minusNanos(1));
        if (index <= 0) {
            return this;
        }
        List<Mark<T>> kept = marks.subList(index, marks.size());
        return new Track<>(TreePVector.from(List.copyOf(kept)));
    }

    /** Where the mark in force at a time stands; -1 before the first. */
    int indexAt(Instant time) {
        int low = 0;
        int high = marks.size();
        if (high > 0 && !marks.get(high - 1).at().isAfter(time)) {
            return high - 1;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).at().isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }
}
