package dev.crescent.cli;

import dev.crescent.engine.Metrics;
import dev.crescent.insight.CurveData;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PathRecorder;
import dev.crescent.train.Run;
import dev.crescent.ui.picture.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// The moments of a run that pictures are made of.
final class Recording implements EpochWatcher {
    private static final int COLUMNS = 5;

    private final boolean curves;
    private final @Nullable PathRecorder path;
    private final LongPredicate kept;
    private final List<Moment> moments = new ArrayList<>();
    private double[][] rows = new double[COLUMNS][64]; // epoch, losses, accuracies
    private int count;

    /// @param curves whether every epoch's losses are wanted
    /// @param path whether every epoch's parameters are wanted
    /// @param kept of which epochs a moment is kept; the last one always is
    Recording(boolean curves, boolean path, LongPredicate kept) {
        this.curves = curves;
        this.path = path ? new PathRecorder() : null;
        this.kept = kept;
    }

    @Override
    public boolean wants(long epoch) {
        return curves || path != null || kept.test(epoch);
    }

    @Override
    public void measured(Run run, long epoch, Metrics train, Metrics test, double seconds) {
        if (curves) {
            add((double) epoch, train.loss(), test.loss(), train.accuracy(), test.accuracy());
        }
        // The newest is always there, in case it is the last; one that was only that goes.
        if (!moments.isEmpty() && !kept.test((long) moments.getLast().epoch())) {
            moments.removeLast();
        }
        float[] parameters = run.parameters();
        if (path != null) {
            path.add(0, new PathPoint(run.step(), train.loss(), test.loss(), parameters));
        }
        moments.add(new Moment(epoch, train, test, parameters, path == null ? List.of() : path.path(), curves()));
    }

    /// The kept moments, the last one of the run at the end.
    List<Moment> moments() {
        return List.copyOf(moments);
    }

    private void add(double... row) {
        if (count == rows[0].length) {
            rows = Arrays.stream(rows).map(column -> Arrays.copyOf(column, 2 * count)).toArray(double[][]::new);
        }
        for (int i = 0; i < COLUMNS; i++) {
            rows[i][count] = row[i];
        }
        count++;
    }

    /// Later epochs are written behind the first `count` entries, so that nothing needs to be copied.
    private CurveData curves() {
        return curves ? new CurveData(rows[0], rows[1], rows[2], rows[3], rows[4], count, List.of(), List.of())
                : CurveData.EMPTY;
    }
}
