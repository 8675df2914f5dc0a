package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/// One curve: values over epochs, its color and its name.
///
/// @param count how many of the entries are used
record Series(String name, double[] epochs, double[] values, int count, Color color, boolean ghost) {
    /// Of a smoothed curve, how much of the last value is kept.
    private static final double KEPT = 0.8;

    /// All curves of a chart, in the order in which they are painted: ghosts, test, training.
    static List<Series> of(CurveData data, Measure measure, boolean smooth, Palette palette) {
        boolean loss = measure == Measure.LOSS;
        List<Series> all = new ArrayList<>();
        for (CurveData.Ghost ghost : data.ghosts()) {
            double[] values = loss ? ghost.loss() : ghost.accuracy();
            all.add(new Series(ghost.name(), ghost.epochs(), values, values.length, palette.ghost(), true));
        }
        all.add(new Series(Texts.get("curves.testLine"), data.epochs(),
                loss ? data.testLoss() : data.testAccuracy(), data.count(), palette.test(), false));
        all.add(new Series(Texts.get("curves.trainLine"), data.epochs(),
                loss ? data.trainLoss() : data.trainAccuracy(), data.count(), palette.train(), false));
        return smooth ? all.stream().map(Series::smoothed).toList() : List.copyOf(all);
    }

    /// The index of the last finite value, or -1.
    int last() {
        for (int i = count - 1; i >= 0; i--) {
            if (Double.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    /// The value at the epoch nearest to the given one; NaN where there is none.
    double near(double epoch) {
        if (count == 0 || epoch > epochs[count - 1] + 1) {
            return Double.NaN;
        }
        return values[nearest(epoch)];
    }

    /// The index of the epoch nearest to the given one; needs a count above 0.
    int nearest(double epoch) {
        int low = 0;
        int high = count - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (epochs[middle] <= epoch) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return epoch - epochs[low] <= epochs[high] - epoch ? low : high;
    }

    /// An exponential moving average; missing values stay missing and are passed over.
    private Series smoothed() {
        double[] mean = new double[count];
        double last = Double.NaN;
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(values[i])) {
                last = Double.isNaN(last) ? values[i] : KEPT * last + (1 - KEPT) * values[i];
                mean[i] = last;
            } else {
                mean[i] = values[i];
            }
        }
        return new Series(name, epochs, mean, count, color, ghost);
    }
}
