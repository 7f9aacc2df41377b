package dev.millwright.gateway.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.Clock;
import dev.millwright.gateway.view.PlantView;
import dev.millwright.plant.event.Event;
import dev.millwright.twin.EventQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells every client of the live feed what changed since it was last told. One thread runs it. A client that cannot
 * take more is passed over, and gets everything it missed as one delta later; clients that want the same and know the
 * same share one encoded frame.
 */
final class Hub {

    private static final int WAITING_EVENTS = 5_000;
    private static final int REMEMBERED_EVENTS = 100;
    private static final int REMEMBERED_INSPECTIONS = 50;
    private static final long HEARTBEAT_NANOS = 5_000_000_000L;

    private final Floor floor;
    private final Json json;
    private final Shelves shelves;
    private final Feed feed;
    private final Messages messages;
    private final Searches searches;
    private final long idleNanos;
    private final List<Client> clients = new ArrayList<>();
    private final ConcurrentLinkedQueue<Event> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AutoCloseable subscription;
    private final AutoCloseable loopSearches;
    private final long first;
    private volatile boolean frequentWanted;
    private long number;

    /** What two clients must have in common to be sent the same frame. */
    private record Audience(List<String> topics, long knows, long missed) {}

    Hub(Floor floor, ObjectMapper mapper, long idleNanos, Instant started) {
        this.floor = floor;
        this.json = new Json(mapper);
        this.idleNanos = idleNanos;
        // Numbers begin at the wall clock, so that one from before a restart is never taken for one of ours.
        this.first = started.toEpochMilli();
        this.number = first;
        this.shelves = new Shelves(json);
        this.feed = new Feed(json);
        this.searches = new Searches(json);
        this.messages =
                new Messages(json, shelves, feed, PlantView.of(floor.state().plant()));
        remember();
        this.subscription = floor.subscribe(change -> arrive(change.event()));
        this.loopSearches = floor.searches(searches::hear);
    }

    /** Where searches for plans tell what they find. */
    Searches searches() {
        return searches;
    }

    /** How many clients there are. */
    int size() {
        return clients.size();
    }

    Client join(Channel channel, @Nullable Long since, long nanos) {
        var client = new Client(channel, Topics.ALL, since, nanos);
        clients.add(client);
        return client;
    }

    void leave(Client client) {
        clients.remove(client);
        reckonFrequent();
    }

    /** Takes a client's message. */
    void hear(Client client, String text, long nanos) {
        client.heardAt = nanos;
        try {
            switch (ClientMessage.parse(text)) {
                case ClientMessage.Subscribe(var topics) ->
                    subscribe(client, Topics.of(topics == null ? List.of() : topics));
                case ClientMessage.Unsubscribe(var topics) ->
                    subscribe(client, client.topics.without(topics == null ? List.of() : topics));
                case ClientMessage.Ping(var id) -> client.channel.send(json.bytes(Said.pong(id)));
                case ClientMessage.Resume(long seq) -> client.knows = seq;
            }
        } catch (IllegalArgumentException e) {
            client.channel.send(json.bytes(Said.error(e)));
        }
    }

    /** Tells everyone who can listen; called many times a second. */
    void flush(long nanos) {
        boolean news = drain();
        if (clients.isEmpty()) {
            return;
        }
        news |= shelves.show(floor.state(), number + 1, nanos);
        if (news) {
            number++;
        }
        var clock = clock(floor);
        Map<Audience, byte @Nullable []> frames = new HashMap<>();
        for (var client : List.copyOf(clients)) {
            if (nanos - client.heardAt > idleNanos) {
                client.channel.close(1001, "no sign of life");
            } else if (client.channel.writable()) {
                tell(client, clock, frames, nanos);
                tellSearches(client, nanos);
            }
        }
    }

    /** Asks everyone for a sign of life. */
    void ping() {
        clients.stream().filter(client -> client.channel.writable()).forEach(client -> client.channel.ping());
    }

