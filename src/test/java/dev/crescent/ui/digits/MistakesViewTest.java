package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class MistakesViewTest {
    private final List<String> heard = new ArrayList<>();
    private MistakesView view;
    private Stage stage;

    @BeforeEach
    void open() {
        heard.clear();
        view = new MistakesView();
        view.setListener(new MistakesView.Listener() {
            @Override
            public void chosen(int index) {
                heard.add("chosen " + index);
            }

            @Override
            public void pageWanted(int first) {
                heard.add("from " + first);
            }

            @Override
            public void back() {
                heard.add("back");
            }
        });
        stage = FxEvents.stage(view, 140, 232);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private static MistakesView.Page page(List<Mistake> mistakes, int first, int count) {
        return new MistakesView.Page(mistakes, 2, 2, first, count, 982);
    }

    private static List<Mistake> mistakes(int count, String truth, String said) {
        List<Mistake> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Mistake(new float[] {1, 1, 1, 1}, truth, said, 0.75, 2.5));
        }
        return all;
    }

    @Test
    void theWorstNineAreShownWithWhatTheyAreAndWhatTheyAreReadAs() {
        view.showWorst(page(mistakes(9, "1", "3"), 0, 12));
        Shot shot = Shot.of(stage);
        assertThat(Shot.words(view)).startsWith("Worst mistakes").contains("1 → 3");
        Button last = (Button) view.lookup("#mistake-8");
        Bounds bounds = last.localToScene(last.getBoundsInLocal());
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(141);
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(232);
        assertThat(shot.at(bounds.getCenterX(), bounds.getMinY() + 20)).isEqualTo(Palette.of(Theme.LIGHT).inkArgb(1));
        last.fire();
        assertThat(heard).containsExactly("chosen 8");
        assertThat(last.getTooltip().getText()).isEqualTo("1 read as 3 with 75.0\u00a0%, loss 2.5000");
    }

    @Test
    void fewerMistakesLeaveTheirPlacesEmpty() {
        view.showWorst(page(mistakes(9, "1", "3"), 0, 9));
        view.showWorst(page(mistakes(2, "1", "3"), 0, 2));
        assertThat(view.lookup("#mistake-1").isVisible()).isTrue();
        assertThat(view.lookup("#mistake-2").isVisible()).isFalse();
    }

    @Test
    void aCellSaysItsCountAndHasAWayBack() {
        view.showCell(page(mistakes(3, "4", "9"), 0, 3), "4", "9");
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.words(view)).contains("4 read as 9").contains("3 of 982");
        assertThat(Shot.cut(stage)).isEmpty();
        Button back = (Button) view.lookup("#mistakes-back");
        back.fire();
        assertThat(heard).containsExactly("back");
        view.showWorst(page(mistakes(9, "4", "9"), 0, 20));
        assertThat(back.isVisible()).isFalse();
        assertThat(Shot.words(view)).startsWith("Worst mistakes").doesNotContain("982");
    }

    @Test
    void moreThanHaveRoomAreSaidAndTurnedByPages() {
        view.showCell(page(mistakes(9, "4", "9"), 0, 12), "4", "9");
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.words(view)).contains("1 to 9 of 12");
        Button next = (Button) view.lookup("#mistakes-next");
        Button previous = (Button) view.lookup("#mistakes-previous");
        assertThat(previous.isDisabled()).isTrue();
        next.fire();
        view.showCell(page(mistakes(3, "4", "9"), 9, 12), "4", "9");
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.words(view)).contains("10 to 12 of 12");
        assertThat(Shot.cut(stage)).isEmpty();
        assertThat(next.isDisabled()).isTrue();
        previous.fire();
        assertThat(heard).containsExactly("from 9", "from 0");
    }

    @Test
    void theImagesKeepTheirPlacesWhenACellIsShown() {
        view.showWorst(page(mistakes(9, "4", "9"), 0, 20));
        FxExtension.pulse(stage.getScene());
        Bounds before = view.lookup("#mistake-4").getBoundsInParent();
        view.showCell(page(mistakes(9, "4", "9"), 0, 12), "4", "9");
        FxExtension.pulse(stage.getScene());
        assertThat(view.lookup("#mistake-4").getBoundsInParent()).isEqualTo(before);
    }

    @Test
    void withoutMistakesThatIsSaid() {
        view.showWorst(page(List.of(), 0, 0));
        assertThat(Shot.words(view)).isEqualTo("Worst mistakes|No mistakes among these");
    }

    @Test
    void longNamesHaveWiderPlacesAndFewerOfThem() {
        view.showWorst(page(mistakes(9, "Pullover", "Ankle boot"), 0, 9));
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.words(view)).contains("Pullover →\nAnkle boot");
        Button last = (Button) view.lookup("#mistake-3");
        Bounds bounds = last.localToScene(last.getBoundsInLocal());
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(141);
        assertThat(Shot.words(view).split("Ankle boot", -1)).as("four images").hasSize(5);
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(232);
    }
}
