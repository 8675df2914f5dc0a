package dev.crescent.insight.landscape;

import dev.crescent.train.Snapshot;
import dev.crescent.train.Thinning;
import java.util.ArrayList;
import java.util.List;

/// Keeps the way of one run through the space of parameters in bounded memory: its start, every snapshot of late, and
/// fewer and fewer the longer ago they are, see [Thinning], but those where the way bends. Used by one thread; snapshots'
/// arrays are kept, not copied.
public final class PathRecorder {
    /// So many points are a smooth line, and few enough for the principal components of the path.
    private static final int MOST_POINTS = 200;
    /// A line of fewer points is none.
    private static final int LEAST_POINTS = 16;
    private static final long MOST_BYTES = 64L << 20;

    /// How much a bend is worth: one as far off as all of the way is long, so many gaps as long as the run.
    private static final double BEND = 50;

    /// Of more parameters finding bends takes too long for a frame.
    private static final int MOST_FOR_BENDS = 100_000;

    private final int mostPoints;
    private final long mostBytes;
    private final List<PathPoint> points = new ArrayList<>();
    private final List<Double> bends = new ArrayList<>(); // how far off each point is, see look()
    private long run = Long.MIN_VALUE;

    /// For at most 200 points, and of large networks as many as 64 MB hold, but at least 16.
    public PathRecorder() {
        this(MOST_POINTS, MOST_BYTES);
    }

    /// For fewer points or less memory.
    ///
    /// @param mostPoints 16 or more
    /// @param mostBytes of parameters; at least 16 points are kept all the same
    public PathRecorder(int mostPoints, long mostBytes) {
        this.mostPoints = mostPoints;
        this.mostBytes = mostBytes;
    }

    /// Takes a snapshot; one of another run, or of another network, begins a new path.
    public void add(Snapshot snapshot) {
        add(snapshot.run(), PathPoint.of(snapshot));
    }

    /// Takes a point. One of the same step as the last replaces it, as after a change by hand; one of an earlier step takes
    /// the path back to there.
    ///
    /// @param ofRun the number of the point's run
    public void add(long ofRun, PathPoint point) {
        if (ofRun != run || (!points.isEmpty() && points.getLast().parameters().length != point.parameters().length)) {
            points.clear();
            bends.clear();
            run = ofRun;
        }
        while (!points.isEmpty() && points.getLast().step() >= point.step()) {
            points.removeLast();
            bends.removeLast();
        }
        points.add(point);
        bends.add(0.0);
        look(points.size() - 2);
        if (points.size() > room(point)) {
            forget();
        }
    }

    private void forget() {
        double far = length();
        double worth = far > 0 ? BEND / far : 0;
        int least = Thinning.leastMissed(points.size(), i -> points.get(i).step(), i -> worth * bends.get(i));
        points.remove(least);
        bends.remove(least);
        look(least - 1);
        look(least);
    }

    /// How far the end is from the start.
    private double length() {
        float[] from = points.getFirst().parameters();
        float[] to = points.getLast().parameters();
        double squares = 0;
        for (int i = 0; i < from.length; i++) {
            squares += ((double) to[i] - from[i]) * ((double) to[i] - from[i]);
        }
        return Math.sqrt(squares);
    }

    /// Finds out how far off a point is from the straight way between its neighbors, by the share of steps.
    private void look(int index) {
        if (index > 0 && index < points.size() - 1 && points.get(index).parameters().length <= MOST_FOR_BENDS) {
            PathPoint before = points.get(index - 1);
            PathPoint at = points.get(index);
            PathPoint after = points.get(index + 1);
            double share = (double) (at.step() - before.step()) / (after.step() - before.step());
            double squares = 0;
            for (int i = 0; i < at.parameters().length; i++) {
                double off = at.parameters()[i] - (1 - share) * before.parameters()[i] - share * after.parameters()[i];
                squares += off * off;
            }
            bends.set(index, Double.isFinite(squares) ? Math.sqrt(squares) : 0);
        }
    }

    private int room(PathPoint point) {
        long bytes = (long) Float.BYTES * Math.max(1, point.parameters().length);
        return Math.clamp(mostBytes / bytes, Math.min(LEAST_POINTS, mostPoints), mostPoints);
    }

    /// The path so far, oldest first.
    public List<PathPoint> path() {
        return List.copyOf(points);
    }
}
