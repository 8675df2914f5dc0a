package dev.crescent.export.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Numbers and texts as Python and Java write them.
final class Literals {
    private Literals() {}

    /// The shortest text that is this float again.
    static String real(float value) {
        return plain(Float.toString(value));
    }

    /// The shortest text that is this double again; whole numbers without a point.
    static String real(double value) {
        return plain(Double.toString(value));
    }

    private static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace(".0e", "e");
        return small.endsWith(".0") ? small.substring(0, small.length() - 2) : small;
    }

    /// In quotes; control characters become an escape that Python and Java share.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /// A text of the user's within a comment: on one line, and without what could end the comment.
    static String prose(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replace('\\', '/').replace("\"\"\"", "'''").replace("*/", "* /").strip();
    }

    /// How a language writes nested lists of floats.
    ///
    /// @param end of a number
    private record Nesting(String open, String close, String end) {}

    /// A nested list of numbers, row-major, as Python has it.
    ///
    /// @param start of the first line, as far as the list; the others are indented as it is
    static String list(String start, List<Integer> shape, float[] values) {
        return nested(start, shape, values, 0, values.length, new Nesting("[", "]", ""));
    }

    /// Likewise as Java has it.
    static String array(String start, List<Integer> shape, float[] values) {
        return nested(start, shape, values, 0, values.length, new Nesting("{", "}", "f"));
    }

    private static String nested(String start, List<Integer> shape, float[] values, int from, int to, Nesting nesting) {
        String indent = " ".repeat(start.length() - start.stripLeading().length());
        if (shape.size() == 1) {
            List<String> words = new ArrayList<>();
            for (int i = from; i < to; i++) {
                words.add(real(values[i]) + nesting.end);
            }
            return CodeText.wrapped(start + nesting.open, (start.isBlank() ? start + " " : indent + "    "), words, ", ") + nesting.close;
        }
        int count = shape.getFirst();
        StringBuilder text = new StringBuilder(start).append(nesting.open).append('\n');
        for (int i = 0; i < count; i++) {
            int first = from + (int) ((long) (to - from) * i / count);
            int last = from + (int) ((long) (to - from) * (i + 1) / count);
            text.append(nested(indent + "    ", shape.subList(1, shape.size()), values, first, last, nesting)).append(",\n");
        }
        return text.append(indent).append(nesting.close).toString();
    }

    /// A small number in words.
    static String count(int number) {
        return switch (number) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            case 5 -> "five";
            default -> Integer.toString(number);
        };
    }

    /// `Five samples of the test part`.
    static String samples(int number, String origin) {
        String count = count(number);
        return Character.toUpperCase(count.charAt(0)) + count.substring(1) + (number == 1 ? " sample of " : " samples of ") + origin;
    }

    /// Doubles in one list.
    static String list(double[] values, int indent, String open, String close) {
        List<String> words = new ArrayList<>();
        for (double value : values) {
            words.add(real(value));
        }
        return CodeText.wrapped(open, " ".repeat(indent), words, ", ") + close;
    }
}
