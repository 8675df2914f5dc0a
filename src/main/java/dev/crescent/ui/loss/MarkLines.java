package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.TextFit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Where the marks of a chart lie: lines that nearly coincide are one, and of texts that would overlap the newest stays.
final class MarkLines {
    /// Marks nearer to each other, in pixels, share a line.
    private static final double TOGETHER = 3;
    /// Between a line and its text.
    private static final double BESIDE = 4;
    private static final double AIR = 8;

    private MarkLines() {}

    /// @param text of the newest of the line's marks; empty where it has no room
    /// @param start the text's left edge
    record Line(double x, String text, double start) {}

    /// The lines, the newest one last.
    ///
    /// @param marks the newest one last
    static List<Line> of(List<CurveData.Mark> marks, Scale across) {
        List<Line> lines = new ArrayList<>();
        for (CurveData.Mark mark : marks) {
            double x = Math.round(across.at(mark.epoch())) + 0.5;
            if (x >= across.from() && x <= across.to() + 1) {
                boolean together = !lines.isEmpty() && Math.abs(x - lines.getLast().x()) < TOGETHER;
                double shared = together ? lines.removeLast().x() : x;
                lines.add(new Line(shared, mark.text(), Double.NaN));
            }
        }
        return withRoom(lines, across);
    }

    /// Each text lies to the right of its line, or to the left where the labels of the curves' ends would be in the way.
    private static List<Line> withRoom(List<Line> lines, Scale across) {
        List<Line> placed = new ArrayList<>();
        for (Line line : lines.reversed()) {
            double wide = TextFit.width(line.text());
            boolean rightward = line.x() + BESIDE + wide <= across.to();
            double start = rightward ? line.x() + BESIDE : line.x() - BESIDE - wide;
            boolean free = start >= across.from() && placed.stream().noneMatch(newer -> overlaps(newer, start, wide));
            placed.add(new Line(line.x(), free ? line.text() : "", start));
        }
        Collections.reverse(placed);
        return placed;
    }

    private static boolean overlaps(Line newer, double start, double wide) {
        double newerWide = TextFit.width(newer.text());
        return !newer.text().isEmpty() && start < newer.start() + newerWide + AIR && newer.start() < start + wide + AIR;
    }
}
