package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PanelSizesTest {
    @Test
    void theDesignsSizesAreKept() {
        assertThat(PanelSizes.DESIGN.dataWidth(1224)).isEqualTo(256);
        assertThat(PanelSizes.DESIGN.outputWidth(1224)).isEqualTo(368);
        assertThat(PanelSizes.DESIGN.curvesHeight(704)).isEqualTo(208);
        assertThat(PanelSizes.DESIGN.dataWidth(1824)).isEqualTo(316);
        assertThat(PanelSizes.DESIGN.outputWidth(1824)).isEqualTo(496);
    }

    @Test
    void noPanelSqueezesTheNetworkOut() {
        PanelSizes greedy = new PanelSizes(9000, 9000, 9000);

        double left = 1224 - greedy.dataWidth(1224) - greedy.outputWidth(1224);

        assertThat(left).isGreaterThanOrEqualTo(400);
        assertThat(704 - greedy.curvesHeight(704)).isGreaterThanOrEqualTo(240);
    }

    @Test
    void noPanelVanishesByDragging() {
        PanelSizes tiny = new PanelSizes(1, 1, 1);

        assertThat(tiny.dataWidth(1224)).isEqualTo(240);
        assertThat(tiny.outputWidth(1224)).isEqualTo(280);
        assertThat(tiny.curvesHeight(704)).isEqualTo(140);
    }
}
