package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/// One curve: values over epochs, its color and its name.
///
/// @param values as they are drawn, maybe smoothed
/// @param measured as they were measured: every number that is written is one of these
/// @param count how many of the entries are used
/// @param letter what a ghost is called where there is little room; empty for the run's own curves
record Series(String name, double[] epochs, double[] values, double[] measured, int count, Color color,
              String letter) {
    /// Of a smoothed curve, how much of the last value is kept from one measurement of the run to the next.
    private static final double KEPT = 0.8;

    Series(String name, double[] epochs, double[] values, int count, Color color, String letter) {
        this(name, epochs, values, values, count, color, letter);
    }

    /// The letter of a kept run, by its place among them.
    static String letter(int index) {
        return Character.toString('A' + index);
    }

    /// A kept run's letter and name.
    static String titled(String letter, String name) {
        return letter + "\u2002" + name;
    }

    boolean ghost() {
        return !letter.isEmpty();
    }

    /// The name, after the letter that a ghost has in the chart.
    String title() {
        return ghost() ? titled(letter, name) : name;
    }

    /// All curves of a chart, in the order in which they are painted: ghosts, test, training.
    static List<Series> of(CurveData data, Measure measure, boolean smooth, Palette palette) {
        boolean loss = measure == Measure.LOSS;
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < data.ghosts().size(); i++) {
            CurveData.Ghost ghost = data.ghosts().get(i);
            double[] values = loss ? ghost.loss() : ghost.accuracy();
            all.add(new Series(ghost.name(), ghost.epochs(), values, values.length, palette.ghost(), letter(i)));
        }
        all.add(new Series(Texts.get("curves.testLine"), data.epochs(),
                loss ? data.testLoss() : data.testAccuracy(), data.count(), palette.test(), ""));
        all.add(new Series(Texts.get("curves.trainLine"), data.epochs(),
                loss ? data.trainLoss() : data.trainAccuracy(), data.count(), palette.train(), ""));
        return smooth ? smoothed(all) : List.copyOf(all);
    }

    /// All curves over as many epochs, the run's own and the ghosts', however densely each was measured.
    private static List<Series> smoothed(List<Series> all) {
        double spacing = all.getLast().spacing();
        return all.stream().map(s -> s.smoothed(Double.isNaN(spacing) ? s.spacing() : spacing)).toList();
    }

    /// How many epochs lie between two measurements; NaN with fewer than two.
    private double spacing() {
        double mean = count < 2 ? Double.NaN : (epochs[count - 1] - epochs[0]) / (count - 1);
        return mean > 0 ? mean : Double.NaN;
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

    /// The last epoch; less than any where nothing is measured.
    double end() {
        return count == 0 ? Double.NEGATIVE_INFINITY : epochs[count - 1];
    }

    /// The index of the epoch nearest to the given one; -1 where the curve has ended more than an epoch before.
    int near(double epoch) {
        return count == 0 || epoch > end() + 1 ? -1 : nearest(epoch);
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
    private Series smoothed(double spacing) {
        double[] mean = new double[count];
        int before = -1;
        for (int i = 0; i < count; i++) {
            mean[i] = values[i];
            if (Double.isFinite(values[i])) {
                if (before >= 0) {
                    double kept = Math.pow(KEPT, (epochs[i] - epochs[before]) / spacing);
                    mean[i] = kept * mean[before] + (1 - kept) * values[i];
                }
                before = i;
            }
        }
        return new Series(name, epochs, mean, measured, count, color, letter);
    }
}
