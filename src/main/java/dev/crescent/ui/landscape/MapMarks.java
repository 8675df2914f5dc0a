package dev.crescent.ui.landscape;

import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// What lies on a landscape seen from above: the paths, where they start, and the balls, which move apart where they
/// would cover each other's letters; then a line leads to where a ball belongs.
final class MapMarks {
    private static final double CORE = 2.25;
    private static final double CASING = 4.5;
    private static final double SELECTED_MORE = 1.25;
    private static final double FADED_PATH = 0.5;
    private static final double FADED_BALL = 0.8;
    private static final double RING = 2;
    private static final double LEAST_APART = 1.8;
    private static final double LETTER = 12;
    private static final double START = 5;
    /// Starts nearer than this are one.
    private static final double SAME = 4;
    private static final double AWAY = 3;
    private static final double LONGEST_ARROW = 44;
    private static final double ARROW_HEAD = 5;

    private final List<Track> tracks;
    private final List<Way> ways;
    private final Surface surface;
    private final double size;
    private final int selected;
    private final double[] ballX;
    private final double[] ballY;

    MapMarks(Laid laid, double size, int selected) {
        tracks = laid.landscape().tracks();
        ways = laid.ways();
        surface = laid.landscape().surface();
        this.size = size;
        this.selected = selected;
        ballX = new double[tracks.size()];
        ballY = new double[tracks.size()];
        for (int i = 0; i < ballX.length; i++) {
            double x = trueX(i);
            double y = trueY(i);
            boolean inside = x >= 0 && y >= 0 && x <= size && y <= size;
            ballX[i] = inside ? x : Double.NaN;
            ballY[i] = inside ? y : Double.NaN;
        }
        Spread.apart(ballX, ballY, ballX.length, LEAST_APART * Balls.RADIUS);
        for (int i = 0; i < ballX.length; i++) {
            double room = Math.min(size / 2, radius(i) + 1);
            ballX[i] = Math.clamp(ballX[i], room, size - room);
            ballY[i] = Math.clamp(ballY[i], room, size - room);
        }
    }

    private double trueX(int track) {
        return surface.across(tracks.get(track).lastA()) * size;
    }

    private double trueY(int track) {
        return (1 - surface.up(tracks.get(track).lastB())) * size;
    }

    private double radius(int track) {
        return track == selected ? Balls.SELECTED_RADIUS : Balls.RADIUS;
    }

    /// The track whose ball is at a place, as its index; -1 for none.
    int ballAt(double x, double y) {
        int found = -1;
        for (int i = 0; i < ballX.length; i++) {
            if (Math.hypot(x - ballX[i], y - ballY[i]) <= radius(i) && (found < 0 || found != selected)) {
                found = i;
            }
        }
        return found;
    }

