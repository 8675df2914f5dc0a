package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class GalleryViewTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final List<String> heard = new ArrayList<>();
    private GalleryView view;
    private GallerySheet sheet;
    private Stage stage;
    private int reads;

    /// Image i is of class i % 10 and all of one ink: full if it is of class 3.
    private final class Plain implements Images {
        private final int count;

        Plain(int count) {
            this.count = count;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public void pixels(int index, float[] into) {
            reads++;
            Arrays.fill(into, index % 10 == 3 ? 1 : 0);
        }

        @Override
        public int label(int index) {
            return index % 10;
        }
    }

    @BeforeEach
    void open() {
        heard.clear();
        view = new GalleryView();
        view.setListener(new GalleryView.Listener() {
            @Override
            public void chosen(int index) {
                heard.add("chosen " + index);
            }

            @Override
            public void deleted(int index) {
                heard.add("deleted " + index);
            }
        });
        stage = FxEvents.stage(view, 1100, 600);
        view.show(new Plain(70_000), 28, 28, DIGITS);
        FxExtension.pulse(stage.getScene());
        sheet = (GallerySheet) view.sheet();
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private String range() {
        return ((javafx.scene.control.Label) view.lookup("#gallery-range")).getText();
    }

    private String caption() {
        return ((javafx.scene.control.Label) view.lookup("#gallery-caption")).getText();
    }

    private int color(Shot shot, int place) {
        Point2D at = sheet.localToScene((place % sheet.across() + 0.5) * GallerySheet.PITCH,
                (place / sheet.across() + 0.5) * GallerySheet.PITCH);
        return shot.at(at.getX(), at.getY());
    }

    @Test
    void aPageShowsItsImagesAndSaysWhichTheyAre() {
        int page = sheet.across() * sheet.down();
        assertThat(range()).isEqualTo("1 to " + page + " of 70,000");
        Shot shot = Shot.of(stage);
        assertThat(color(shot, 13)).isEqualTo(palette.inkArgb(1));
        assertThat(color(shot, 14)).isEqualTo(palette.inkArgb(0));
        FxEvents.press(view, KeyCode.PAGE_DOWN);
        assertThat(range()).startsWith((page + 1) + " to ");
        FxEvents.press(view, KeyCode.PAGE_UP);
        FxEvents.press(view, KeyCode.PAGE_UP);
        assertThat(range()).startsWith("1 to ");
    }

    @Test
    void onlyWhatIsSeenIsRead() {
        reads = 0;
        FxEvents.press(view, KeyCode.PAGE_DOWN);
        FxExtension.pulse(stage.getScene());
        assertThat(reads).isBetween(sheet.across() * sheet.down(), 3 * sheet.across() * sheet.down() + 3);
    }

    @Test
    void aClassCanBeLookedAtAlone() {
        ToggleButton three = (ToggleButton) view.lookup("#gallery-filter-3");
        assertThat(three.getAccessibleText()).isEqualTo("3, 7,000");
        three.fire();
        assertThat(range()).endsWith("of 7,000");
        assertThat(caption()).isEqualTo("3, image 4");
        Shot shot = Shot.of(stage);
        assertThat(color(shot, 1)).isEqualTo(palette.inkArgb(1));
        assertThat(color(shot, 2)).isEqualTo(palette.inkArgb(1));
        three.fire();
        assertThat(three.isSelected()).as("a class stays chosen").isTrue();
    }

    @Test
    void aClickAndTheArrowsChooseAnImage() {
        FxEvents.click(sheet, 2.5 * GallerySheet.PITCH, 0.5 * GallerySheet.PITCH);
        FxEvents.press(sheet, KeyCode.RIGHT);
        FxEvents.press(sheet, KeyCode.DOWN);
        assertThat(heard).containsExactly("chosen 2", "chosen 3", "chosen " + (3 + sheet.across()));
        FxEvents.press(sheet, KeyCode.END);
        assertThat(caption()).isEqualTo("9, image 70,000");
        assertThat(((Button) view.lookup("#gallery-next")).isDisabled()).isTrue();
    }

    @Test
    void eachClassHasItsMean() {
        ToggleButton three = (ToggleButton) view.lookup("#gallery-filter-3");
        ToggleButton four = (ToggleButton) view.lookup("#gallery-filter-4");
        Shot shot = Shot.of(stage);
        Point2D ink = three.localToScene(27, 27);
        Point2D paper = four.localToScene(27, 27);
        assertThat(shot.at(ink.getX(), ink.getY())).isEqualTo(palette.inkArgb(1));
        assertThat(shot.at(paper.getX(), paper.getY())).isEqualTo(palette.inkArgb(0));
        assertThat(new ImageIndex(new int[] {0, 1}, new int[][] {{0, 1}}).mean(new Images() {
            @Override
            public int count() {
                return 2;
            }

            @Override
            public void pixels(int index, float[] into) {
                into[0] = index;
            }

            @Override
            public int label(int index) {
                return 0;
            }
        }, 0, 1)).containsExactly(0.5f);
    }

    @Test
    void deletingIsForOwnDrawingsOnly() {
        assertThat(view.lookup("#gallery-delete").isVisible()).isFalse();
        FxEvents.press(sheet, KeyCode.DELETE);
        assertThat(heard).isEmpty();
        view.setDeletable(true);
        FxEvents.press(sheet, KeyCode.RIGHT);
        FxEvents.press(sheet, KeyCode.DELETE);
        ((Button) view.lookup("#gallery-delete")).fire();
        assertThat(heard).containsExactly("chosen 1", "deleted 1", "deleted 1");
    }

    @Test
    void whatIsLeftAfterDeletingTheLastIsShown() {
        view.show(new Plain(2), 28, 28, DIGITS);
        FxEvents.press(sheet, KeyCode.END);
        view.show(new Plain(1), 28, 28, DIGITS);
        assertThat(range()).isEqualTo("1 to 1 of 1");
        view.show(new Plain(0), 28, 28, DIGITS);
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.words(view)).contains("There are no images here.").doesNotContain("of 1");
    }
}
