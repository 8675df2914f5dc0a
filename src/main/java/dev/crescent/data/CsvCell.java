package dev.crescent.data;

import java.util.List;

/// How foreign text from a table is shown within a sentence.
final class CsvCell {
    private static final int LONGEST = 40;
    private static final int MOST = 20;

    private CsvCell() {}

    /// The text on one line and not too long.
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int length = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (++length > LONGEST) {
                return shown.append("...").toString();
            }
            int c = text.codePointAt(at);
            boolean printable = !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
            shown.appendCodePoint(printable ? c : '\uFFFD');
        }
        return shown.toString();
    }

    /// Some names, in quotes.
    static String list(List<String> names) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < Math.min(MOST, names.size()); i++) {
            list.append(i == 0 ? "" : ", ").append('"').append(shown(names.get(i))).append('"');
        }
        if (names.size() > MOST) {
            list.append(" and ").append(names.size() - MOST).append(" more");
        }
        return list.toString();
    }
}
