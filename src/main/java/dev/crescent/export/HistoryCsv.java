package dev.crescent.export;

import dev.crescent.train.History;
import java.util.List;
import java.util.stream.Collectors;

/// A run's history as a table: one row for each time it was measured. A value that does not exist is empty.
public final class HistoryCsv {
    /// Bytes that such a table may have.
    static final int LARGEST = 4 << 20;
    private static final String HEADER = "epoch,trainLoss,testLoss,trainAccuracy,testAccuracy";
    private static final int COLUMNS = 5;

    private HistoryCsv() {}

    /// The table as text, its numbers exact.
    public static String write(History history) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < history.size(); i++) {
            text.append(number(history.epoch(i))).append(',').append(number(history.trainLoss(i))).append(',')
                    .append(number(history.testLoss(i))).append(',').append(number(history.trainAccuracy(i))).append(',')
                    .append(number(history.testAccuracy(i))).append('\n');
        }
        return text.toString();
    }

    /// The table for other programs, with the columns of `crescent train --history`: how long a row took is not kept, and
    /// its column empty.
    public static String table(History history) {
        return write(history).lines().map(line -> line.equals(HEADER) ? line + ",seconds\n" : line + ",\n")
                .collect(Collectors.joining());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// @param name what messages call the table
    /// @param spacing as [History#spacing]
    /// @throws ContentException with one sentence, if it is no such table
    static History read(String text, String name, double spacing, List<History.Mark> marks) throws ContentException {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new ContentException(name + " must begin with " + HEADER + "; choose another copy of the file");
        }
        double[][] rows = new double[lines.size() - 1][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(lines.get(i + 1), name + ", line " + (i + 2));
        }
        try {
            return History.of(rows, spacing, marks);
        } catch (IllegalArgumentException e) {
            throw new ContentException(name + ": " + e.getMessage(), e);
        }
    }

    private static double[] row(String line, String where) throws ContentException {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new ContentException(where + " has " + cells.length + " values, not " + COLUMNS
                    + "; choose another copy of the file");
        }
        double[] row = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            try {
                row[i] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
            } catch (NumberFormatException e) {
                throw new ContentException(where + " holds " + NumpyArray.shown(cells[i])
                        + ", which is no number; choose another copy of the file", e);
            }
        }
        return row;
    }
}
