package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    void aSquareStaysAboutASquare() {
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < MANY; seed++) {
            Style style = StyleReader.read(List.of("0|1|square|0,0! 100,0! 100,100! 0,100! 0,0")).getFirst();
            Stroke stroke = style.strokes().getFirst();
            Trace trace = new Trace(style.samples(), 1);
            trace.add(stroke, stroke.x, stroke.y, 0);
            new Bending(new SplittableRandom(seed).split()).bend(trace);
            double top = Math.hypot(trace.x[6] - trace.x[0], trace.y[6] - trace.y[0]);
            double bottom = Math.hypot(trace.x[18] - trace.x[12], trace.y[18] - trace.y[12]);
            double aspect = Math.log((top + bottom) / 2);
            sum += aspect;
            squares += aspect * aspect;
        }
        double mean = sum / MANY;
        assertThat(mean).isCloseTo(0, within(0.05));
        assertThat(Math.sqrt(squares / MANY - mean * mean)).isCloseTo(0.27, within(0.04));
    }

    @Test
    void aHandPutsPointsAboutWhereTheyBelong() {
        Style style = StyleReader.read(List.of("2|1|bow|0,0 50,20 100,40 50,60 0,80 0,100")).getFirst();
        double middle = 0;
        double end = 0;
        for (int seed = 0; seed < MANY; seed++) {
            Trace trace = new Hand(new SplittableRandom(seed).split()).write(style);
            middle += Math.pow(trace.x[12] - 1, 2);
            end += Math.pow(trace.x[0], 2);
        }
        // Point and stroke; and at the end its own, and 0.165 of the 0.5 to the next point.
        assertThat(Math.sqrt(middle / MANY)).isCloseTo(Math.hypot(0.05, 0.025), within(0.004));
        assertThat(Math.sqrt(end / MANY)).isBetween(0.105, 0.135);
    }
}
