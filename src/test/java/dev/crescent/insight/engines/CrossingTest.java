package dev.crescent.insight.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingTest {
    private static SpeedCurve curve(String id, double... rates) {
        List<SpeedCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] > 0) {
                points.add(new SpeedCurve.Point(8 << i, rates[i]));
            }
        }
        return new SpeedCurve(id, points, "");
    }

    /// Rates of `a x^-2` and `b x^-1` cross at a/b, wherever that lies between two sizes.
    @Test
    void linesOnLogarithmicAxesCrossWhereTheyWould() {
        double[] steep = new double[6];
        double[] flat = new double[6];
        for (int i = 0; i < 6; i++) {
            double size = 8 << i;
            steep[i] = 3e6 / (size * size);
            flat[i] = 3e4 / size;
        }
        List<Crossing> found = Crossing.of(List.of(curve("cpu", steep), curve("cuda", flat)));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().size()).isCloseTo(100, within(1e-9));
        assertThat(found.getFirst().rate()).isCloseTo(300, within(1e-9));
        assertThat(found.getFirst().before()).isEqualTo("cpu");
        assertThat(found.getFirst().after()).isEqualTo("cuda");
        assertThat(Crossing.last(List.of(curve("cpu", steep), curve("cuda", flat)))).isEqualTo("cuda");
    }

    @Test
    void whoLeadsByChanceDoesNotLead() {
        assertThat(Crossing.of(List.of(curve("cpu", 100, 100, 100), curve("nd4j", 80, 108, 108)))).as("level").isEmpty();
        assertThat(Crossing.of(List.of(curve("cpu", 100, 80, 100), curve("nd4j", 80, 95, 90)))).as("once").isEmpty();
        assertThat(Crossing.of(List.of(curve("cpu", 100, 80, 80), curve("nd4j", 80, 95, 90)))).hasSize(1);
        assertThat(Crossing.of(List.of(curve("cpu", 100, 100, 80), curve("nd4j", 90, 90, 95)))).as("at the end").hasSize(1);
        List<SpeedCurve> atFirst = List.of(curve("cpu", 100, 100, 100), curve("nd4j", 108, 60, 60));
        assertThat(Crossing.of(atFirst)).as("at the first size").isEmpty();
        assertThat(Crossing.last(atFirst)).isEqualTo("cpu");
        assertThat(Crossing.of(List.of(curve("cpu", 100, 100, 100), curve("nd4j", 130, 60, 60)))).hasSize(1);
    }

    /// It was ahead by a little before it was clearly ahead: the lead changes at the size where it is.
    @Test
    void whoIsLevelAlreadyTakesTheLeadAtAMeasuredSize() {
        List<Crossing> found = Crossing.of(List.of(curve("cpu", 100, 100, 50), curve("nd4j", 50, 102, 90)));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().size()).isEqualTo(16);
    }

    @Test
    void threeEnginesMayFollowEachOther() {
        assertThat(Crossing.of(List.of(curve("cpu", 100, 50, 10, 1, 1), curve("nd4j", 60, 60, 30, 10, 10), curve("cuda", 5, 5, 20, 90, 90))))
                .extracting(crossing -> crossing.before() + ">" + crossing.after()).containsExactly("cpu>nd4j", "nd4j>cuda");
    }

    @Test
    void whatIsNotMeasuredCrossesNothing() {
        assertThat(Crossing.of(List.of())).isEmpty();
        assertThat(Crossing.last(List.of(curve("cpu")))).isNull();
        assertThat(Crossing.of(List.of(curve("cpu", 100, 90), curve("cuda")))).isEmpty();
        List<Crossing> late = Crossing.of(List.of(curve("cpu", 100, 50, 25), curve("cuda", 0, 100, 100)));
        assertThat(late).as("an engine that begins later").hasSize(1);
        assertThat(late.getFirst().size()).isEqualTo(16);
        assertThat(late.getFirst().rate()).isEqualTo(100);
    }
}
