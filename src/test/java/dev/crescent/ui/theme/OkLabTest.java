package dev.crescent.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OkLabTest {
    @Test
    void agreesWithThePublishedValueOfRed() {
        double[] lab = OkLab.ofArgb(0xffff0000);
        assertThat(lab[0]).isCloseTo(0.6279554, within(1e-5));
        assertThat(lab[1]).isCloseTo(0.2248631, within(1e-5));
        assertThat(lab[2]).isCloseTo(0.1258463, within(1e-5));
    }

    @Test
    void comesBackToTheSameColor() {
        for (int argb : new int[] {0xff000000, 0xffffffff, 0xffd9640d, 0xff1f6fd0, 0xff0d1117, 0xff808080}) {
            double[] lab = OkLab.ofArgb(argb);
            assertThat(OkLab.toArgb(lab[0], lab[1], lab[2])).isEqualTo(argb);
        }
    }

    @Test
    void mixesHalfwayInLightness() {
        double[] black = OkLab.ofArgb(OkLab.mix(0xff000000, 0xffffffff, 0.5));
        assertThat(black[0]).isCloseTo(0.5, within(0.003));
    }

    @Test
    void keepsEveryStopOfARamp() {
        int[] table = OkLab.ramp(new double[] {0, 0.25, 1}, new int[] {0xff112233, 0xffddccbb, 0xff0044ff}, 401);
        assertThat(table[0]).isEqualTo(0xff112233);
        assertThat(table[100]).isEqualTo(0xffddccbb);
        assertThat(table[400]).isEqualTo(0xff0044ff);
    }
}
