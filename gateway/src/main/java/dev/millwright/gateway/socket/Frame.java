package dev.millwright.gateway.socket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message put together from views that are encoded already. */
final class Frame {

    private static final byte[] END = {'}'};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private boolean empty = true;

    Frame(String type, long seq, byte[] clock) {
        text("{\"type\":\"" + type + "\",\"seq\":" + seq + ",\"clock\":");
        out.writeBytes(clock);
    }

    /** True as long as it carries a clock and nothing else. */
    boolean isEmpty() {
        return empty;
    }

    Frame one(String name, byte[] value) {
        empty = false;
        text(",\"" + name + "\":");
        out.writeBytes(value);
        return this;
    }

    /** Adds a list, unless there is nothing in it and the message can do without. */
    Frame list(String name, List<byte[]> values, boolean always) {
        if (values.isEmpty() && !always) {
            return this;
        }
        empty = false;
        text(",\"" + name + "\":[");
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(values.get(i));
        }
        out.write(']');
        return this;
    }

    byte[] bytes() {
        out.writeBytes(END);
        return out.toByteArray();
    }

    private void text(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
