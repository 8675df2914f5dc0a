package dev.crescent.export.code;

import java.util.Arrays;
import java.util.List;

/// A program's text, line by line.
final class CodeText {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    /// Lines, each ended.
    CodeText add(String lines) {
        lines.lines().forEach(line -> text.append(line.stripTrailing()).append('\n'));
        return this;
    }

    CodeText blank(int lines) {
        text.append("\n".repeat(lines));
        return this;
    }

    /// A paragraph, broken into lines of a comment.
    ///
    /// @param start of every line, such as `# `
    CodeText prose(String start, String paragraph) {
        return add(wrapped(start, start, Arrays.asList(paragraph.split(" ")), " "));
    }

    /// Words in lines that are not too long.
    ///
    /// @param first before the first word
    /// @param start of every other line
    /// @param between two words of a line; at a line's end without its spaces
    static String wrapped(String first, String start, List<String> words, String between) {
        StringBuilder lines = new StringBuilder(first);
        int length = first.length();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i < words.size() - 1 ? between.strip() : "");
            if (i > 0 && length + between.length() + word.length() > WIDTH) {
                lines.append('\n').append(start);
                length = start.length();
            } else if (i > 0) {
                lines.append(' ');
                length++;
            }
            lines.append(word);
            length += word.length();
        }
        return lines.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