    void paint(Pen g, Palette palette) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        List<Integer> order = order();
        for (int i : order) {
            fade(g, i, FADED_PATH);
            path(g, palette, i);
        }
        for (int i : order) {
            fade(g, i, FADED_PATH);
            arrows(g, palette, i);
        }
        g.setGlobalAlpha(1);
        starts(g, palette);
        for (int i : order) {
            fade(g, i, FADED_BALL);
            if (!Double.isNaN(ballX[i])) {
                ball(g, palette, i);
            }
        }
        g.setGlobalAlpha(1);
    }

    /// The selected one last.
    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            if (i != selected) {
                order.add(i);
            }
        }
        if (selected >= 0 && selected < tracks.size()) {
            order.add(selected);
        }
        return order;
    }

    private void fade(Pen g, int track, double others) {
        g.setGlobalAlpha(selected < 0 || selected == track ? 1 : others);
    }

    private void path(Pen g, Palette palette, int track) {
        double more = track == selected ? SELECTED_MORE : 0;
        Way way = ways.get(track);
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? palette.color("path-casing") : color(palette, track));
            g.setLineWidth((pass == 0 ? CASING : CORE) + more);
            int from = 0;
            for (int i = 0; i <= way.length(); i++) {
                if (i == way.length() || Float.isNaN(way.across()[i] + way.up()[i])) {
                    stroke(g, way, from, i);
                    from = i + 1;
                }
            }
        }
    }

    private void stroke(Pen g, Way way, int from, int to) {
        int count = to - from;
        if (count < 2) {
            return;
        }
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = way.across()[from + i] * size;
            y[i] = (1 - way.up()[from + i]) * size;
        }
        g.strokePolyline(x, y, count);
    }

    /// All of a track's arrows have one scale: that of the one which is drawn as long as an arrow can be.
    private void arrows(Pen g, Palette palette, int track) {
        Track.Arrows arrows = tracks.get(track).arrows();
        double scaleX = size / (surface.aMax() - surface.aMin());
        double scaleY = size / (surface.bMax() - surface.bMin());
        double longest = arrows.whole() * Math.min(scaleX, scaleY);
        for (int i = 0; i < arrows.count() && !(arrows.whole() > 0); i++) {
            longest = Math.max(longest, Math.hypot(arrows.a()[i] * scaleX, arrows.b()[i] * scaleY));
        }
        if (!(longest > 0) || !Double.isFinite(longest) || Double.isNaN(ballX[track])) {
            return;
        }
        g.setStroke(color(palette, track));
        g.setLineWidth(1);
        for (int i = 0; i < arrows.count(); i++) {
            arrow(g, trueX(track), trueY(track), arrows.a()[i] * scaleX / longest * LONGEST_ARROW,
                    -arrows.b()[i] * scaleY / longest * LONGEST_ARROW);
        }
    }

    private static void arrow(Pen g, double x, double y, double dx, double dy) {
        double length = Math.hypot(dx, dy);
        if (!(length > 1)) {
            return;
        }
        double start = Balls.RADIUS / length;
        double endX = x + (1 + start) * dx;
        double endY = y + (1 + start) * dy;
        g.strokeLine(x + start * dx, y + start * dy, endX, endY);
        double head = Math.min(ARROW_HEAD, length / 2) / length;
        g.strokeLine(endX, endY, endX - head * (dx + 0.6 * dy), endY - head * (dy - 0.6 * dx));
        g.strokeLine(endX, endY, endX - head * (dx - 0.6 * dy), endY - head * (dy + 0.6 * dx));
    }

    private void starts(Pen g, Palette palette) {
        List<double[]> places = new ArrayList<>();
        for (Track track : tracks) {
            double x = track.length() == 0 ? Double.NaN : surface.across(track.a()[0]) * size;
            double y = track.length() == 0 ? Double.NaN : (1 - surface.up(track.b()[0])) * size;
            boolean inside = x >= 0 && y >= 0 && x <= size && y <= size;
            if (inside && places.stream().noneMatch(at -> Math.hypot(at[0] - x, at[1] - y) < SAME)) {
                places.add(new double[] {x, y});
            }
        }
        for (double[] at : places) {
            disc(g, at[0], at[1], START + 1.5, palette.color("ball-ink"));
            disc(g, at[0], at[1], START, palette.color("ball-ring"));
        }
        if (places.size() == 1) {
            word(g, palette, places.getFirst()[0], places.getFirst()[1]);
        }
    }

    /// "start", to the right of the dot, or on the first other side that has room, no ball and best no path; if none
    /// has, it is left out, as where all balls still lie around it.
    private void word(Pen g, Palette palette, double x, double y) {
        String word = Texts.get("landscape.start");
        double width = TextFit.width(word, Fonts.bold(LETTER));
        double beside = START + 6 + width / 2;
        double[][] middles = {{x + beside, y}, {x - beside, y}, {x, y - START - 12}, {x, y + START + 12}};
        List<double[]> free = Arrays.stream(middles).filter(at -> isFree(at[0], at[1], width / 2 + 2)).toList();
        free.stream().filter(at -> !isCrossed(at[0], at[1], width / 2 + 2)).findFirst()
                .or(() -> free.stream().findFirst()).ifPresent(at -> write(g, palette, word, at));
    }

    /// Whether a path runs through where a word would lie.
    private boolean isCrossed(double x, double y, double halfWidth) {
        for (Way way : ways) {
            for (int i = 0; i < way.length(); i++) {
                if (Math.abs(way.across()[i] * size - x) < halfWidth
                        && Math.abs((1 - way.up()[i]) * size - y) < LETTER / 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void write(Pen g, Palette palette, String word, double[] middle) {
        g.setFont(Fonts.bold(LETTER));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setStroke(palette.color("path-casing"));
        g.setLineWidth(3);
        g.strokeText(word, middle[0], middle[1]);
        g.setFill(palette.color("ball-ring"));
        g.fillText(word, middle[0], middle[1]);
    }

    private boolean isFree(double x, double y, double halfWidth) {
        boolean free = x - halfWidth > 0 && x + halfWidth < size && y - LETTER > 0 && y + LETTER < size;
        for (int i = 0; i < ballX.length; i++) {
            double outX = Math.max(0, Math.abs(ballX[i] - x) - halfWidth);
            double outY = Math.max(0, Math.abs(ballY[i] - y) - LETTER / 2);
            free &= !(Math.hypot(outX, outY) < radius(i));
        }
        return free;
    }

    private void ball(Pen g, Palette palette, int track) {
        double x = ballX[track];
        double y = ballY[track];
        double radius = radius(track);
        Color color = color(palette, track);
        double away = Math.hypot(x - trueX(track), y - trueY(track));
        if (away > AWAY) {
            line(g, track, palette.color("path-casing"), 3);
            line(g, track, color, 1.5);
            disc(g, trueX(track), trueY(track), 3.5, palette.color("ball-ink"));
            disc(g, trueX(track), trueY(track), 2.5, color);
        }
        disc(g, x, y, radius + 1, palette.color("path-casing").deriveColor(0, 1, 1, 0.6));
        disc(g, x, y, radius, palette.color("ball-ring"));
        disc(g, x, y, radius - RING, color);
        g.setFont(Fonts.bold(LETTER));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(palette.color("ball-ink"));
        g.fillText(tracks.get(track).letter(), x, y);
    }

    private void line(Pen g, int track, Color color, double width) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.strokeLine(trueX(track), trueY(track), ballX[track], ballY[track]);
    }

    private static void disc(Pen g, double x, double y, double radius, Color color) {
        g.setFill(color);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private Color color(Palette palette, int track) {
        return TrackColors.fill(palette, tracks.get(track).color());
    }
}
