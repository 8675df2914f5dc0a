package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.Region;
import org.junit.jupiter.api.Test;

class HomesTest {
    private static final Region HOME = Region.square(2, 0);

    @Test
    void thePictureStaysWhileAllPointsAreInIt() {
        assertThat(Homes.suits(HOME, Region.square(1.5, 0), 10)).isTrue();
    }

    @Test
    void thePictureMovesToPointsOutsideIt() {
        assertThat(Homes.suits(HOME, new Region(1, 5, -2, 2), 10)).isFalse();
    }

    @Test
    void thePictureMovesInOnAMuchSmallerSet() {
        assertThat(Homes.suits(HOME, Region.square(1, 0), 10)).isFalse();
    }

    @Test
    void thePictureStaysWhereAllPointsWereErased() {
        assertThat(Homes.suits(HOME, Region.square(0.1, 0), 0)).isTrue();
    }
}
