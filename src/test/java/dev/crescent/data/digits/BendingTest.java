package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BendingTest {
    private static final int MANY = 4000;

    @Test
    void theSineIsASine() {
        for (double turns = -3; turns < 3; turns += 0.001) {
            assertThat(Wave.sine(turns)).isCloseTo(StrictMath.sin(2 * Math.PI * turns), within(1e-7));
            assertThat(Wave.cosine(turns)).isCloseTo(StrictMath.cos(2 * Math.PI * turns), within(1e-7));
        }
    }

    /// The tops of digits lean to the right by 0.22 of their height, some more and some to the left.
    @Test
    void digitsLeanToTheRight() {
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < MANY; seed++) {
            Trace bar = bar(seed);
            new Bending(new SplittableRandom(seed).split()).bend(bar);
            double slant = (bar.x[0] - bar.x[12]) / (bar.y[12] - bar.y[0]);
            sum += slant;
            squares += slant * slant;
        }
        double mean = sum / MANY;
        assertThat(mean).isCloseTo(0.22, within(0.04));
        assertThat(Math.sqrt(squares / MANY - mean * mean)).isBetween(0.28, 0.42);
    }

    /// A vertical bar without any tremble.
    private static Trace bar(int seed) {
        Style style = StyleReader.read(List.of("1|1|bar|0,0 0,50 0,100")).getFirst();
        Stroke stroke = style.strokes().getFirst();
        Trace trace = new Trace(13, 1);
        trace.add(stroke, stroke.x, stroke.y, seed % 2);
        return trace;
    }

    @Test
    void aSquareBecomesWiderOrNarrowerAndATrapezeAndTurns() {
        double[] aspect = new double[MANY];
        double[] taper = new double[MANY];
        double[] turn = new double[MANY];
        for (int seed = 0; seed < MANY; seed++) {
            Trace square = square();
            new Bending(new SplittableRandom(seed).split()).bend(square);
            double top = length(square, 0, 6);
            double bottom = length(square, 18, 12);
            aspect[seed] = Math.log((top + bottom) / 2);
            taper[seed] = (top - bottom) / (top + bottom);
            turn[seed] = Math.toDegrees(Math.atan2(square.y[6] - square.y[0], square.x[6] - square.x[0]));
        }
        assertThat(mean(aspect)).isCloseTo(0, within(0.05));
        assertThat(deviation(aspect)).isCloseTo(0.27, within(0.04));
        assertThat(deviation(taper)).as("0.22, and waves").isBetween(0.21, 0.26);
        assertThat(deviation(turn)).as("6 degrees, and waves").isBetween(6.3, 9.0);
    }

    private static Trace square() {
        Style style = StyleReader.read(List.of("0|1|square|0,0! 100,0! 100,100! 0,100! 0,0")).getFirst();
        Stroke stroke = style.strokes().getFirst();
        Trace trace = new Trace(style.samples(), 1);
        trace.add(stroke, stroke.x, stroke.y, 0);
        return trace;
    }

    private static double length(Trace trace, int from, int to) {
        return Math.hypot(trace.x[to] - trace.x[from], trace.y[to] - trace.y[from]);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
    }

    @Test
    void wavesBendABarAndProportionsMoveItsMiddle() {
        double[] bow = new double[MANY];
        double[] middle = new double[MANY];
        for (int seed = 0; seed < MANY; seed++) {
            Trace bar = bar(seed);
            new Bending(new SplittableRandom(seed).split()).bend(bar);
            double dx = bar.x[12] - bar.x[0];
            double dy = bar.y[12] - bar.y[0];
            double square = dx * dx + dy * dy;
            bow[seed] = ((bar.x[6] - bar.x[0]) * dy - (bar.y[6] - bar.y[0]) * dx) / square;
            middle[seed] = ((bar.x[6] - bar.x[0]) * dx + (bar.y[6] - bar.y[0]) * dy) / square;
        }
        assertThat(deviation(bow)).isBetween(0.02, 0.06);
        assertThat(mean(middle)).isCloseTo(0.5, within(0.01));
        assertThat(deviation(middle)).as("0.045, and waves").isBetween(0.069, 0.081);
    }

    @Test
    void aHandPutsPointsAboutWhereTheyBelong() {
        Style style = StyleReader.read(List.of("2|1|bow|0,0 50,20 100,40 50,60 0,80 0,100")).getFirst();
        double middle = 0;
        double neighbors = 0;
        double end = 0;
        for (int seed = 0; seed < MANY; seed++) {
            Trace trace = new Hand(new SplittableRandom(seed).split()).write(style);
            middle += Math.pow(trace.x[12] - 1, 2);
            neighbors += (trace.x[12] - 1) * (trace.x[18] - 0.5);
            end += Math.pow(trace.x[0], 2);
        }
        // Point and stroke; and at the end its own, and 0.165 of the 0.5 to the next point.
        assertThat(Math.sqrt(middle / MANY)).isCloseTo(Math.hypot(0.05, 0.025), within(0.004));
        // The stroke moves as one, and of half of a point's variance two thirds are its neighbor's.
        assertThat(neighbors / MANY).isCloseTo(0.025 * 0.025 + 0.05 * 0.05 / 3, within(0.0003));
        assertThat(Math.sqrt(end / MANY)).isBetween(0.105, 0.135);
    }
}
