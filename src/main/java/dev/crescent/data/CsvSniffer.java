package dev.crescent.data;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// Guesses from a table's first rows what its cells are separated by, and whether its first row is a header.
final class CsvSniffer {
    private static final int LINES = 20;
    private static final int MAX_CHARACTERS = 4_000_000;
    /// In the order of preference if several fit: a comma may be a decimal comma, the others have no other use.
    private static final char[] SEPARATORS = {'\t', ';', '|', ','};

    private CsvSniffer() {}

    /// The separator that is in each of the first 20 lines equally often; else the one that is most often in the first
    /// line. Quoted text does not count.
    static char separator(Reader reader) throws IOException {
        int[][] counts = new int[LINES][SEPARATORS.length];
        int lines = count(reader, counts);
        for (int s = 0; s < SEPARATORS.length; s++) {
            boolean fits = lines > 0 && counts[0][s] > 0;
            for (int line = 1; line < lines; line++) {
                fits &= counts[line][s] == counts[0][s];
            }
            if (fits) {
                return SEPARATORS[s];
            }
        }
        int most = SEPARATORS.length - 1;
        for (int s = 0; s < SEPARATORS.length; s++) {
            most = counts[0][s] > counts[0][most] ? s : most;
        }
        return SEPARATORS[most];
    }

    /// Counts the separators of each line that is not empty, and returns the number of lines.
    private static int count(Reader reader, int[][] counts) throws IOException {
        int line = 0;
        boolean quoted = false;
        boolean empty = true;
        for (int read = 0; read < MAX_CHARACTERS && line < LINES; read++) {
            int c = reader.read();
            if (c < 0) {
                break;
            }
            if ((c == '\n' || c == '\r') && !quoted) {
                line += empty ? 0 : 1;
                empty = true;
                continue;
            }
            empty = false;
            quoted ^= c == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[line][s] += c == SEPARATORS[s] ? 1 : 0;
            }
        }
        return Math.min(LINES, line + (empty ? 0 : 1));
    }

    /// Whether the first of some rows is a header: none of its cells is a number, or it has text above a column of
    /// numbers.
    ///
    /// @param separator of the cells, which says what a number looks like
    static boolean hasHeader(List<String[]> rows, char separator) {
        CsvNumber number = new CsvNumber(separator);
        String[] first = rows.getFirst();
        boolean anyNumber = false;
        boolean anyText = false;
        for (String cell : first) {
            anyNumber |= isNumber(number, cell);
            anyText |= !cell.isBlank();
        }
        if (anyText && !anyNumber) {
            return true;
        }
        for (int column = 0; column < first.length; column++) {
            boolean text = !isNumber(number, first[column]) && !CsvGap.isNoNumber(first[column]);
            if (text && rows.size() > 1 && isNumeric(number, rows.subList(1, rows.size()), column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumeric(CsvNumber number, List<String[]> rows, int column) {
        boolean any = false;
        for (String[] row : rows) {
            String cell = column < row.length ? row[column] : "";
            any |= isNumber(number, cell);
            if (!isNumber(number, cell) && !CsvGap.isNoNumber(cell)) {
                return false;
            }
        }
        return any;
    }

    private static boolean isNumber(CsvNumber number, String cell) {
        return !Double.isNaN(number.read(cell.toCharArray(), 0, cell.length()));
    }
}
