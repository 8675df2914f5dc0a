package dev.crescent.ui.network;

/// What a step under the lens shows on a network: numbers at units and on links, links colored by those numbers instead
/// of by their weights, and the unit or the link that is looked at. Columns are the features and then the layers.
///
/// @param units what stands at each unit, `[columns][units]`; empty for nothing
/// @param values of the links into each column, `[columns][units][inputs]`; no rows for links that are not at work
/// @param texts what stands on them, likewise
/// @param brief what does where there is no room for that, likewise
/// @param column of the unit that is looked at
/// @param unit which it is
/// @param from the unit that the link comes from that is looked at; -1 without one
public record LensMarks(String[][] units, double[][][] values, String[][][] texts, String[][][] brief, int column, int unit, int from) {
    /// How a link looks, -1 to 1: its value as a part of the largest in its column; NaN for one that is not at work.
    double share(int ofColumn, int to, int source) {
        double[][] rows = values[ofColumn];
        if (rows.length == 0) {
            return Double.NaN;
        }
        double most = 0;
        for (double[] row : rows) {
            for (double value : row) {
                most = Math.max(most, Math.abs(value));
            }
        }
        return most > 0 && Double.isFinite(most) ? rows[to][source] / most : 0;
    }

    /// Whether a link leads into the unit that is looked at.
    boolean touches(int ofColumn, int to) {
        return ofColumn == column && to == unit;
    }

    /// Whether these are of such a network; a network that has just been changed has no numbers yet.
    boolean fits(Structure structure) {
        if (structure.columns().size() != units.length) {
            return false;
        }
        for (int c = 0; c < units.length; c++) {
            int inputs = c == 0 ? 0 : structure.columns().get(c - 1).units();
            if (structure.columns().get(c).units() != units[c].length
                    || values[c].length > 0 && (values[c].length != units[c].length || values[c][0].length != inputs)) {
                return false;
            }
        }
        return true;
    }
}
