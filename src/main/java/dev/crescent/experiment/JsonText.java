package dev.crescent.experiment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Prints a JSON tree in the one form that experiment files have: two spaces a level, short containers on one line,
/// every number as short as it can be.
public final class JsonText {
    private static final int LONGEST_LINE = 120;

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /// The tree as text, with a line feed at the end.
    public static String print(JsonNode root) {
        JsonText text = new JsonText();
        text.value(root, 0);
        return text.out.append('\n').toString();
    }

    private void value(JsonNode node, int depth) {
        if (!node.isContainer()) {
            out.append(scalar(node));
            return;
        }
        if (mayBeOneLine(node, depth)) {
            int start = out.length();
            oneLine(node);
            if (out.length() - out.lastIndexOf("\n", start) - 1 < LONGEST_LINE) {
                return;
            }
            out.setLength(start);
        }
        lines(node, depth);
    }

    /// Lists of lists or objects have a line for each item, and so have the parts of an experiment.
    private static boolean mayBeOneLine(JsonNode node, int depth) {
        if (node.isObject()) {
            return depth >= 2;
        }
        for (JsonNode item : node) {
            if (item.isContainer()) {
                return false;
            }
        }
        return true;
    }

    private void oneLine(JsonNode node) {
        if (!node.isContainer()) {
            out.append(scalar(node));
            return;
        }
        String separator = "";
        out.append(node.isObject() ? '{' : '[');
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                out.append(separator).append(quote(entry.getKey())).append(": ");
                oneLine(entry.getValue());
                separator = ", ";
            }
        } else {
            for (JsonNode item : node) {
                out.append(separator);
                oneLine(item);
                separator = ", ";
            }
        }
        out.append(node.isObject() ? '}' : ']');
    }

    private void lines(JsonNode node, int depth) {
        String separator = "";
        out.append(node.isObject() ? '{' : '[');
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                newLine(separator, depth + 1);
                out.append(quote(entry.getKey())).append(": ");
                value(entry.getValue(), depth + 1);
                separator = ",";
            }
        } else {
            for (JsonNode item : node) {
                newLine(separator, depth + 1);
                value(item, depth + 1);
                separator = ",";
            }
        }
        newLine("", depth);
        out.append(node.isObject() ? '}' : ']');
    }

    private void newLine(String separator, int depth) {
        out.append(separator).append('\n').repeat("  ", depth);
    }

    private static String scalar(JsonNode node) {
        if (node.isString()) {
            return quote(node.stringValue());
        }
        return node.isFloatingPointNumber() ? number(node.doubleValue()) : node.toString();
    }

    /// The shortest decimal that reads back as the same double.
    static String number(double value) {
        // A negative zero is not the same record as a zero.
        if (value == 0) {
            return Double.compare(value, 0) == 0 ? "0" : "-0.0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        boolean plain = size >= 1e-6 && size < 1e15;
        return plain ? decimal.toPlainString() : decimal.toString().replace("E+", "e").replace('E', 'e');
    }

    /// A JSON string, with half a surrogate pair escaped because no UTF-8 file can hold it.
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean halfPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                    boolean lineSeparator = c == 0x2028 || c == 0x2029;
                    if (Character.isISOControl(c) || halfPair || lineSeparator) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
