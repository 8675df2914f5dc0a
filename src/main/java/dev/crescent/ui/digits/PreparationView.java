package dev.crescent.ui.digits;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.Preparation;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A drawing as it is, small, and as the network reads it; larger where there is room. All methods run on the JavaFX
/// thread.
public final class PreparationView extends Pane {
    private static final int LEAST_SCALE = 3;
    private static final int MOST_SCALE = 5;
    private static final double ARROW = 50;
    /// What the arrow gives up for the words.
    private static final double LEAST_ARROW = 28;
    /// What the words keep before the images grow.
    private static final double WORDS = 96;

    private final InkTile asDrawn = new InkTile(Texts.get("preparation.asDrawn"), Palette.of(Theme.LIGHT));
    private final InkTile centered = new InkTile(Texts.get("preparation.centered"), Palette.of(Theme.LIGHT));
    private final StackPane arrow = new StackPane(new FontIcon(Feather.ARROW_RIGHT));
    private final Label says = new Label(Texts.get("preparation.says"));
    private final VBox caption;

    public PreparationView() {
        getStyleClass().add("preparation-view");
        asDrawn.setId("preparation-asDrawn");
        centered.setId("preparation-centered");
        arrow.getStyleClass().add("preparation-arrow");
        Label size = new Label(Texts.get("preparation.size"));
        size.getStyleClass().addAll("caption", "value");
        size.setMinWidth(USE_PREF_SIZE);
        says.getStyleClass().add("caption");
        says.setWrapText(true);
        caption = new VBox(size, says);
        caption.getStyleClass().add("preparation-caption");
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

    private static int scale(double width, double height) {
        int scale = MOST_SCALE;
        while (scale > LEAST_SCALE && (2 * InkTile.side(scale) + ARROW + WORDS > width || InkTile.side(scale) > height)) {
            scale--;
        }
        return scale;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 2 * InkTile.side(LEAST_SCALE) + ARROW;
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height) + WORDS;
    }

    @Override
    protected double computeMinHeight(double width) {
        return InkTile.side(LEAST_SCALE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return InkTile.side(width < 0 ? LEAST_SCALE : scale(width, Double.MAX_VALUE));
    }

    @Override
    protected void layoutChildren() {
        double side = InkTile.side(scale(getWidth(), getHeight()));
        double top = Math.floor((getHeight() - side) / 2);
        double rest = getWidth() - 2 * side;
        double least = caption.getInsets().getLeft() + caption.getInsets().getRight() + longestWord();
        double between = Math.clamp(Math.floor(rest - least), LEAST_ARROW, ARROW);
        double words = Math.max(0, rest - between);
        // Half a word explains less than none.
        says.setVisible(words >= least);
        asDrawn.resizeRelocate(0, top, side, side);
        arrow.resizeRelocate(side, top, between, side);
        centered.resizeRelocate(side + between, top, side, side);
        caption.resizeRelocate(2 * side + between, top, words, side);
    }

    /// The least width, in pixels, that breaks none of the sentence's words.
    private double longestWord() {
        return Stream.of(says.getText().split(" ")).mapToDouble(word -> Math.ceil(TextFit.width(word, says.getFont()))).max()
                .orElse(0);
    }
}
