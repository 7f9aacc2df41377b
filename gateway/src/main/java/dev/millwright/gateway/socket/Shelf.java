package dev.millwright.gateway.socket;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The latest view of each thing of one kind, with the number at which it last changed, so that whatever a client
 * missed is found by comparing numbers. A view is made only when its source is another object than before, and
 * encoded only when somebody is sent it.
 */
final class Shelf<S, V> {

    private final Map<String, Item<S, V>> items = new LinkedHashMap<>();
    private final Json json;

    Shelf(Json json) {
        this.json = json;
    }

    /** One thing. */
    static final class Item<S, V> {
        private S source;
        private V view;
        private long changed;
        private byte @Nullable [] bytes;

        private Item(S source, V view, long changed) {
            this.source = source;
            this.view = view;
            this.changed = changed;
        }

        V view() {
            return view;
        }

        long changed() {
            return changed;
        }
    }

    /** Takes the present sources in; {@code same} says whether a source still gives the view it gave. */
    void update(
            Collection<S> sources, Function<S, String> id, Function<S, V> viewer, BiPredicate<S, S> same, long number) {
        for (var source : sources) {
            var item = items.get(id.apply(source));
            if (item == null) {
                items.put(id.apply(source), new Item<>(source, viewer.apply(source), number));
            } else if (!same.test(item.source, source)) {
                put(item, source, viewer.apply(source), number);
            }
        }
    }

    /** Forgets what is no longer there. */
    void retain(Set<String> ids) {
        if (items.size() > ids.size()) {
            items.keySet().retainAll(ids);
        }
    }

    Collection<Item<S, V>> items() {
        return items.values();
    }

    byte[] bytes(Item<S, V> item) {
        var known = item.bytes;
        if (known == null) {
            known = json.bytes(item.view);
            item.bytes = known;
        }
        return known;
    }

    private void put(Item<S, V> item, S source, V view, long number) {
        item.source = source;
        if (!view.equals(item.view)) {
            item.view = view;
            item.changed = number;
            item.bytes = null;
        }
    }
}
