package dev.crescent.ui.digits;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.Preparation;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A drawing as it is, small, and as the network reads it. All methods run on the JavaFX thread.
public final class PreparationView extends HBox {
    private static final int SCALE = 3;

    private final InkTile asDrawn = new InkTile(Texts.get("preparation.asDrawn"), SCALE, Palette.of(Theme.LIGHT));
    private final InkTile centered = new InkTile(Texts.get("preparation.centered"), SCALE, Palette.of(Theme.LIGHT));

    public PreparationView() {
        getStyleClass().add("preparation-view");
        asDrawn.setId("preparation-asDrawn");
        centered.setId("preparation-centered");
        StackPane arrow = new StackPane(new FontIcon(Feather.ARROW_RIGHT));
        arrow.getStyleClass().add("preparation-arrow");
        Label size = new Label(Texts.get("preparation.size"));
        size.getStyleClass().addAll("caption", "value");
        size.setMinWidth(USE_PREF_SIZE);
        Label says = new Label(Texts.get("preparation.says"));
        says.getStyleClass().add("caption");
        says.setWrapText(true);
        VBox caption = new VBox(size, says);
        caption.getStyleClass().add("preparation-caption");
        // The images say how high the row is; the words wrap beside them.
        caption.setPrefWidth(0);
        HBox.setHgrow(caption, Priority.ALWAYS);
        getChildren().setAll(asDrawn, arrow, centered, caption);
        show(Preparation.of(Drawing.EMPTY));
    }

    public void show(Preparation preparation) {
        asDrawn.show(preparation.asDrawn());
        centered.show(preparation.centered());
    }

    public void setTheme(Palette palette) {
        asDrawn.setPalette(palette);
        centered.setPalette(palette);
    }
}
