package dev.crescent.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The losses and accuracies of one run over its epochs. Immutable.
///
/// Rows are shared with later histories of the same run, so publishing one copies nothing.
public final class History {
    /// More rows than this are never kept: when they are full, every other one is dropped.
    public static final int MAX_ROWS = 8192;
    private static final int COLUMNS = 5;
    /// An empty history.
    public static final History EMPTY = new History(new double[64 * COLUMNS], 0, null, 0, List.of());

    private final double[] rows; // [row][epoch, trainLoss, testLoss, trainAccuracy, testAccuracy]
    private final int fixed; // rows that stay as they are
    private final double @Nullable [] tail; // the newest row, which a later one may replace
    private final double spacing;
    private final List<Mark> marks;

    /// A change that was made while training.
    ///
    /// @param text what changed, a few words
    public record Mark(double epoch, String text) {}

    /// The history of a run that goes on another day.
    ///
    /// @param table `[size][5]` rows of epoch, training loss, test loss, training accuracy and test accuracy, the epochs
    ///     ascending; at most [#MAX_ROWS]
    /// @param spacing as [#spacing]
    public static History of(double[][] table, double spacing, List<Mark> marks) {
        if (table.length > MAX_ROWS) {
            throw new IllegalArgumentException("A history has " + MAX_ROWS + " rows at most, not " + table.length + ".");
        }
        double[] rows = new double[Math.max(64, table.length) * COLUMNS];
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < table.length; i++) {
            if (table[i].length != COLUMNS || !(table[i][0] > before)) {
                throw new IllegalArgumentException("Row " + (i + 1) + " of a history must have " + COLUMNS
                        + " numbers, the first of them above that of the row before.");
            }
            before = table[i][0];
            System.arraycopy(table[i], 0, rows, i * COLUMNS, COLUMNS);
        }
        return table.length == 0 ? new History(EMPTY.rows, 0, null, spacing, List.copyOf(marks))
                : new History(rows, table.length - 1, table[table.length - 1].clone(), spacing, List.copyOf(marks));
    }

    private History(double[] rows, int fixed, double @Nullable [] tail, double spacing, List<Mark> marks) {
        this.rows = rows;
        this.fixed = fixed;
        this.tail = tail;
        this.spacing = spacing;
        this.marks = marks;
    }

    public int size() {
        return tail == null ? 0 : fixed + 1;
    }

    public double epoch(int row) {
        return value(row, 0);
    }

    public double trainLoss(int row) {
        return value(row, 1);
    }

    /// NaN without a test part.
    public double testLoss(int row) {
        return value(row, 2);
    }

    /// 0 to 1; NaN for a regression.
    public double trainAccuracy(int row) {
        return value(row, 3);
    }

    /// 0 to 1; NaN for a regression or without a test part.
    public double testAccuracy(int row) {
        return value(row, 4);
    }

    /// One column of all rows, `[size()]`: 0 epoch, 1 training loss, 2 test loss, 3 and 4 the accuracies.
    public double[] column(int number) {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, number);
        }
        return values;
    }

    public List<Mark> marks() {
        return marks;
    }

    /// Rows nearer to each other than this, in epochs, are joined; 0 while every one is kept.
    public double spacing() {
        return spacing;
    }

    /// This history with one row more. The newest row is replaced while it is nearer to the one before than the
    /// current spacing, so that the newest values are always there and rows stay evenly spread. Only the newest history
    /// of a run may be extended.
    public History with(double epoch, double trainLoss, double testLoss, double trainAccuracy, double testAccuracy) {
        double[] row = {epoch, trainLoss, testLoss, trainAccuracy, testAccuracy};
        if (tail == null || tail[0] == epoch || (fixed > 0 && tail[0] - rows[(fixed - 1) * COLUMNS] < spacing)) {
            return new History(rows, fixed, row, spacing, marks);
        }
        if (fixed == MAX_ROWS - 1) {
            return thinned().with(epoch, trainLoss, testLoss, trainAccuracy, testAccuracy);
        }
        // The shared empty array is never written to: two runs may start from it.
        double[] target = fixed > 0 && (fixed + 1) * COLUMNS <= rows.length
                ? rows : Arrays.copyOf(rows, Math.max(rows.length, (fixed + 1) * 2 * COLUMNS));
        System.arraycopy(tail, 0, target, fixed * COLUMNS, COLUMNS);
        return new History(target, fixed + 1, row, spacing, marks);
    }

    /// This history with a change marked, in place of an earlier one at the same epoch; the oldest of more than 64 marks
    /// is forgotten.
    History marked(double epoch, String text) {
        List<Mark> more = new ArrayList<>(marks);
        if (!more.isEmpty() && more.getLast().epoch() == epoch) {
            more.removeLast();
        }
        more.add(new Mark(epoch, text));
        List<Mark> kept = List.copyOf(more.subList(Math.max(0, more.size() - 64), more.size()));
        return new History(rows, fixed, tail, spacing, kept);
    }

    /// What was known up to an epoch: where a run goes on from an earlier snapshot.
    History until(double epoch) {
        int kept = 0;
        while (kept < size() && value(kept, 0) <= epoch) {
            kept++;
        }
        List<Mark> before = marks.stream().filter(m -> m.epoch() <= epoch).toList();
        if (kept == 0) {
            return new History(EMPTY.rows, 0, null, spacing, before);
        }
        double[] last = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            last[i] = value(kept - 1, i);
        }
        return new History(rows.clone(), kept - 1, last, spacing, before);
    }

    private History thinned() {
        double[] half = new double[rows.length];
        int kept = 0;
        for (int i = 0; i < fixed; i += 2) {
            System.arraycopy(rows, i * COLUMNS, half, kept++ * COLUMNS, COLUMNS);
        }
        double span = half[(kept - 1) * COLUMNS] - half[0];
        return new History(half, kept, tail, span / (kept - 1), marks);
    }

    /// Whether this can have begun with another: the losses are the same as far as both were kept.
    public boolean goesOnFrom(History other) {
        int both = Math.min(fixed, other.fixed);
        int same = spacing == other.spacing ? both : Math.min(1, both);
        for (int i = 0; i < same; i++) {
            if (epoch(i) != other.epoch(i) || Double.compare(trainLoss(i), other.trainLoss(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private double value(int row, int column) {
        if (row < 0 || row >= size() || tail == null) {
            throw new IndexOutOfBoundsException(row);
        }
        return row == fixed ? tail[column] : rows[row * COLUMNS + column];
    }
}
