package dev.crescent.app;

import dev.crescent.insight.CurveData;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import java.util.List;

/// A run as the curves show it.
final class Curves {
    private Curves() {}

    static CurveData of(Snapshot snapshot, List<CurveData.Ghost> ghosts) {
        return CurveData.of(snapshot.history(), ghosts).at(values(snapshot));
    }

    /// What was measured at a moment.
    static CurveData.Values values(Snapshot snapshot) {
        return new CurveData.Values(snapshot.train().loss(), snapshot.test().loss(), snapshot.train().accuracy(),
                snapshot.test().accuracy());
    }

    /// A run kept for comparison: its test curves, or its training curves where it has no test part.
    static CurveData.Ghost ghost(String name, History history) {
        double[] test = history.column(2);
        // The start is always finite; where the loss was no number at the end, the run went astray.
        boolean tested = test.length > 0 && !Double.isNaN(test[0]);
        return new CurveData.Ghost(name, history.column(0), tested ? test : history.column(1),
                history.column(tested ? 4 : 3));
    }
}
