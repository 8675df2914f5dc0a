package dev.crescent.ui.start;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.PadView;
import dev.crescent.ui.theme.Palette;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The start screen. All methods run on the JavaFX thread.
public final class StartView extends StackPane {
    private static final double GAP = 16;
    private static final double TITLE_GAP = 10;
    private static final double PART_GAP = 24;
    /// From this width on there are three cards a row.
    private static final double WIDE = 660;

    private final List<CardButton> cards = new ArrayList<>();
    private final Columns grid = new Columns(GAP, width -> width >= WIDE ? 3 : 2, CardButton::height);
    private final LessonSection lessons = new LessonSection(number -> listener().lessonWanted(number));
    private final DigitCard digits = new DigitCard(() -> listener().digitRoomWanted());
    private final RecentList recent = new RecentList(file -> listener().recentChosen(file),
            file -> listener().recentRemoved(file));
    private int pointed = -1; // at which card the mouse is
    private int played = -1; // which card's picture moves
    private Listener listener = new Listener() {};

    /// What the user does; every method may be left out.
    public interface Listener {
        /// This is to be begun with.
        default void cardChosen(int card) {}

        /// The picture of this card is to move.
        default void playWanted(int card) {}

        /// No picture is to move any more.
        default void playEnded() {}

        default void openPressed() {}

        default void newPressed() {}

        /// What is drawn is to be seen in the digit room.
        default void digitRoomWanted() {}

        default void lessonWanted(int lesson) {}

        default void recentChosen(Path file) {}

        default void recentRemoved(Path file) {}
    }

    /// @param offers what to begin with
    public StartView(List<StartCard> offers) {
        getStyleClass().add("start-view");
        setId("start");
        for (int i = 0; i < offers.size(); i++) {
            cards.add(card(offers.get(i), i));
        }
        grid.show(cards);
        VBox with = new VBox(TITLE_GAP, title("start.with"), grid);
        VBox left = new VBox(PART_GAP, with, lessons);
        VBox right = new VBox(PART_GAP, new VBox(TITLE_GAP, title("start.digit"), digits),
                new VBox(TITLE_GAP, title("start.recent"), recent));
        ScrollPane scroll = new ScrollPane(new StartLayout(heading(), left, right));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("start-scroll");
        getChildren().setAll(scroll);
    }

    public void setListener(Listener next) {
        listener = next;
    }

    private Listener listener() {
        return listener;
    }

    static Label title(String key) {
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("start-title");
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private HBox heading() {
        Label heading = new Label(Texts.get("start.heading"));
        heading.getStyleClass().add("start-heading");
        heading.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button open = button("start.open", Feather.FOLDER);
        open.setOnAction(e -> listener.openPressed());
        Button create = button("start.new", Feather.PLUS);
        create.getStyleClass().add("primary");
        create.setOnAction(e -> listener.newPressed());
        HBox row = new HBox(8, heading, space, open, create);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String key, Feather icon) {
        Button button = new Button(Texts.get(key), new FontIcon(icon));
        button.setId(key);
        button.setMinWidth(USE_PREF_SIZE);
        Hint.give(button, Texts.get(key + "Hint"));
        return button;
    }

    private CardButton card(StartCard offer, int number) {
        CardButton card = new CardButton(offer);
        card.setOnAction(e -> listener.cardChosen(number));
        card.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && !e.isAltDown()) {
                e.consume();
                card.fire();
            }
        });
        card.setOnMouseEntered(e -> pointAt(number));
        card.setOnMouseExited(e -> pointAt(-1));
        card.focusVisibleProperty().subscribe(this::choosePlayed);
        return card;
    }

    private void pointAt(int card) {
        pointed = card;
        choosePlayed();
    }

    /// The card under the mouse plays, else the one that the keyboard has been moved to.
    private void choosePlayed() {
        int next = pointed;
        for (int i = 0; i < cards.size() && next < 0; i++) {
            next = cards.get(i).isFocusVisible() ? i : -1;
        }
        if (next == played) {
            return;
        }
        played = next;
        if (next < 0) {
            listener.playEnded();
        } else {
            listener.playWanted(next);
        }
    }

    public void setTheme(Palette palette) {
        pad().setTheme(palette);
    }

    /// The pad, for what is to be on it.
    public PadView pad() {
        return digits.pad();
    }

    /// Takes the keyboard.
    public void enter() {
        applyCss(); // before which the cards are not in the scene: the scrolling pane has no skin yet
        cards.getFirst().requestFocus();
    }

    /// How wide the pictures of the cards are, in pixels that the user sees; 0 before the first layout.
    public double pictureWidth() {
        return cards.getFirst().picture().getWidth();
    }

    /// How high they are.
    public double pictureHeight() {
        return cards.getFirst().picture().getHeight();
    }

    /// How wide and high the pictures of files are, in pixels that the user sees.
    public static double fileSide() {
        return RecentRow.PICTURE;
    }

    /// Shows a card's picture.
    ///
    /// @param argb `[height * width]` premultiplied
    public void showPicture(int card, int[] argb, int width, int height) {
        cards.get(card).picture().show(argb, width, height);
    }

    /// Shows what is read on the pad.
    ///
    /// @param digit empty for none
    /// @param words about it
    public void showRead(String digit, String words) {
        digits.show(digit, words, true);
    }

    /// Shows that nobody can be sure of what is on the pad.
    ///
    /// @param answer in the place of the digit
    /// @param words about it
    public void showUnsure(String answer, String words) {
        digits.show(answer, words, false);
    }

    /// Shows the lessons; without any they are not there.
    public void showLessons(List<Lesson> all) {
        lessons.show(all);
    }

    /// Shows the files of late, newest first.
    public void showRecent(List<RecentFile> files) {
        recent.show(files);
    }

    /// Shows the picture of a file, if it is among them.
    ///
    /// @param argb `[height * width]` premultiplied
    public void showPicture(Path file, int[] argb, int width, int height) {
        recent.showPicture(file, argb, width, height);
    }
}
