package dev.millwright.connectors.sparkplug;

import org.jspecify.annotations.Nullable;

/**
 * A Sparkplug topic, {@code spBv1.0/group/TYPE/node[/device]}.
 *
 * @param device {@code null} for messages of the node itself
 */
record Topic(
        String group,
        MessageType type,
        String node,
        @Nullable String device) {

    private static final String NAMESPACE = "spBv1.0";

    static Topic of(String group, MessageType type, String node) {
        return new Topic(group, type, node, null);
    }

    /** Reads a topic; {@code null} for one that is not of this shape. */
    static @Nullable Topic parse(String topic) {
        String[] levels = topic.split("/", -1);
        if (levels.length < 4 || levels.length > 5 || !levels[0].equals(NAMESPACE)) {
            return null;
        }
        for (var type : MessageType.values()) {
            if (type.name().equals(levels[2])) {
                return new Topic(levels[1], type, levels[3], levels.length == 5 ? levels[4] : null);
            }
        }
        return null;
    }

    /** Everything that edge nodes of a group send and are sent. */
    static String allOf(String group) {
        return NAMESPACE + "/" + group + "/#";
    }

    static String state(String host) {
        return NAMESPACE + "/STATE/" + host;
    }

    @Override
    public String toString() {
        String path = NAMESPACE + "/" + group + "/" + type + "/" + node;
        return device == null ? path : path + "/" + device;
    }
}
