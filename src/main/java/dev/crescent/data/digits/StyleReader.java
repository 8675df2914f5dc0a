package dev.crescent.data.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads styles from text, one a line: `digit|weight|description|points`, where points are `x,y` in hundredths of the
/// digit's height, `!` behind one makes it a corner and `/` between two begins another stroke. Lines that begin with `#`
/// are comments.
final class StyleReader {
    private static final Pattern RECORD = Pattern.compile("([0-9])\\|([0-9]+(?:\\.[0-9]+)?)\\|([^|]+)\\|([^|]+)");
    private static final Pattern POINT = Pattern.compile("(-?[0-9]{1,3}),(-?[0-9]{1,3})(!?)");
    private static final double HUNDREDTH = 100;

    private StyleReader() {}

    /// @throws IllegalArgumentException with the line's number and what is wrong with it
    static List<Style> read(List<String> lines) {
        List<Style> styles = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("#")) {
                continue;
            }
            try {
                styles.add(style(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("styles, line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return styles;
    }

    private static Style style(String line) {
        Matcher fields = RECORD.matcher(line);
        if (!fields.matches()) {
            throw new IllegalArgumentException("is not digit|weight|description|points");
        }
        double weight = Double.parseDouble(fields.group(2));
        if (weight == 0) {
            throw new IllegalArgumentException("has the weight 0, so it would never be drawn");
        }
        List<Stroke> strokes = new ArrayList<>();
        for (String stroke : fields.group(4).split(" / ", -1)) {
            strokes.add(stroke(stroke));
        }
        return new Style(Integer.parseInt(fields.group(1)), weight, fields.group(3), strokes);
    }

    private static Stroke stroke(String text) {
        String[] points = text.split(" ", -1);
        if (points.length < 2) {
            throw new IllegalArgumentException("has a stroke of one point: \"" + text + "\"");
        }
        double[] x = new double[points.length];
        double[] y = new double[points.length];
        boolean[] corner = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            Matcher point = POINT.matcher(points[i]);
            if (!point.matches()) {
                throw new IllegalArgumentException("has a point that is not x,y: \"" + points[i] + "\"");
            }
            x[i] = Integer.parseInt(point.group(1)) / HUNDREDTH;
            y[i] = Integer.parseInt(point.group(2)) / HUNDREDTH;
            corner[i] = !point.group(3).isEmpty();
        }
        return new Stroke(x, y, corner);
    }
}
