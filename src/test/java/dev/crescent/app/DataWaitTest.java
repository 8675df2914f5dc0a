package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataWaitTest {
    private static final Data POINTS = Experiment.defaults().data();
    private static final Data TABLE = table("large.csv");
    private static final Data IMAGES = POINTS.withSource(new Source.Images(ImageSet.MNIST, null, 0));
    private static final long LATER = 7 + DataWait.PATIENCE_NANOS;

    private final DataWait wait = new DataWait();

    private static Data table(String path) {
        return POINTS.withSource(new Source.Csv(path, "", Task.CLASSIFICATION, List.of(), List.of(), null));
    }

    @Test
    void aTableIsToldOfOnlyWhereReadingItTakesLong() {
        assertThat(wait.tells(TABLE, POINTS, false, 7)).isFalse();
        assertThat(wait.tells(TABLE, POINTS, false, LATER - 1)).isFalse();
        assertThat(wait.tells(TABLE, POINTS, false, LATER)).isTrue();
        assertThat(wait.tells(TABLE, TABLE, false, LATER + 1)).isFalse();
    }

    @Test
    void theFirstTableOfAllIsWaitedForToo() {
        assertThat(wait.tells(TABLE, null, false, 7)).isFalse();
        assertThat(wait.tells(TABLE, null, false, LATER)).isTrue();
    }

    @Test
    void eachTableHasItsOwnTime() {
        wait.tells(TABLE, POINTS, false, 7);
        assertThat(wait.tells(table("other.csv"), POINTS, false, LATER)).isFalse();
        assertThat(wait.tells(TABLE, POINTS, false, LATER + 1)).isFalse();
    }

    @Test
    void aTableThatIsOnlySplitOtherwiseStaysInSight() {
        assertThat(wait.tells(TABLE.withSeed(9), TABLE, false, 7)).isFalse();
        assertThat(wait.tells(TABLE.withSeed(9), TABLE, false, LATER)).isFalse();
    }

    @Test
    void imagesAreToldOfAtOnceAndPointsNever() {
        assertThat(wait.tells(IMAGES, POINTS, false, 7)).isTrue();
        assertThat(wait.tells(IMAGES, IMAGES, false, 8)).isFalse();
        assertThat(wait.tells(POINTS, IMAGES, false, 9)).isFalse();
    }
}
