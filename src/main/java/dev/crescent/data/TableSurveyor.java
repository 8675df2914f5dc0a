package dev.crescent.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at a table's cells as they are parsed. Each record is a problem with its row, or "" if there is none.
final class TableSurveyor extends AbstractBaseCsvCallbackHandler<String> {
    /// In fewer rows 1, 2 and 3 may well be measured.
    private static final int FEWEST_NUMBERED = 10;

    private final CsvFile file;
    private final CsvNumber number;
    private final List<Seen> seen;
    private boolean header;
    private int rows;
    private int cells;

    /// What a column has shown so far.
    private static final class Seen {
        private final Set<String> words = new LinkedHashSet<>();
        private final Set<Float> values = new LinkedHashSet<>();
        private final Set<String> perhaps = new LinkedHashSet<>(); // words among words, nothing among numbers
        private final BitSet gaps = new BitSet();
        private final BitSet classless = new BitSet();
        private int numbers;
        private boolean fractions;
        private float least = Float.POSITIVE_INFINITY;
        private float greatest = Float.NEGATIVE_INFINITY;
        private float first;
        private boolean counting = true; // so far each is one more than the one before

        private void take(float value) {
            first = numbers == 0 ? value : first;
            counting &= value == first + numbers;
            numbers++;
            fractions |= value != Math.rint(value);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            if (values.size() < TableSurvey.MOST_DIFFERENT) {
                values.add(value);
            }
        }

        private void take(String cell, int row) {
            if (CsvGap.isNoClass(cell)) {
                classless.set(row);
            }
            if (CsvGap.isNoNumber(cell)) {
                gaps.set(row);
                if (!CsvGap.isNoClass(cell)) {
                    perhaps.add(cell.strip());
                }
            } else if (words.size() < TableSurvey.MOST_DIFFERENT) {
                words.add(cell.strip());
            }
        }

        private TableSurvey.Column column(String name) {
            boolean numbering = counting && numbers >= FEWEST_NUMBERED && words.isEmpty() && gaps.isEmpty() && (first == 0 || first == 1);
            List<String> all = words.isEmpty() ? List.of() : Stream.concat(words.stream(), perhaps.stream()).toList();
            return new TableSurvey.Column(name, numbers, all, values.size() + all.size(), fractions, numbering, least, greatest,
                    gaps, classless);
        }
    }

    TableSurveyor(CsvFile file) {
        this.file = file;
        number = new CsvNumber(file.separator());
        header = file.header();
        seen = Stream.generate(Seen::new).limit(file.columns().size()).toList();
    }

    int rows() {
        return rows;
    }

    List<TableSurvey.Column> columns() {
        List<TableSurvey.Column> columns = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            columns.add(seen.get(i).column(file.columns().get(i)));
        }
        return columns;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = 0;
    }

    @Override
    protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
        cells = column + 1;
        if (header || column >= seen.size()) {
            return;
        }
        float value = number.readFloat(text, offset, length);
        if (Float.isNaN(value)) {
            seen.get(column).take(new String(text, offset, length), rows);
        } else {
            seen.get(column).take(value);
        }
    }

    @Override
    protected String buildRecord() {
        if (header) {
            header = false;
            return "";
        }
        if (cells != seen.size()) {
            return CsvRows.ragged(file, getStartingLineNumber(), cells);
        }
        rows++;
        return "";
    }
}
