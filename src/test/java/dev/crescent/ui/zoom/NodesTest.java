package dev.crescent.ui.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Group;
import org.junit.jupiter.api.Test;

class NodesTest {
    @Test
    void aNodeIsWithinItselfAndAllThatHoldIt() {
        Group inner = new Group();
        Group outer = new Group(new Group(inner));
        assertThat(Nodes.isWithin(inner, inner)).isTrue();
        assertThat(Nodes.isWithin(inner, outer)).isTrue();
        assertThat(Nodes.isWithin(outer, inner)).isFalse();
        assertThat(Nodes.isWithin(null, outer)).isFalse();
    }
}
