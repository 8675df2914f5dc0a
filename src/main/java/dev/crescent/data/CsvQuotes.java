package dev.crescent.data;

import java.io.IOException;
import java.io.InputStream;

/// The quotes around cells. As in RFC 4180, a cell that begins with one goes on to the next that is not doubled, over
/// separators and lines; one within a cell is a letter like others.
final class CsvQuotes {
    /// UTF-8's byte order mark.
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private CsvQuotes() {}

    /// The line, from 1, of the cell whose quote is never closed; 0 if there is none. All of UTF-8's bytes but these few
    /// characters' are passed over, so that nothing need be decoded.
    static long unclosed(InputStream in, char separator) throws IOException {
        long line = 1;
        long opened = 0;
        boolean start = true; // of a cell
        boolean quoted = false; // whether the cell began with a quote
        boolean within = false; // its quotes
        int before = 0;
        int marked = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            line += c == '\r' || c == '\n' && before != '\r' ? 1 : 0;
            before = c;
            if (marked < MARK.length && c == MARK[marked]) {
                marked++;
                continue;
            }
            marked = MARK.length;
            if (c == '"' && (start || quoted)) {
                opened = start ? line : opened;
                quoted = true;
                within = !within;
                start = false;
            } else if (!within && (c == separator || c == '\r' || c == '\n')) {
                quoted = false;
                start = true;
            } else {
                start = false;
            }
        }
        return within ? opened : 0;
    }
}
