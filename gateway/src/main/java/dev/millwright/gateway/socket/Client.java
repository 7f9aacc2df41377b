package dev.millwright.gateway.socket;

import org.jspecify.annotations.Nullable;

/** A client of the live feed and how far it has been told; touched by the hub's thread alone. */
final class Client {

    final Channel channel;
    Topics topics;

    /** The number up to which this client knows everything; null before its first snapshot. */
    @Nullable
    Long knows;

    /** How many events had been told when it was last served. */
    long eventsTold;

    /** The number up to which it was told of searches; null before the first time. */
    @Nullable
    Long searchesKnown;

    /** By the hub's own clock: when it last gave a sign of life, and when it was last sent something. */
    long heardAt;

    long sentAt;

    Client(Channel channel, Topics topics, @Nullable Long knows, long now) {
        this.channel = channel;
        this.topics = topics;
        this.knows = knows;
        this.heardAt = now;
        this.sentAt = now;
    }
}
