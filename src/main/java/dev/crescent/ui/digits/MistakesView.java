package dev.crescent.ui.digits;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WholeText;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The test images that the network is most wrong about, or those of one cell of the confusion matrix.
public final class MistakesView extends Pane {
    static final int MOST = 9;
    private static final int COLUMNS = 3;
    /// Names of more than two letters need wider places, and there are fewer.
    private static final int FEW = 4;
    private static final double LONG_WIDTH = 66;
    private static final double LEAST_SIDE = 28;
    private static final double MOST_SIDE = 84;
    private static final double HGAP = 7;
    private static final double VGAP = 2;
    private static final double TITLE = 20;
    private static final double HEADER = 24;
    private static final double FOOTER = 24;
    private static final double TINY = 24;
    /// Of the words below a picture.
    private static final double LINE = 17;

    /// Some of many images, the worst first.
    ///
    /// @param mistakes the first of them that are shown, and as many after it as there may be room for
    /// @param first how many worse ones come before
    /// @param count how many there are in all
    /// @param of among how many images they were found
    public record Page(List<Mistake> mistakes, int rows, int columns, int first, int count, int of) {
        static final Page EMPTY = new Page(List.of(), 28, 28, 0, 0, 0);

        public Page {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// What the user does.
    public interface Listener {
        /// A mistake was chosen, as counted in the list that is shown.
        void chosen(int index);

        /// Other images of the same kind are wanted.
        ///
        /// @param first how many worse ones come before
        void pageWanted(int first);

        /// The user wants the worst mistakes back instead of a cell's.
        void back();
    }

    private final Button back = icon(Feather.ARROW_LEFT, "back");
    private final Button previous = icon(Feather.CHEVRON_LEFT, "previousMistakes");
    private final Button next = icon(Feather.CHEVRON_RIGHT, "nextMistakes");
    private final Label title = new Label();
    private final Label subject = new Label();
    private final Label none = new Label(Texts.get("digits.noMistakes"));
    private final List<Tile> tiles = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    private Page page = Page.EMPTY;
    private boolean known; // whether mistakes were looked for
    private @Nullable Listener listener;

    public MistakesView() {
        getStyleClass().add("mistakes-view");
        back.setId("mistakes-back");
        back.setOnAction(e -> tell(Listener::back));
        previous.setId("mistakes-previous");
        previous.setOnAction(e -> tell(heard -> heard.pageWanted(Math.max(0, page.first - places()))));
        next.setId("mistakes-next");
        next.setOnAction(e -> tell(heard -> heard.pageWanted(page.first + places())));
        title.getStyleClass().add("group-title");
        title.setId("mistakes-title");
        WholeText.whenCut(title);
        subject.getStyleClass().add("caption");
        subject.setId("mistakes-subject");
        Hint.give(subject, Texts.get("digits.worstFirst"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.setId("mistakes-none");
        for (int i = 0; i < MOST; i++) {
            tiles.add(new Tile(i));
        }
        getChildren().setAll(back, title, none);
        getChildren().addAll(tiles);
        getChildren().addAll(previous, subject, next);
        clear();
    }

    /// What is shown, a few words.
    public String subject() {
        return title.getText();
    }

    /// Whether there are any images to be seen.
    public boolean isEmpty() {
        return page.mistakes.isEmpty();
    }

    /// Another one that shows the same images and how many there are, without what turns its pages, for a picture.
    public MistakesView again(Palette colors) {
        MistakesView other = new MistakesView();
        other.setTheme(colors);
        other.show(page, "", false);
        other.previous.setVisible(false);
        other.next.setVisible(false);
        boolean few = longNames();
        int across = few ? COLUMNS - 1 : COLUMNS;
        other.setMaxSize(across * ((few ? Math.max(LONG_WIDTH, MOST_SIDE) : MOST_SIDE) + HGAP) - HGAP,
                HEADER + across * (tileHeight(MOST_SIDE) + VGAP) + FOOTER);
        return other;
    }

    private static Button icon(Feather icon, String hint) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "tiny");
        Hint.give(button, Texts.get("digits." + hint));
        button.setAccessibleText(Texts.get("digits." + hint));
        return button;
    }

    private void tell(Consumer<Listener> what) {
        if (listener != null) {
            what.accept(listener);
        }
    }

    public void setListener(Listener now) {
        listener = now;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        fill();
    }

    /// Shows some of the worst mistakes, the largest loss first; nine have room, or four with long names.
    public void showWorst(Page worst) {
        show(worst, Texts.get("digits.mistakes"), false);
    }

    /// Nothing is known yet.
    public void clear() {
        showWorst(Page.EMPTY);
        known = false;
        fill();
    }

    /// Shows some of the images of one cell of the confusion matrix, with a way back.
    public void showCell(Page cell, String truth, String said) {
        show(cell, Texts.get("digits.cell", truth, said), true);
    }

    private void show(Page now, String name, boolean cell) {
        page = now;
        known = true;
        title.setText(name);
        back.setVisible(cell);
        fill();
    }

    private boolean longNames() {
        return page.mistakes.stream().anyMatch(mistake -> !isShort(mistake));
    }

    private int places() {
        return longNames() ? FEW : MOST;
    }

    private void fill() {
        int shown = Math.min(places(), page.mistakes.size());
        for (int i = 0; i < MOST; i++) {
            tiles.get(i).show(i < shown ? page.mistakes.get(i) : null);
        }
        boolean paged = page.count > shown;
        subject.setText(page.mistakes.isEmpty() ? "" : paged
                ? Texts.get("digits.mistakesOf", Numbers.fixed(page.first + 1, 0), Numbers.fixed(page.first + shown, 0),
                        Numbers.fixed(page.count, 0))
                : Texts.get("digits.cellCount", Numbers.fixed(page.count, 0), Numbers.fixed(page.of, 0)));
        previous.setVisible(paged);
        previous.setDisable(page.first == 0);
        next.setVisible(paged);
        next.setDisable(page.first + shown >= page.count);
        none.setVisible(page.mistakes.isEmpty() && known);
        requestLayout();
    }

    private double tileHeight(double side) {
        return side + (longNames() ? 2 : 1) * LINE;
    }

    /// As large as rows and columns of places allow.
    private double side(int across, int down) {
        double wide = Math.floor((getWidth() + HGAP) / across) - HGAP;
        double high = Math.floor((getHeight() - HEADER - FOOTER + VGAP) / down) - VGAP - tileHeight(0);
        return Math.clamp(Math.min(wide, high), LEAST_SIDE, MOST_SIDE);
    }

    @Override
    protected double computePrefWidth(double height) {
        return COLUMNS * (42 + HGAP) - HGAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEADER + COLUMNS * (tileHeight(42) + VGAP) + FOOTER;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        boolean few = longNames();
        int across = few ? COLUMNS - 1 : COLUMNS;
        double side = side(across, across);
        double pitchX = Math.max(side, few ? LONG_WIDTH : 0) + HGAP;
        double pitchY = tileHeight(side) + VGAP;
        for (int i = 0; i < MOST; i++) {
            Tile tile = tiles.get(i);
            tile.setSide(side);
            tile.resizeRelocate(i % across * pitchX, HEADER + Math.floorDiv(i, across) * pitchY, pitchX - HGAP,
                    tileHeight(side));
        }
        double left = back.isVisible() ? TINY + 4 : 0;
        back.resizeRelocate(0, -2, TINY, TINY);
        title.resizeRelocate(left, 0, Math.max(0, getWidth() - left), TITLE);
        none.resizeRelocate(0, HEADER, getWidth(), none.prefHeight(getWidth()));
        layoutFooter(HEADER + across * pitchY);
    }

    /// What is shown of how many, below the images, between the buttons that turn the page.
    private void layoutFooter(double y) {
        double words = Math.min(subject.prefWidth(-1), getWidth());
        double left = previous.isVisible() ? TINY + 2 : 0;
        previous.resizeRelocate(0, y, TINY, TINY);
        subject.resizeRelocate(left, y, Math.min(words, Math.max(0, getWidth() - 2 * left)), TINY);
        next.resizeRelocate(left + words + 2, y, TINY, TINY);
    }

    private static boolean isShort(Mistake mistake) {
        return mistake.truth().length() + mistake.said().length() <= 4;
    }

    /// An image that can be clicked, with what it is and what it is read as below.
    private final class Tile extends Button {
        private final PixelFrame picture = new PixelFrame(42, 6, true);
        private final Tooltip tooltip = new Tooltip();

        Tile(int index) {
            getStyleClass().setAll("mistake");
            setId("mistake-" + index);
            setGraphic(picture);
            setContentDisplay(ContentDisplay.TOP);
            setMnemonicParsing(false);
            setTooltip(tooltip);
            setOnAction(e -> tell(heard -> heard.chosen(index)));
        }

        void setSide(double side) {
            picture.setSide(side);
        }

        void show(@Nullable Mistake mistake) {
            setVisible(mistake != null);
            if (mistake == null) {
                picture.clear();
                return;
            }
            picture.showInk(palette, mistake.ink(), 0, page.rows, page.columns);
            setText(mistake.truth() + (isShort(mistake) ? " → " : " →\n") + mistake.said());
            tooltip.setText(Texts.get("digits.mistakeTip", mistake.truth(), mistake.said(),
                    Numbers.percent(mistake.probability(), 1), Numbers.loss(mistake.loss())));
            setAccessibleText(tooltip.getText());
        }
    }
}
