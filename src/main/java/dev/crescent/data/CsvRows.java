package dev.crescent.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Takes a table's cells as they are parsed, straight into numbers: no cell is kept as text.
///
/// Each record is a problem with its row, in one sentence, or "" if there is none.
final class CsvRows extends AbstractBaseCsvCallbackHandler<String> {
    private static final int IGNORED = -1;
    /// As many as one array holds.
    private static final long MOST_CELLS = Integer.MAX_VALUE - 8L;
    /// What else can be done about a cell.
    private static final String DELETE = "or delete the row";
    private static final String LEAVE_OUT =
            "or leave the column out (columns under data in the experiment file, or Columns... in the window)";
    private static final String SKIP =
            "or skip rows with gaps (gaps under data in the experiment file, or Columns... in the window)";

    private final CsvFile file;
    private final int target;
    private final int[] slots; // [columns] the feature that takes the column, or IGNORED
    private final @Nullable CsvClasses classes;
    private final FloatRows rows;
    private final FloatRows targets = new FloatRows(1);
    private final float[] row;
    private final CsvNumber number;
    private final Wanted wanted;
    private final float[] rowTarget = new float[1];
    private int cells;
    private boolean header;
    private boolean gap;
    private final BitSet skipped = new BitSet();
    private int line; // of the table's rows, those that are left out included
    private @Nullable String problem;
    private @Nullable String rowClass; // known as a class only when its row is kept

    /// What rows are read for, which decides about those with gaps and on what can be done about a bad cell.
    enum Wanted {
        /// To be learned from, all of them.
        ALL,
        /// To be learned from, but for those with gaps.
        WHOLE,
        /// To be predicted, by a network that needs all of its inputs.
        NEW
    }

    /// @param features the columns that become features, by number; each once
    /// @param target the target's column; -1 if the table has none
    /// @param classes null for a regression, or without a target
    CsvRows(CsvFile file, int[] features, int target, @Nullable CsvClasses classes, Wanted wanted) {
        this.file = file;
        this.wanted = wanted;
        this.target = target;
        this.classes = classes;
        number = new CsvNumber(file.separator());
        rows = new FloatRows(features.length);
        row = new float[features.length];
        header = file.header();
        slots = new int[file.columns().size()];
        Arrays.fill(slots, IGNORED);
        for (int f = 0; f < features.length; f++) {
            slots[features[f]] = f;
        }
    }

    int count() {
        return rows.rows();
    }

    /// The rows with gaps that were left out, from 0.
    BitSet skipped() {
        return skipped;
    }

    /// `[count][features]`; can be had once.
    float[] drainRows() {
        return rows.drain();
    }

    /// `[count]` values, or classes in the order of being met; can be had once.
    float[] drainTargets() {
        return targets.drain();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = 0;
        gap = false;
        problem = null;
        rowClass = null;
    }

    @Override
    protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
        cells = column + 1;
        if (header || problem != null || column >= slots.length) {
            return;
        }
        if (column == target) {
            takeTarget(text, offset, length);
        }
        if (slots[column] != IGNORED) {
            takeFeature(column, text, offset, length);
        }
    }

    private void takeFeature(int column, char[] text, int offset, int length) {
        float value = number.readFloat(text, offset, length);
        if (Float.isNaN(value)) {
            noNumber(column, new String(text, offset, length), LEAVE_OUT);
            return;
        }
        row[slots[column]] = value;
    }

    private void takeTarget(char[] text, int offset, int length) {
        if (classes == null) {
            rowTarget[0] = number.readFloat(text, offset, length);
            if (Float.isNaN(rowTarget[0])) {
                noNumber(target, new String(text, offset, length), "or choose the task classification");
            }
            return;
        }
        String cell = new String(text, offset, length);
        if (wanted == Wanted.WHOLE && CsvGap.isNoClass(cell)) {
            gap = true;
            return;
        }
        if (cell.isBlank()) {
            problem = place(target) + " has no class; fill it in " + (wanted == Wanted.ALL ? SKIP : DELETE);
            return;
        }
        rowClass = cell;
    }

    private void takeClass(CsvClasses known, String cell) {
        int index = known.index(cell);
        rowTarget[0] = index;
        if (index < 0) {
            problem = place(target) + ": " + known.refusal(CsvCell.shown(cell));
        }
    }

    /// @param otherwise what else can be done about a word
    private void noNumber(int column, String cell, String otherwise) {
        boolean nothing = CsvGap.isNoNumber(cell);
        if (wanted == Wanted.WHOLE && nothing) {
            gap = true;
        } else {
            problem = notNumber(column, cell, wanted == Wanted.NEW ? DELETE : nothing ? SKIP : otherwise);
        }
    }

    private String notNumber(int column, String cell, String remedy) {
        return cell.isBlank() ? place(column) + " is empty; fill it in " + remedy
                : place(column) + ": \"" + CsvCell.shown(cell) + "\" is not a number; correct it " + remedy;
    }

    /// The sentence about a row that has not as many cells as the table has columns.
    static String ragged(CsvFile file, long row, int cells) {
        return file.name() + ": row " + row + " has " + cells + (cells == 1 ? " cell" : " cells") + " instead of "
                + file.columns().size() + "; correct the row or delete it";
    }

    private String place(int column) {
        return file.name() + ": row " + getStartingLineNumber() + ", column \""
                + CsvCell.shown(file.columns().get(column)) + "\"";
    }

    @Override
    protected String buildRecord() {
        if (header) {
            header = false;
            return "";
        }
        if (cells != slots.length) {
            return ragged(file, getStartingLineNumber(), cells);
        }
        if (problem != null) {
            return problem;
        }
        if (gap) {
            skipped.set(line++);
            return "";
        }
        if (classes != null && rowClass != null) {
            takeClass(classes, rowClass);
            if (problem != null) {
                return problem;
            }
        }
        if ((rows.rows() + 1L) * row.length > MOST_CELLS) {
            return file.name() + ": is too large, row " + getStartingLineNumber() + " is the first that finds no place;"
                    + " use fewer rows, or list fewer columns under data.columns in the experiment file";
        }
        rows.add(row);
        targets.add(rowTarget);
        line++;
        return "";
    }
}
