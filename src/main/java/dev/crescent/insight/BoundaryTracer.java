package dev.crescent.insight;

import dev.crescent.experiment.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the lines over output fields. Used by one thread: fields of one size share their memory.
///
/// For three or more classes a class's odds against its best rival, `p_k / (p_k + max p_j)`, take the place of p. A
/// regression has the middle of its range as the strong line and the quarters as thin ones; a unit has only the middle.
public final class BoundaryTracer {
    private @Nullable Contours contours;

    /// The lines of a field.
    ///
    /// @param range of a regression's values, or a unit's; ignored for classes
    /// @param sure whether the thin lines of a regression are wanted
    public BoundaryLines trace(OutputField field, ValueRange range, boolean sure) {
        Contours known = contours;
        Contours search = known != null && known.fits(field.width(), field.height()) ? known
                : new Contours(field.width(), field.height());
        contours = search;
        float[] first = field.values()[0];
        if (field.task() == Task.REGRESSION) {
            List<float[]> strong = search.lines(first, range.middle());
            return new BoundaryLines(strong, sure ? both(search, first, 0.75 * range.low() + 0.25 * range.high(),
                    0.25 * range.low() + 0.75 * range.high()) : List.of());
        }
        return field.classes() == 2 ? new BoundaryLines(search.lines(first, 0.5), both(search, first, 0.1, 0.9))
                : classes(search, field);
    }

    private static List<float[]> both(Contours search, float[] grid, double low, double high) {
        List<float[]> lines = new ArrayList<>(search.lines(grid, low));
        lines.addAll(search.lines(grid, high));
        return lines;
    }

    private static BoundaryLines classes(Contours search, OutputField field) {
        List<float[]> strong = new ArrayList<>();
        List<float[]> thin = new ArrayList<>();
        int classes = field.classes();
        float[] odds = new float[field.width() * field.height()];
        for (int k = 0; k < classes; k++) {
            for (int i = 0; i < odds.length; i++) {
                float rival = 0;
                for (int j = 0; j < classes; j++) {
                    rival = j == k ? rival : Math.max(rival, field.values()[j][i]);
                }
                float own = field.values()[k][i];
                odds[i] = own + rival > 0 ? own / (own + rival) : 0;
            }
            // Each boundary has two sides: the last class's are all drawn already.
            if (k < classes - 1) {
                strong.addAll(search.lines(odds, 0.5));
            }
            thin.addAll(search.lines(odds, 0.9));
        }
        return new BoundaryLines(strong, thin);
    }
}
