package dev.crescent.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class StartViewTest {
    private static final Path FILE = Path.of("/somewhere/a talk.crescent");
    private static final Path GONE = Path.of("/somewhere/gone.crescent");

    private final List<String> heard = new ArrayList<>();
    private StartView view;
    private Stage stage;

    @BeforeEach
    void open() {
        view = new StartView(IntStream.range(0, 6).mapToObj(i -> new StartCard("card" + i, "Title " + i, "hint " + i, "opens " + i))
                .toList());
        view.setListener(new StartView.Listener() {
            @Override
            public void cardChosen(int card) {
                heard.add("card " + card);
            }

            @Override
            public void playWanted(int card) {
                heard.add("play " + card);
            }

            @Override
            public void playEnded() {
                heard.add("ended");
            }

            @Override
            public void openPressed() {
                heard.add("open");
            }

            @Override
            public void newPressed() {
                heard.add("new");
            }

            @Override
            public void digitRoomWanted() {
                heard.add("digits");
            }

            @Override
            public void lessonWanted(int lesson) {
                heard.add("lesson " + lesson);
            }

            @Override
            public void recentChosen(Path file) {
                heard.add("file " + file.getFileName());
            }

            @Override
            public void recentRemoved(Path file) {
                heard.add("remove " + file.getFileName());
            }
        });
        stage = FxEvents.stage(view, 1224, 800);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private Node find(String id) {
        return view.lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing has the id " + id));
    }

    private boolean isThere(String id) {
        return view.lookupAll("*").stream().anyMatch(node -> id.equals(node.getId()) && isVisible(node));
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String text(String id) {
        return ((Label) find(id)).getText();
    }

    private void click(String id) {
        FxExtension.pulse(stage.getScene());
        FxEvents.click(find(id), 5, 5);
    }

    private MenuItem item(int row, String id) {
        return ((MenuButton) find("recent.menu." + row)).getItems().stream().filter(item -> id.equals(item.getId())).findFirst()
                .orElseThrow();
    }

    private Bounds place(String id) {
        return find(id).localToScene(find(id).getLayoutBounds());
    }

    @Test
    void aClickOnACardChoosesIt() {
        click("start.card4");
        assertThat(heard).containsExactly("card 4");
        assertThat(find("start.card4").getAccessibleText()).isEqualTo("Title 4. hint 4");
        assertThat(((Button) find("start.card4")).getTooltip().getText()).isEqualTo("opens 4");
    }

    @Test
    void theButtonsAboveOpenAndBegin() {
        click("start.open");
        click("start.new");
        assertThat(heard).containsExactly("open", "new");
    }

    @Test
    void theKeyboardGoesFromCardToCardAndOpensOne() {
        view.enter();
        FxEvents.press(find("start.card0"), KeyCode.RIGHT);
        FxExtension.pulse(stage.getScene());
        assertThat(find("start.card1").isFocused()).isTrue();
        assertThat(find("start.card1").isFocusVisible()).isTrue();
        FxEvents.press(find("start.card1"), KeyCode.DOWN);
        FxExtension.pulse(stage.getScene());
        assertThat(find("start.card4").isFocused()).isTrue();
        FxEvents.press(find("start.card4"), KeyCode.LEFT);
        FxExtension.pulse(stage.getScene());
        assertThat(find("start.card3").isFocused()).isTrue();
        assertThat(heard).as("the card with the keyboard plays").containsExactly("play 1", "play 4", "play 3");
        heard.clear();
        FxEvents.press(find("start.card3"), KeyCode.ENTER);
        assertThat(heard).containsExactly("card 3");
    }

    @Test
    void theCardUnderTheMousePlaysUntilItLeaves() {
        Node card = find("start.card2");
        FxEvents.mouse(card, MouseEvent.MOUSE_ENTERED, MouseButton.NONE, 20, 20, 0);
        FxEvents.move(card, 40, 40);
        FxEvents.exit(card);
        assertThat(heard).containsExactly("play 2", "ended");
    }

    @Test
    void aPictureFillsTheUpperPartOfItsCard() {
        int[] red = new int[20 * 10];
        Arrays.fill(red, 0xffcc2200);
        view.showPicture(1, red, 20, 10);
        WritableImage shot = view.snapshot(null, null);
        Bounds card = place("start.card1");
        int x = (int) card.getCenterX();
        assertThat(shot.getPixelReader().getArgb(x, (int) card.getMinY() + 80)).isEqualTo(0xffcc2200);
        assertThat(shot.getPixelReader().getArgb(x, (int) card.getMaxY() - 4)).isNotEqualTo(0xffcc2200);
        assertThat(shot.getPixelReader().getArgb((int) place("start.card2").getCenterX(), (int) card.getMinY() + 80))
                .isNotEqualTo(0xffcc2200);
        assertThat(view.pictureWidth() / view.pictureHeight()).isBetween(1.5, 1.6);
    }

    /// As the mock-up has them.
    @Test
    void cardsHaveTheirMeasuresAndThePadIsASquareBesideThem() {
        assertThat(place("start.card0").getWidth()).isBetween(244.0, 250.0);
        assertThat(place("start.card0").getHeight()).isBetween(220.0, 228.0);
        assertThat(place("start.card3").getMinY()).isGreaterThan(place("start.card0").getMaxY());
        assertThat(place("pad").getWidth()).isEqualTo(place("pad").getHeight()).isGreaterThan(290);
        assertThat(place("pad").getMinX()).isGreaterThan(place("start.card2").getMaxX());
    }

    @Test
    void narrowCardsSayAllInTwoLines() {
        stage.hide();
        view = new StartView(List.of(new StartCard("card0", "XOR needs a hidden layer", "Two features more, and it untangles", "")));
        stage = FxEvents.stage(view, 800, 800);
        assertThat(place("start.card0").getWidth()).isLessThan(200);
        for (Node node : find("start.card0").lookupAll(".label")) {
            Label label = (Label) node;
            assertThat(label.getHeight()).as(label.getText()).isGreaterThan(1.9 * label.getFont().getSize())
                    .isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()));
        }
    }

    @Test
    void whatIsReadStandsBelowThePad() {
        assertThat(text("start.winner")).isEqualTo("\u2013");
        view.showRead("7", "97 % sure");
        assertThat(text("start.winner")).isEqualTo("7");
        assertThat(text("start.says")).isEqualTo("97 % sure");
        view.showUnsure("not sure", "Most like a 7");
        assertThat(text("start.winner")).isEqualTo("not sure");
        assertThat(find("start.winner").getPseudoClassStates().stream().map(Object::toString)).contains("unsure");
    }

    @Test
    void whatIsDrawnCanBeClearedAndTakenAlong() {
        assertThat(find("start.clear").isDisabled()).isTrue();
        FxEvents.drag(find("pad"), MouseButton.PRIMARY, 100, 60, 100, 200);
        FxExtension.pulse(stage.getScene());
        view.showRead("1", "");
        assertThat(view.pad().drawing().isEmpty()).isFalse();
        click("start.digits");
        assertThat(heard).containsExactly("digits");
        click("start.clear");
        assertThat(view.pad().drawing().isEmpty()).isTrue();
        assertThat(isThere("pad-clear")).as("the pad's own tools").isFalse();
    }

    @Test
    void lessonsSayWhichAreDoneAndWithoutAnyTheyAreNotThere() {
        FxExtension.pulse(stage.getScene());
        assertThat(isThere("start.lessonsDone")).isFalse();
        view.showLessons(List.of(new Lesson("One neuron", true), new Lesson("XOR", false), new Lesson("Draw your own", false)));
        FxExtension.pulse(stage.getScene());
        assertThat(text("start.lessonsDone")).isEqualTo("1 of 3 seen");
        assertThat(((ButtonBase) find("start.lesson.1")).getText()).isEqualTo("XOR");
        assertThat(find("start.lesson.0").getAccessibleText()).isEqualTo("Lesson 1, seen: One neuron");
        click("start.lesson.2");
        assertThat(heard).containsExactly("lesson 2");
    }

    @Test
    void filesAreListedOpenedAndRemoved() {
        assertThat(isThere("start.noRecent")).isTrue();
        view.showRecent(List.of(new RecentFile(FILE, "a talk", "today 14:02", false), new RecentFile(GONE, "gone", "", true)));
        FxExtension.pulse(stage.getScene());
        assertThat(isThere("start.noRecent")).isFalse();
        assertThat(find("recent.0").getAccessibleText()).isEqualTo("a talk, today 14:02");
        click("recent.0");
        item(0, "recent.open.0").fire();
        item(0, "recent.remove.0").fire();
        assertThat(heard).containsExactly("file a talk.crescent", "file a talk.crescent", "remove a talk.crescent");
    }

    @Test
    void aFileThatIsGoneSaysSoAndCanOnlyBeRemoved() {
        view.showRecent(List.of(new RecentFile(GONE, "gone", "", true)));
        FxExtension.pulse(stage.getScene());
        assertThat(find("recent.0").getAccessibleText()).isEqualTo("gone, Not there any more");
        assertThat(find("recent.0").isDisabled()).isTrue();
        assertThat(item(0, "recent.open.0").isDisable()).isTrue();
        item(0, "recent.remove.0").fire();
        assertThat(heard).containsExactly("remove gone.crescent");
    }

    /// A list that is only brought up to date does not lose its pictures, nor does one from which another file is gone.
    @Test
    void theSameFilesKeepTheirPictures() {
        RecentFile kept = new RecentFile(FILE, "a talk", "today 14:02", false);
        view.showRecent(List.of(new RecentFile(GONE, "gone", "", true), kept));
        int[] red = new int[38 * 38];
        Arrays.fill(red, 0xffcc2200);
        view.showPicture(FILE, red, 38, 38);
        view.showPicture(Path.of("/not/in/the/list.crescent"), red, 38, 38);
        assertThat(pictureColor(1)).isEqualTo(0xffcc2200);
        view.showRecent(List.of(new RecentFile(GONE, "gone", "", true), kept));
        assertThat(pictureColor(1)).isEqualTo(0xffcc2200);
        view.showRecent(List.of(kept));
        assertThat(pictureColor(0)).isEqualTo(0xffcc2200);
        item(0, "recent.remove.0").fire();
        assertThat(heard).containsExactly("remove a talk.crescent");
        view.showRecent(List.of(new RecentFile(FILE, "a talk", "today 14:03", false)));
        assertThat(pictureColor(0)).as("it was written since").isNotEqualTo(0xffcc2200);
    }

    private int pictureColor(int row) {
        FxExtension.pulse(stage.getScene());
        WritableImage shot = view.snapshot(null, null);
        Bounds place = place("recent." + row);
        return shot.getPixelReader().getArgb((int) place.getMinX() + 28, (int) place.getCenterY());
    }

    @Test
    void aLowWindowScrollsToWhatTheKeyboardIsAt() {
        stage.setHeight(400);
        FxExtension.pulse(stage.getScene());
        ScrollPane scroll = (ScrollPane) Objects.requireNonNull(view.lookup(".start-scroll"));
        assertThat(place("start.card3").getMaxY()).as("below the window's edge").isGreaterThan(400);
        view.enter();
        FxEvents.press(find("start.card0"), KeyCode.DOWN);
        FxExtension.pulse(stage.getScene());
        assertThat(find("start.card3").isFocused()).isTrue();
        assertThat(scroll.getVvalue()).isPositive();
    }
}
