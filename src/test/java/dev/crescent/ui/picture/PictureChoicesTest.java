package dev.crescent.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.picture.PictureWish.Shade;
import dev.crescent.ui.theme.Theme;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the user is asked before a picture is saved.
@ExtendWith(FxExtension.class)
class PictureChoicesTest {
    private final PictureChoices choices = new PictureChoices(new PictureWish(1920, 1080, Shade.DARK, false, true));
    private final Scene scene = new Scene(choices);

    private <T> T find(String id, Class<T> type) {
        return scene.getRoot().lookupAll("*").stream().filter(node -> id.equals(node.getId())).map(type::cast).findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasWantedLastIsProposed() {
        assertThat(choices.wish()).isEqualTo(new PictureWish(1920, 1080, Shade.DARK, false, true));
        assertThat(find("picture.sizes", ComboBox.class).getSelectionModel().getSelectedIndex()).isEqualTo(2);
        assertThat(find("picture.theme.dark", ToggleButton.class).isSelected()).isTrue();
        assertThat(find("picture.transparent", CheckBox.class).isSelected()).isTrue();
    }

    @Test
    void everythingCanBeChosen() {
        find("picture.format.svg", ToggleButton.class).fire();
        find("picture.theme.shown", ToggleButton.class).fire();
        find("picture.transparent", CheckBox.class).fire();
        find("picture.sizes", ComboBox.class).getSelectionModel().select(3);
        assertThat(choices.wish()).isEqualTo(new PictureWish(3840, 2160, Shade.SHOWN, true, false));
        assertThat(choices.wish().form(Theme.DARK)).isEqualTo(new PictureForm(3840, 2160, Look.DARK, false, true));
    }

    @Test
    void anOwnSizeIsOneAndAnImpossibleOneIsRefusedInASentence() {
        TextField width = find("picture.width", TextField.class);
        width.setText("8192");
        assertThat(find("picture.sizes", ComboBox.class).getSelectionModel().getSelectedIndex()).isEqualTo(4);
        assertThat(choices.possible().get()).isTrue();
        assertThat(choices.wish().width()).isEqualTo(8192);
        for (String nonsense : new String[] {"8193", "199", ""}) {
            width.setText(nonsense);
            assertThat(choices.possible().get()).as(nonsense).isFalse();
            assertThat(choices.getChildren().stream().anyMatch(node -> node instanceof Label label
                    && label.getText().contains("from 200 to 8192"))).isTrue();
        }
        width.setText("x12");
        assertThat(width.getText()).as("only digits are taken").isEmpty();
    }

    /// Though the size that is there is one of the usual ones.
    @Test
    void theOwnSizeStaysChosenUntilOneIsWritten() {
        SelectionModel<?> sizes = find("picture.sizes", ComboBox.class).getSelectionModel();
        sizes.select(4);
        assertThat(sizes.getSelectedIndex()).isEqualTo(4);
        assertThat(scene.getFocusOwner()).as("where it is written").isEqualTo(find("picture.width", TextField.class));
        assertThat(choices.wish().width()).isEqualTo(1920);
        find("picture.width", TextField.class).setText("3840");
        find("picture.height", TextField.class).setText("2160");
        assertThat(sizes.getSelectedIndex()).as("a usual one").isEqualTo(3);
    }

    @Test
    void largePicturesGrowAndSmallOnesDoNotShrink() {
        assertThat(PictureForm.of(800, 600, Look.LIGHT).scale(1)).isEqualTo(1);
        assertThat(PictureForm.of(300, 200, Look.LIGHT).scale(1)).isEqualTo(1);
        assertThat(PictureForm.of(1600, 1200, Look.LIGHT).scale(1)).isEqualTo(2);
        assertThat(PictureForm.of(1920, 1080, Look.LIGHT).scale(1)).isEqualTo(1.8);
        assertThat(PictureForm.of(8192, 300, Look.LIGHT).scale(1)).isEqualTo(1);
    }

    @Test
    void aPictureThatNeedsMoreRoomGrowsLater() {
        assertThat(PictureForm.of(1600, 1200, Look.LIGHT).scale(1.25)).isEqualTo(1.6);
        assertThat(PictureForm.of(800, 600, Look.LIGHT).scale(1.25)).isEqualTo(1);
    }
}
