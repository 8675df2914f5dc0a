package dev.crescent.ui.start;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// A card: a picture, a title and a few words.
final class CardButton extends Button {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// Below the picture, where title and words have a line each, and where they have two.
    private static final double WORDS = 64;
    private static final double MORE_WORDS = 104;
    /// Cards that are narrower have no room for either in one line.
    private static final double ONE_LINE = 240;
    /// Height of a picture for its width.
    private static final double PICTURE_SHAPE = 160.0 / 248;
    private static final double BORDER = 1;
    private static final double CORNER = 7;

    private final PicturePane picture = new PicturePane(CORNER, true);
    private final VBox words;

    CardButton(StartCard card) {
        getStyleClass().setAll("start-card");
        setId("start." + card.id());
        setAccessibleText(card.title() + ". " + card.hint());
        setTooltip(new Below(card.opens()));
        setAccessibleHelp(card.opens());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Label title = new Label(card.title());
        title.getStyleClass().add("start-card-title");
        Label hint = new Label(card.hint());
        hint.getStyleClass().add("caption");
        title.setWrapText(true);
        hint.setWrapText(true);
        words = new VBox(2, title, hint);
        words.getStyleClass().add("start-card-words");
        VBox content = new VBox(picture, words);
        content.setMouseTransparent(true);
        setGraphic(content);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinSize(0, 0);
    }

    PicturePane picture() {
        return picture;
    }

    /// Of the picture in a card as wide as this.
    static double pictureHeight(double width) {
        return Math.round((width - 2 * BORDER) * PICTURE_SHAPE);
    }

    /// Of a card as wide as this.
    static double height(double width) {
        return BORDER + pictureHeight(width) + words(width);
    }

    private static double words(double width) {
        return width < ONE_LINE ? MORE_WORDS : WORDS;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * BORDER;
        double height = pictureHeight(getWidth());
        picture.setMinSize(width, height);
        picture.setPrefSize(width, height);
        picture.setMaxSize(width, height);
        words.setPrefWidth(width);
        words.setMinHeight(words(getWidth()) - BORDER);
        words.setPrefHeight(words(getWidth()) - BORDER);
        words.pseudoClassStateChanged(NARROW, getWidth() < ONE_LINE);
        super.layoutChildren();
    }

    /// A tooltip that leaves the picture free, which plays under the mouse.
    private final class Below extends Tooltip {
        private static final double GAP = 4;

        Below(String text) {
            super(text);
        }

        @Override
        public void show(Window owner, double x, double y) {
            Point2D corner = CardButton.this.localToScreen(0, CardButton.this.getHeight() + GAP);
            super.show(owner, corner.getX(), corner.getY());
        }
    }
}
