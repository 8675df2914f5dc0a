package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.digits.PadStroke.Tool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PadStrokeTest {
    @Test
    void aTremblingPenLeavesOnlyPointsThatAreApart() {
        PadStroke stroke = PadStroke.at(Tool.PEN, 0.04, 0.2, 0.5);
        for (int i = 1; i <= 300; i++) {
            stroke = stroke.to(0.2 + 0.002 * i, 0.5 + (i % 2 == 0 ? 0.003 : -0.003));
        }
        assertThat(stroke.points()).isBetween(30, 75);
        for (int i = 0; i + 2 < stroke.points(); i++) {
            assertThat(Math.hypot(stroke.x(i + 1) - stroke.x(i), stroke.y(i + 1) - stroke.y(i)))
                    .as("from point %d", i).isGreaterThanOrEqualTo(PadStroke.NEAREST);
        }
    }

    @Test
    void theLastPointIsAlwaysWhereThePenIs() {
        PadStroke stroke = PadStroke.at(Tool.PEN, 0.04, 0.2, 0.5);
        for (int i = 1; i <= 20; i++) {
            stroke = stroke.to(0.2 + 0.003 * i, 0.5);
            assertThat(stroke.x(stroke.points() - 1)).isEqualTo(0.2 + 0.003 * i);
        }
        assertThat(stroke.points()).isLessThan(10);
    }

    @Test
    void aPenThatStaysDrawsNothingNew() {
        PadStroke dot = PadStroke.at(Tool.PEN, 0.04, 0.2, 0.5);
        assertThat(dot.to(0.2, 0.5)).isSameAs(dot);
        PadStroke line = dot.to(0.4, 0.5);
        assertThat(line.to(0.4, 0.5)).isSameAs(line);
    }

    @Test
    void theCurveGoesThroughItsPoints() {
        PadStroke stroke = PadStrokes.pen(0.04, 0.1, 0.1, 0.5, 0.3, 0.52, 0.7, 0.2, 0.9);
        List<double[]> ends = lines(stroke);
        for (int p = 0; p < stroke.points(); p++) {
            int point = p;
            assertThat(ends).as("point %d", p)
                    .anySatisfy(end -> assertThat(Math.hypot(end[0] - stroke.x(point), end[1] - stroke.y(point)))
                            .isLessThan(1e-12));
        }
    }

    /// Barry and Goldman's pyramid, which is how centripetal splines are defined.
    @Test
    void betweenPointsItIsTheCentripetalSpline() {
        PadStroke stroke = PadStrokes.pen(0.04, 0.1, 0.2, 0.3, 0.8, 0.55, 0.75, 0.9, 0.1);
        List<double[]> ends = new ArrayList<>();
        PadCurve.cut(stroke, 1, 2, 280, (x1, y1, x2, y2) -> ends.add(new double[] {x2, y2}));
        assertThat(ends).hasSizeGreaterThan(4);
        for (int i = 0; i < ends.size(); i++) {
            double share = (i + 1.0) / ends.size();
            assertThat(ends.get(i)[0]).isCloseTo(pyramid(stroke, share, true), within(1e-12));
            assertThat(ends.get(i)[1]).isCloseTo(pyramid(stroke, share, false), within(1e-12));
        }
    }

    private static double pyramid(PadStroke s, double share, boolean x) {
        double[] t = new double[4];
        double[] value = new double[4];
        for (int i = 0; i < 4; i++) {
            value[i] = x ? s.x(i) : s.y(i);
            t[i] = i == 0 ? 0 : t[i - 1] + Math.sqrt(Math.hypot(s.x(i) - s.x(i - 1), s.y(i) - s.y(i - 1)));
        }
        double at = t[1] + share * (t[2] - t[1]);
        double a1 = mix(t[0], t[1], at, value[0], value[1]);
        double a2 = mix(t[1], t[2], at, value[1], value[2]);
        double a3 = mix(t[2], t[3], at, value[2], value[3]);
        return mix(t[1], t[2], at, mix(t[0], t[2], at, a1, a2), mix(t[1], t[3], at, a2, a3));
    }

    private static double mix(double from, double to, double at, double a, double b) {
        return ((to - at) * a + (at - from) * b) / (to - from);
    }

    /// A long way, then a tight turn: where a uniform spline would make a loop.
    @Test
    void aTightTurnDoesNotOvershoot() {
        List<double[]> ends = lines(PadStrokes.pen(0.04, 0.1, 0.5, 0.8, 0.5, 0.812, 0.51, 0.8, 0.52, 0.1, 0.52));
        assertThat(ends).allSatisfy(end -> {
            assertThat(end[0]).isBetween(0.09, 0.83);
            assertThat(end[1]).isBetween(0.47, 0.55);
        });
    }

    private static List<double[]> lines(PadStroke stroke) {
        List<double[]> ends = new ArrayList<>();
        ends.add(new double[] {stroke.x(0), stroke.y(0)});
        PadCurve.cut(stroke, 0, stroke.spans(), 280, (x1, y1, x2, y2) -> ends.add(new double[] {x2, y2}));
        return ends;
    }

    @Test
    void whatIsNoPenIsRefused() {
        assertThatThrownBy(() -> PadStroke.at(Tool.PEN, 0, 0.5, 0.5)).hasMessageContaining("radius");
        assertThatThrownBy(() -> PadStroke.at(Tool.PEN, Double.NaN, 0.5, 0.5)).hasMessageContaining("radius");
        assertThatThrownBy(() -> PadStroke.at(Tool.PEN, 0.1, 0.5, Double.NaN)).hasMessageContaining("NaN");
        PadStroke dot = PadStroke.at(Tool.PEN, 0.1, 0.5, 0.5);
        assertThatThrownBy(() -> dot.to(Double.POSITIVE_INFINITY, 0)).hasMessageContaining("Infinity");
    }
}
