package dev.crescent.insight;

import dev.crescent.train.History;
import java.util.List;

/// Loss and accuracy over the epochs of a run, with marks and the runs kept for comparison.
///
/// The arrays may be longer than `count`; only the first `count` entries are read, and nobody writes into those. NaN is
/// a missing value. Epochs ascend, from 0, and need not be whole; accuracies are from 0 to 1.
///
/// @param now of the state that the other views show: after a divergence the curves go on to where it led
public record CurveData(double[] epochs, double[] trainLoss, double[] testLoss, double[] trainAccuracy,
                        double[] testAccuracy, int count, List<Mark> marks, List<Ghost> ghosts, Values now) {
    /// A run without a single epoch.
    public static final CurveData EMPTY = new CurveData(new double[0], new double[0], new double[0], new double[0],
            new double[0], 0, List.of(), List.of());

    /// A run's history.
    ///
    /// @param ghosts runs kept for comparison
    public static CurveData of(History history, List<Ghost> ghosts) {
        return new CurveData(history.column(0), history.column(1), history.column(2), history.column(3),
                history.column(4), history.size(),
                history.marks().stream().map(mark -> new Mark(mark.epoch(), mark.text())).toList(), ghosts);
    }

    /// Curves that end now.
    public CurveData(double[] epochs, double[] trainLoss, double[] testLoss, double[] trainAccuracy,
                     double[] testAccuracy, int count, List<Mark> marks, List<Ghost> ghosts) {
        this(epochs, trainLoss, testLoss, trainAccuracy, testAccuracy, count, marks, ghosts,
                count < 1 || count > Math.min(Math.min(trainLoss.length, testLoss.length),
                        Math.min(trainAccuracy.length, testAccuracy.length)) ? Values.NONE
                        : new Values(trainLoss[count - 1], testLoss[count - 1], trainAccuracy[count - 1],
                                testAccuracy[count - 1]));
    }

    /// @throws IllegalArgumentException if an array is shorter than `count`
    public CurveData {
        int shortest = Math.min(Math.min(epochs.length, Math.min(trainLoss.length, testLoss.length)),
                Math.min(trainAccuracy.length, testAccuracy.length));
        if (count < 0 || count > shortest) {
            throw new IllegalArgumentException(
                    "Curves of " + count + " points need arrays as long, the shortest has " + shortest);
        }
        marks = List.copyOf(marks);
        ghosts = List.copyOf(ghosts);
    }

    /// The same curves, of a run of which another moment is shown.
    public CurveData at(Values moment) {
        return new CurveData(epochs, trainLoss, testLoss, trainAccuracy, testAccuracy, count, marks, ghosts, moment);
    }

    /// Whether these curves differ in the moment alone, at most.
    public boolean isSameBut(CurveData other) {
        return epochs == other.epochs && trainLoss == other.trainLoss && testLoss == other.testLoss
                && trainAccuracy == other.trainAccuracy && testAccuracy == other.testAccuracy && count == other.count
                && marks == other.marks && ghosts == other.ghosts;
    }

    /// Losses and accuracies of one moment, NaN where missing.
    public record Values(double trainLoss, double testLoss, double trainAccuracy, double testAccuracy) {
        /// Nothing is measured yet.
        public static final Values NONE = new Values(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /// Something changed at an epoch: a few words, such as "rate 0.01".
    public record Mark(double epoch, String text) {}

    /// An earlier run: its name and its test curves, or its training curves where it had no test part.
    ///
    /// @param epochs ascending; the other arrays are as long, NaN where missing
    public record Ghost(String name, double[] epochs, double[] loss, double[] accuracy) {
        /// @throws IllegalArgumentException if the arrays differ in length
        public Ghost {
            if (loss.length != epochs.length || accuracy.length != epochs.length) {
                throw new IllegalArgumentException("The curves of " + name + " differ in length: "
                        + epochs.length + " epochs, " + loss.length + " losses, " + accuracy.length + " accuracies");
            }
        }
    }
}
