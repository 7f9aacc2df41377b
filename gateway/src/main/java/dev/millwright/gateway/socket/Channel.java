package dev.millwright.gateway.socket;

/** The way to one client; the frames it takes are shared between clients and never written to. */
interface Channel {

    /** False while earlier frames still wait to leave: whoever sends now only makes the queue longer. */
    boolean writable();

    void send(byte[] frame);

    /** Asks on the protocol's own level whether the client is there. */
    void ping();

    void close(int code, String reason);
}