    void close() throws Exception {
        subscription.close();
        loopSearches.close();
        List.copyOf(clients).forEach(client -> client.channel.close(1001, "the server goes down"));
    }

    private void tell(Client client, Clock clock, Map<Audience, byte @Nullable []> frames, long nanos) {
        Long knows = client.knows;
        boolean fresh =
                knows == null || knows < first || knows > number || (!feed.reachesBackTo(knows) && behind(client));
        long from = fresh || knows == null ? -1 : knows;
        if (from == number) {
            beat(client, clock, nanos);
            return;
        }
        long missed = 0;
        byte[] frame;
        if (fresh) {
            frame = frames.computeIfAbsent(
                    new Audience(client.topics.names(), from, 0),
                    audience -> messages.snapshot(client.topics, number, clock));
        } else {
            missed = missed(client, from);
            var audience = new Audience(client.topics.names(), from, missed);
            if (!frames.containsKey(audience)) {
                frames.put(audience, messages.delta(client.topics, from, missed, number, clock));
            }
            frame = frames.get(audience);
        }
        client.knows = number;
        client.eventsTold = feed.told();
        if (frame != null) {
            client.channel.send(frame);
            client.sentAt = nanos;
        } else {
            beat(client, clock, nanos);
        }
    }

    private void tellSearches(Client client, long nanos) {
        if (client.topics.planning()) {
            var news = searches.after(client.searchesKnown);
            client.searchesKnown = news.number();
            for (var message : news.messages()) {
                client.channel.send(message);
                client.sentAt = nanos;
            }
        }
    }

    /** True for a client that came back: what it was told before it left is not known any more. */
    private static boolean behind(Client client) {
        return client.eventsTold == 0;
    }

    /** How many events after a number are no longer held. */
    private long missed(Client client, long from) {
        return client.eventsTold == 0 ? 0 : Math.max(0, feed.toldAt(from) - client.eventsTold);
    }

    private void beat(Client client, Clock clock, long nanos) {
        if (nanos - client.sentAt >= HEARTBEAT_NANOS) {
            client.channel.send(messages.heartbeat(number, clock));
            client.sentAt = nanos;
        }
    }

    private void subscribe(Client client, Topics topics) {
        client.topics = topics;
        client.channel.send(json.bytes(Said.subscribed(topics.names())));
        client.knows = null; // what the new topics show may never have been told: a snapshot follows
        reckonFrequent();
    }

    private void reckonFrequent() {
        frequentWanted = clients.stream().anyMatch(client -> client.topics.wantsFrequent());
    }

    /** Runs on the twin's thread. */
    private void arrive(Event event) {
        if (Topics.FREQUENT.contains(event.type()) && !frequentWanted) {
            return;
        }
        arrived.add(event);
        if (waiting.incrementAndGet() > WAITING_EVENTS && arrived.poll() != null) {
            waiting.decrementAndGet();
        }
    }

    private boolean drain() {
        boolean any = false;
        for (var event = arrived.poll(); event != null; event = arrived.poll()) {
            waiting.decrementAndGet();
            feed.add(event, number + 1);
            any = true;
        }
        if (any && clients.isEmpty()) {
            number++;
        }
        return any;
    }

    private void remember() {
        var recent = new ArrayList<>(floor.events(
                EventQuery.all().ofTypes(Set.of("part-inspected")).backwards().atMost(REMEMBERED_INSPECTIONS)));
        var quiet = new java.util.HashSet<>(dev.millwright.plant.event.EventJson.types());
        quiet.removeAll(Topics.FREQUENT);
        recent.addAll(floor.events(EventQuery.all().ofTypes(quiet).backwards().atMost(REMEMBERED_EVENTS)));
        recent.stream()
                .sorted((one, other) -> Long.compare(one.offset(), other.offset()))
                .distinct()
                .forEach(event -> feed.add(event, number));
    }

    static Clock clock(Floor floor) {
        var time = floor.clock();
        return new Clock(time.now(), Instant.now(), time.speed(), floor.state().offset());
    }
}
