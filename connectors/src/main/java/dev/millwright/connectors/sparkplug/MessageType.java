package dev.millwright.connectors.sparkplug;

/** The kinds of Sparkplug messages: N for the node, D for one of its devices. */
enum MessageType {
    NBIRTH,
    NDATA,
    NDEATH,
    NCMD,
    DBIRTH,
    DDATA,
    DDEATH,
    DCMD
}
