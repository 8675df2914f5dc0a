package dev.crescent.ui.pen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Outlines in the language of SVG's `d` attribute.
final class Outlines {
    private static final int DECIMALS = 2;

    private Outlines() {}

    /// A number as short as it can be, to a hundredth of a pixel.
    static String number(double value) {
        return number(value, DECIMALS);
    }

    /// A number as short as it can be; 0 for what is no number.
    static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /// @param arc the diameter of the corners
    static String roundRect(double x, double y, double width, double height, double arc) {
        double r = Math.min(arc / 2, Math.min(width, height) / 2);
        String corner = "a" + point(r, r) + " 0 0 1 ";
        return "M" + point(x + r, y) + "h" + number(width - 2 * r) + corner + point(r, r) + "v" + number(height - 2 * r)
                + corner + point(-r, r) + "h" + number(2 * r - width) + corner + point(-r, -r)
                + "v" + number(2 * r - height) + corner + point(r, -r) + "z";
    }

    static String closed(List<double[]> outlines) {
        StringBuilder path = new StringBuilder();
        for (double[] outline : outlines) {
            for (int i = 0; i < outline.length; i += 2) {
                path.append(i == 0 ? 'M' : 'L').append(point(outline[i], outline[i + 1]));
            }
            path.append('z');
        }
        return path.toString();
    }

    static String lines(double[] x, double[] y, int count) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(x[i], y[i]));
        }
        return path.toString();
    }
}
