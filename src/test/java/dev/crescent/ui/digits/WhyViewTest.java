package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.digits.WhyView.Part;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class WhyViewTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final List<Integer> targets = new ArrayList<>();
    private WhyView view;
    private List<WhySquare> squares;
    private Stage stage;

    @BeforeEach
    void open() {
        targets.clear();
        view = new WhyView();
        view.setListener(targets::add);
        view.setTarget(DIGITS, 9);
        stage = FxEvents.stage(view, 472, 240);
        squares = view.lookupAll("*").stream().filter(WhySquare.class::isInstance).map(WhySquare.class::cast).toList();
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    /// A drawing of four pixels.
    private void image() {
        view.setImage(new float[] {1, 0, 0, 1}, 2, 2);
    }

    /// The color of a pixel of four in a square.
    private int at(int square, int row, int column) {
        Bounds bounds = squares.get(square).localToScene(squares.get(square).getBoundsInLocal());
        return Shot.of(stage).at(bounds.getMinX() + (0.25 + 0.5 * column) * bounds.getWidth(),
                bounds.getMinY() + (0.25 + 0.5 * row) * bounds.getHeight());
    }

    @Test
    void whatSpeaksForTheAnswerIsBlueAndWhatAgainstItOrange() {
        image();
        view.show(Part.SALIENCY, new float[] {3, -3, 0, 0});
        view.show(Part.OCCLUSION, new float[] {0, 0, 0, 7});
        assertThat(at(0, 0, 0)).isEqualTo(palette.weightArgb(1));
        assertThat(at(0, 0, 1)).isEqualTo(palette.weightArgb(-1));
        assertThat(at(0, 1, 0)).isEqualTo(palette.inkArgb(0.02));
        assertThat(at(0, 1, 1)).as("the drawing below").isEqualTo(palette.inkArgb(0.19));
        assertThat(at(1, 1, 1)).isEqualTo(palette.weightArgb(1));
    }

    @Test
    void aChangeAddsInOneColorAndErasesInAnother() {
        image();
        view.show(Part.COUNTERFACTUAL, new float[] {-1, 1, 0, 0});
        assertThat(at(2, 0, 0)).isEqualTo(palette.classArgb(3));
        assertThat(at(2, 0, 1)).isEqualTo(Palette.argb(palette.test()));
        assertThat(at(2, 1, 1)).isEqualTo(palette.inkArgb(0.38));
        assertThat(Shot.words(view)).contains("add|erase");
        view.showNoChange();
        assertThat(Shot.words(view)).contains("no small change found").doesNotContain("add|erase");
        assertThat(at(2, 0, 1)).isEqualTo(palette.inkArgb(0));
    }

    @Test
    void theOldPictureStaysWhileANewOneIsComputedAndPalesOnlyIfThatTakesLong() {
        image();
        view.show(Part.SALIENCY, new float[] {3, -3, 0, 0});
        view.computing(Part.SALIENCY);
        assertThat(at(0, 0, 0)).isEqualTo(palette.weightArgb(1));
        assertThat(squares.getFirst().isWaiting()).isTrue();
        squares.getFirst().dim();
        assertThat(at(0, 0, 0)).isNotEqualTo(palette.weightArgb(1)).isNotEqualTo(palette.inkArgb(0));
        view.show(Part.SALIENCY, new float[] {3, -3, 0, 0});
        assertThat(at(0, 0, 0)).isEqualTo(palette.weightArgb(1));
        view.computing(Part.SALIENCY);
        view.show(Part.SALIENCY, new float[] {3, -3, 0, 0});
        assertThat(squares.getFirst().isWaiting()).as("what came in time never pales").isFalse();
    }

    @Test
    void theFirstPictureSaysThatItIsComputed() {
        view.computing(Part.OCCLUSION);
        squares.get(1).dim();
        assertThat(Shot.words(view)).contains("is being computed…");
        image();
        view.show(Part.OCCLUSION, new float[4]);
        assertThat(Shot.words(view)).doesNotContain("computed");
    }

    @Test
    void nothingIsLeftWhenTheDrawingIsCleared() {
        image();
        view.show(Part.SALIENCY, new float[] {3, -3, 0, 0});
        view.showNearest(List.of(new Neighbor(new float[4], "4", false, 3)));
        view.clear();
        assertThat(at(0, 0, 0)).isEqualTo(palette.inkArgb(0));
        assertThat(Shot.words(view)).doesNotContain("|4");
    }

    @Test
    void anotherTargetCanBeChosen() {
        MenuButton menu = (MenuButton) view.lookup("#why-target");
        assertThat(menu.getText()).isEqualTo("To read 9");
        menu.getItems().get(7).fire();
        assertThat(targets).containsExactly(7);
        assertThat(menu.getText()).isEqualTo("To read 7");
    }

    @Test
    void neighborsOfAnotherClassAreMarked() {
        image();
        view.showNearest(List.of(new Neighbor(new float[4], "4", false, 3), new Neighbor(new float[4], "9", true, 3.25)));
        Shot shot = Shot.of(stage);
        assertThat(Shot.words(view)).contains("4|9");
        assertThat(shot.count(Palette.argb(palette.danger()))).isGreaterThan(100);
        assertThat(view.lookupAll(".pixel-frame").stream().map(Node::getAccessibleText))
                .contains("4, distance 3.00", "9, another class than the answer, distance 3.25");
        view.showNearest(List.of(new Neighbor(new float[4], "4", false, 3)));
        assertThat(Shot.of(stage).count(Palette.argb(palette.danger()))).isZero();
    }

    @Test
    void noWordIsCutHoweverLongTheNamesAre() {
        List<Neighbor> five = new ArrayList<>();
        image();
        for (int i = 0; i < 5; i++) {
            five.add(new Neighbor(new float[4], "Ankle boot", false, i));
        }
        view.setTarget(List.of("Trouser", "Ankle boot"), 1);
        view.showNearest(five);
        view.show(Part.COUNTERFACTUAL, new float[4]);
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.cut(stage)).isEmpty();
    }

    @Test
    void theDarkThemePaintsAgain() {
        image();
        view.show(Part.SALIENCY, new float[] {3, -3, 0, 0});
        view.setTheme(Palette.of(Theme.DARK));
        assertThat(at(0, 0, 0)).isEqualTo(Palette.of(Theme.DARK).weightArgb(1));
    }
}
