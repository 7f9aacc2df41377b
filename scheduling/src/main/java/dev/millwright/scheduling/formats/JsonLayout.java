package dev.millwright.scheduling.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;

/** Lays JSON out for people: what fits goes on one line, so that an operation is a line and a job a paragraph. */
final class JsonLayout {
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();

    private JsonLayout() {}

    static String of(JsonNode tree) {
        var layout = new JsonLayout();
        layout.write(tree, 0, true);
        return layout.text.append('\n').toString();
    }

    private void write(JsonNode node, int depth, boolean open) {
        var line = node.isContainerNode() && open ? "" : line(node);
        if (node.isEmpty() || (!line.isEmpty() && 2 * depth + line.length() <= WIDTH)) {
            text.append(line.isEmpty() ? node.toString() : line);
        } else if (node.isObject()) {
            text.append('{');
            var names = new ArrayList<String>();
            node.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                begin(name.equals(names.getFirst()), depth + 1);
                text.append(quoted(name)).append(": ");
                write(node.path(name), depth + 1, false);
            }
            end('}', depth);
        } else {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                begin(i == 0, depth + 1);
                write(node.path(i), depth + 1, false);
            }
            end(']', depth);
        }
    }

    private void begin(boolean first, int depth) {
        text.append(first ? "\n" : ",\n").append("  ".repeat(depth));
    }

    private void end(char bracket, int depth) {
        text.append('\n').append("  ".repeat(depth)).append(bracket);
    }

    /** A node in one line, with a space after each colon and comma; empty where that is longer than any line. */
    private static String line(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.toString();
        }
        var parts = new ArrayList<String>();
        int length = 0;
        var names = node.fieldNames();
        for (var child : node) {
            var part = line(child);
            part = node.isObject() ? quoted(names.next()) + ": " + part : part;
            length += part.length() + 2;
            if (length > WIDTH || part.isEmpty() || part.endsWith(": ")) {
                return "";
            }
            parts.add(part);
        }
        var inside = String.join(", ", parts);
        return node.isObject() ? "{" + inside + "}" : "[" + inside + "]";
    }

    private static String quoted(String name) {
        return TextNode.valueOf(name).toString();
    }
}
