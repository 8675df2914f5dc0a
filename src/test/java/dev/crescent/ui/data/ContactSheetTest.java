package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
    private static final Palette PALETTE = Palette.of(Theme.DARK);

    private static Dataset data(List<Integer> shape, int[] labels, float... raw) {
        int width = raw.length / labels.length;
        Dataset.Samples train = new Dataset.Samples(labels.length, raw, raw, width, labels, new float[labels.length]);
        return new Dataset(Task.CLASSIFICATION, List.of("a", "b"), List.of("p", "q"), shape, train, train, null);
    }

    @Test
    void aColumnIsAClassAndARowItsNextSample() {
        ContactSheet sheet = ContactSheet.of(data(List.of(1, 1, 2), new int[] {1, 0, 1}, 0, 255, 255, 255, 51, 0), 2, PALETTE);
        assertThat(sheet.width()).isEqualTo(2 + 2 + 2);
        assertThat(sheet.height()).isEqualTo(1 + 2 + 1);
        int paper = PALETTE.inkArgb(0);
        int ink = PALETTE.inkArgb(1);
        assertThat(sheet.argb()).startsWith(ink, ink, 0, 0, paper, ink);
        assertThat(sheet.argb()).endsWith(0, 0, 0, 0, PALETTE.inkArgb(0.2), paper);
    }

    @Test
    void threeChannelsAreColors() {
        ContactSheet sheet = ContactSheet.of(data(List.of(3, 1, 1), new int[] {0, 1}, 1, 0, 0, 0, 0, 1), 1, PALETTE);
        assertThat(sheet.argb()).containsExactly(0xffff0000, 0, 0, 0xff0000ff);
    }
}
