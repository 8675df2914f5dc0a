package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.PadStroke;
import dev.crescent.data.digits.Preparation;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class PreparationViewTest {
    private PreparationView view;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new PreparationView();
        stage = FxEvents.stage(view, 288, 86);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    /// The color of a pixel of one of the two images.
    private Color at(String image, int row, int column) {
        FxExtension.pulse(stage.getScene());
        PixelReader pixels = stage.getScene().snapshot(null).getPixelReader();
        Bounds tile = view.lookup("#preparation-" + image).getBoundsInParent();
        return pixels.getColor((int) (tile.getMinX() + 2 + 3 * column), (int) (tile.getMinY() + 2 + 3 * row));
    }

    @Test
    void aDrawingIsShownWhereItIsAndWhereItIsRead() {
        Palette palette = Palette.of(Theme.LIGHT);
        PadStroke bar = PadStroke.at(PadStroke.Tool.PEN, 0.06, 0.2, 0.2).to(0.2, 0.7);
        view.show(Preparation.of(Drawing.EMPTY.with(bar)));
        assertThat(at("asDrawn", 12, 5)).isEqualTo(palette.color("ink-1"));
        assertThat(at("asDrawn", 12, 14)).isEqualTo(palette.color("ink-0"));
        assertThat(at("centered", 14, 14)).isEqualTo(palette.color("ink-1"));
        assertThat(at("centered", 14, 5)).isEqualTo(palette.color("ink-0"));
        assertThat(at("centered", 22, 14)).as("20 pixels high").isNotEqualTo(palette.color("ink-0"));
        view.show(Preparation.of(Drawing.EMPTY));
        assertThat(at("centered", 14, 14)).isEqualTo(palette.color("ink-0"));
    }

    @Test
    void inTheDarkInkIsLight() {
        view.show(Preparation.of(Drawing.EMPTY.with(PadStroke.at(PadStroke.Tool.PEN, 0.2, 0.5, 0.5))));
        Theme.DARK.apply(stage.getScene());
        view.setTheme(Palette.of(Theme.DARK));
        assertThat(at("centered", 14, 14)).isEqualTo(Color.web("#f0f6fc"));
        assertThat(at("asDrawn", 2, 20)).isEqualTo(Color.web("#010409"));
    }

    @Test
    void noWordOfTheSentenceIsBroken() {
        for (double width = 236; width < 420; width += 2) {
            stage.setWidth(stage.getWidth() - stage.getScene().getWidth() + width);
            FxExtension.pulse(stage.getScene());
            Label says = view.lookupAll(".caption").stream().filter(Label.class::isInstance).map(Label.class::cast)
                    .filter(Label::isWrapText).findFirst().orElseThrow();
            double widest = Stream.of(says.getText().split(" ")).mapToDouble(word -> TextFit.width(word, says.getFont()))
                    .max().orElseThrow();
            if (says.isVisible()) {
                assertThat(says.getWidth()).as("%s wide", width).isGreaterThanOrEqualTo(widest);
            }
            if (width >= 284) {
                assertThat(says.isVisible()).as("%s wide", width).isTrue();
            }
            assertThat(view.lookup("#preparation-centered").getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width);
        }
    }
}
