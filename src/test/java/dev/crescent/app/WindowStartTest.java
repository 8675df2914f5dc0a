package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.PadStroke;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.export.DrawingFile;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The start screen in a whole window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowStartTest {
    private static final Experiment OTHER = Experiment.defaults().withTitle("Other");

    @TempDir
    private Path folder = Path.of("");
    private Path home;
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private void start(String... arguments) {
        home = folder.resolve("home");
        app = WindowBench.opened(home, arguments);
    }

    private boolean isShown() {
        FxExtension.pulse(app.scene());
        return app.scene().lookup(".start-view") != null;
    }

    private boolean isShown(String style) {
        FxExtension.pulse(app.scene());
        Node node = app.scene().lookup(style);
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    private String text(String id) {
        return ((Label) app.find(id)).getText();
    }

    private void await(String what, boolean shown) {
        app.await(what, () -> isShown() == shown);
    }

    /// The color in the middle of the left half of a card's picture.
    private int color(String card) {
        Node picture = Objects.requireNonNull(app.find(card).lookup(".start-picture"));
        WritableImage shot = picture.snapshot(null, null);
        return shot.getPixelReader().getArgb((int) (shot.getWidth() * 0.03), (int) (shot.getHeight() * 0.05));
    }

    private static boolean near(int a, int b) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255)) + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                + Math.abs((a & 255) - (b & 255)) < 24;
    }

    @Test
    void theFirstStartShowsItWithoutTheBarsOfTraining() {
        start();
        assertThat(isShown()).isTrue();
        assertThat(isShown(".top-bar")).isFalse();
        assertThat(isShown(".timeline-bar")).isFalse();
        assertThat(((ToggleButton) app.find("rail.home")).isSelected()).isTrue();
        assertThat(((ToggleButton) app.find("rail.playground")).isSelected()).isFalse();
        app.click("rail.playground");
        assertThat(isShown()).isFalse();
        assertThat(isShown(".top-bar")).isTrue();
        assertThat(((ToggleButton) app.find("rail.home")).isSelected()).isFalse();
    }

    @Test
    void keptWorkIsShownAtOnce() {
        home = folder.resolve("home");
        WindowBench.keep(new UserFolder(home).autosave(1), Document.begun(Experiment.defaults()).with(OTHER));
        start();
        assertThat(isShown()).isFalse();
        assertThat(app.experiment()).isEqualTo(OTHER);
    }

    @Test
    void aFileThatWasAskedForIsShownAtOnce() throws Exception {
        Path file = WindowBench.write(folder.resolve("other.crescent"), OTHER);
        start(file.toString());
        assertThat(isShown()).isFalse();
        assertThat(app.experiment()).isEqualTo(OTHER);
    }

    /// A window that was closed with nothing of the user's begins there again, one with work does not.
    @Test
    void theNextStartDependsOnWhatWasLeft() {
        start();
        app.close();
        start();
        assertThat(isShown()).isTrue();
        app.bench().change(app.experiment().withTitle("mine"), "", true);
        app.settle();
        app.close();
        start();
        assertThat(isShown()).isFalse();
        assertThat(app.experiment().title()).isEqualTo("mine");
    }

    @Test
    void aCardOpensItsExperimentAndUndoBringsBackWhatWasThere() throws Exception {
        start();
        app.click("start.spiral");
        Experiment spiral = Builtins.read("spiral");
        app.await("the spiral", () -> app.experiment().equals(spiral));
        assertThat(isShown()).isFalse();
        assertThat(isShown(".output-picture")).isTrue();
        app.settle();
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        assertThat(isShown()).isFalse();
    }

    @Test
    void theCardOfWhatIsOnTheBenchAlreadyLeadsThereToo() {
        start();
        app.click("start.moons");
        await("the playground", false);
        Experiment moons = app.experiment();
        app.settle();
        app.click("rail.home");
        assertThat(isShown()).isTrue();
        app.click("start.moons");
        await("the playground again", false);
        assertThat(app.experiment()).isEqualTo(moons);
    }

    @Test
    void digitsOpenTheirRoomWithTheReader() {
        start();
        app.click("start.sheet");
        app.await("the digit room", () -> isShown(".digits-room"));
        assertThat(app.bench().beganTrained()).isTrue();
    }

    @Test
    void theRaceLeavesTheBenchAlone() {
        start();
        app.click("start.downhill");
        await("the descent room", false);
        assertThat(isShown(".function-descent")).isTrue();
        assertThat(app.bench().canUndo()).isFalse();
        assertThat(((ToggleButton) app.find("rail.descent")).isSelected()).isTrue();
        app.click("rail.home");
        assertThat(isShown()).isTrue();
        app.click("start.downhill");
        await("the descent room again", false);
    }

    /// It is a place of the window: training goes on behind it, and is not touched by keys that nobody sees the effect of.
    @Test
    void enteringChangesNothingOnTheBench() {
        start();
        app.click("rail.playground");
        app.press("Space");
        app.awaitSnapshot("it trains", s -> s.running() && s.step() > 0);
        app.click("rail.home");
        assertThat(isShown()).isTrue();
        long step = app.latest().step();
        app.awaitSnapshot("it trains on", s -> s.running() && s.step() > step);
        assertThat(app.latest().run()).isEqualTo(1);
        app.press("Space");
        app.press("R");
        app.press("Ctrl+Z");
        long later = app.latest().step();
        app.awaitSnapshot("still", s -> s.running() && s.step() > later && s.run() == 1);
        assertThat(app.bench().canUndo()).isFalse();
        app.press("Esc");
        assertThat(isShown()).isFalse();
        assertThat(app.latest().running()).isTrue();
        app.press("Space");
        app.awaitSnapshot("it pauses", s -> !s.running());
    }

    @Test
    void picturesComeInTheBackgroundAndFollowTheTheme() {
        start();
        Palette light = Palette.of(Theme.LIGHT);
        app.await("the points", () -> near(color("start.moons"), light.fieldArgb(0)) || near(color("start.moons"), light.fieldArgb(-1)));
        app.await("what was learned", () -> near(color("start.moons"), light.fieldArgb(-1)));
        app.press("T");
        app.await("in the other theme", () -> near(color("start.moons"), Palette.of(Theme.DARK).fieldArgb(-1)));
        app.press("T");
        app.await("and back", () -> near(color("start.moons"), light.fieldArgb(-1)));
    }

    /// It begins unsure, in pale colors, and ends as it was.
    @Test
    void theCardUnderTheMousePlaysOnce() {
        start();
        int learned = Palette.of(Theme.LIGHT).fieldArgb(-1);
        app.await("what was learned", () -> near(color("start.moons"), learned));
        FxEvents.mouse(app.find("start.moons"), MouseEvent.MOUSE_ENTERED, MouseButton.NONE, 20, 20, 0);
        app.await("an early moment", () -> !near(color("start.moons"), learned));
        app.await("the last one", () -> near(color("start.moons"), learned));
        FxEvents.exit(app.find("start.moons"));
        FxEvents.mouse(app.find("start.moons"), MouseEvent.MOUSE_ENTERED, MouseButton.NONE, 20, 20, 0);
        app.await("again", () -> !near(color("start.moons"), learned));
        FxEvents.exit(app.find("start.moons"));
        assertThat(near(color("start.moons"), learned)).as("at once").isTrue();
    }

    @Test
    void aDrawingIsReadAndGoesAlongToTheDigitRoom() {
        start();
        RoomHands room = new RoomHands(app);
        assertThat(text("start.winner")).isEqualTo("\u2013");
        room.draw(RoomHands.FOUR);
        app.await("it is read", () -> text("start.winner").equals("4"));
        int strokes = room.pad().drawing().strokes().size();
        app.press("Ctrl+Z");
        app.await("without the last stroke", () -> room.pad().drawing().strokes().size() == strokes - 1);
        app.press("Ctrl+Shift+Z");
        app.await("with it", () -> room.pad().drawing().strokes().size() == strokes);
        app.click("start.digits");
        app.await("the digit room reads the same", () -> isShown(".digits-room") && room.said().startsWith("4 "));
        assertThat(room.pad().drawing().strokes()).hasSize(strokes);
    }

    @Test
    void aDrawingGoesOverTheOneThatWasKeptInTheDigitRoom() throws Exception {
        home = folder.resolve("home");
        Drawing kept = Drawing.EMPTY.with(PadStroke.at(PadStroke.Tool.PEN, 0.05, 0.3, 0.3).to(0.7, 0.7));
        Files.createDirectories(home);
        DrawingFile.write(new UserFolder(home).pad(), kept);
        start();
        RoomHands room = new RoomHands(app);
        room.draw(RoomHands.FOUR);
        app.await("it is read", () -> text("start.winner").equals("4"));
        app.click("start.digits");
        app.await("the digit room reads it", () -> isShown(".digits-room") && room.said().startsWith("4 "));
        app.press("Ctrl+Z");
        assertThat(room.pad().drawing().strokes()).as("what was kept").hasSize(1);
    }

    @Test
    void aTableThatIsOnTheBenchAlreadyLeadsThereToo() throws Exception {
        start();
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,y\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n");
        for (int times = 0; times < 2; times++) {
            FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, table.toFile());
            app.await("the room", () -> !isShown());
            app.click("rail.home");
            assertThat(isShown()).isTrue();
        }
    }

    @Test
    void aScribbleIsNotTakenForADigit() {
        start();
        RoomHands room = new RoomHands(app);
        room.draw(RoomHands.SMILEY);
        app.await("it says so", () -> text("start.winner").equals("not sure"));
        assertThat(text("start.says")).startsWith("Most like a ");
        app.click("start.clear");
        app.await("nothing", () -> text("start.winner").equals("\u2013"));
    }

    @Test
    void aTalkOfTheUsersOwnIsListedWhenItIsOver() throws Exception {
        Path talk = Files.writeString(folder.resolve("my talk.crescent"), """
                {"format": "crescent-lesson", "version": 1, "scenes": [{"caption": "Own", "from": "builtin:xor"}]}""");
        start();
        Scene window = app.scene();
        app.window.openLesson(talk);
        app.await("the stage", () -> app.scene() != window);
        app.press("Esc");
        app.await("the window", () -> app.scene() == window);
        app.await("the talk", () -> isShown(".recent-button") && app.find("recent.0").getAccessibleText().startsWith("my talk, today "));
    }

    @Test
    void filesOfLateAreOpenedOrRemoved() throws Exception {
        Path file = WindowBench.write(folder.resolve("a talk.crescent"), OTHER);
        Path gone = WindowBench.write(folder.resolve("gone.crescent"), OTHER);
        home = folder.resolve("home");
        Preferences preferences = Preferences.read(new UserFolder(home).preferences());
        preferences.addRecent(file);
        preferences.addRecent(gone);
        preferences.write();
        Files.delete(gone);
        start();
        app.await("what is known of them", () -> app.find("recent.0").isDisabled()
                && app.find("recent.1").getAccessibleText().startsWith("a talk, today "));
        item(0, "recent.remove.0").fire();
        app.await("one of them", () -> app.find("recent.0").getAccessibleText().startsWith("a talk, today "));
        assertThat(app.preferences.recent()).containsExactly(file);
        app.click("recent.0");
        app.await("the file", () -> file.equals(app.bench().document().file()));
        assertThat(isShown()).isFalse();
    }

    private MenuItem item(int row, String id) {
        return ((MenuButton) app.find("recent.menu." + row)).getItems().stream().filter(item -> id.equals(item.getId()))
                .findFirst().orElseThrow();
    }

    @Test
    void withoutFilesOneLineSaysSo() {
        start();
        assertThat(isShown()).isTrue();
        assertThat(text("start.noRecent")).isEqualTo(Texts.get("start.noRecent"));
        app.await("the lessons", () -> text("start.lessonsDone").startsWith("0 of 8 "));
        assertThat(RoomHands.isShown(app.find("start.lesson.0"))).isTrue();
    }

    @Test
    void aDroppedFileOrTableIsOpened() throws Exception {
        start();
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,kind\n" + "0,0,x\n1,1,y\n0,1,x\n1,0,y\n".repeat(10));
        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, table.toFile());
        await("the playground", false);
        assertThat(app.bench().canUndo()).isTrue();
        app.click("rail.home");
        assertThat(isShown()).isTrue();
        Path damaged = Files.writeString(folder.resolve("damaged.crescent"), "{");
        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, damaged.toFile());
        app.await("the sentence", () -> app.line().contains("damaged.crescent"));
        assertThat(isShown()).isTrue();
    }

    @Test
    void theKeyboardBeginsAtTheFirstCard() {
        start();
        assertThat(app.find("start.moons").isFocused()).isTrue();
        FxEvents.press(app.find("start.moons"), KeyCode.RIGHT);
        FxExtension.pulse(app.scene());
        assertThat(app.find("start.xor").isFocused()).isTrue();
        FxEvents.press(app.find("start.xor"), KeyCode.ENTER);
        app.await("it", () -> app.experiment().title().equals("Exclusive or"));
    }

    /// From the digit room too, and from the race of the engines.
    @Test
    void theRoomIsTheOneThatWasLeft() {
        start();
        app.click("rail.descent");
        assertThat(isShown(".descent-room")).isTrue();
        app.click("rail.home");
        assertThat(isShown()).isTrue();
        assertThat(isShown(".descent-room")).isFalse();
        app.press("Esc");
        assertThat(isShown(".descent-room")).isTrue();
        app.click("rail.home");
        Bounds place = app.find("start.moons").getLayoutBounds();
        assertThat(place.getWidth()).isGreaterThan(200);
        app.click("rail.playground");
        assertThat(isShown(".output-picture")).isTrue();
        assertThat(Arrays.asList(".start-view", ".descent-room")).noneMatch(this::isShown);
    }

    @Test
    void aCardsTooltipLeavesItsPictureFree() {
        start();
        app.stage.setX(0);
        app.stage.setY(0);
        FxExtension.pulse(app.scene());
        Button card = (Button) app.find("start.moons");
        new Robot().mouseMove(card.localToScreen(40, 40));
        Tooltip tip = card.getTooltip();
        app.await("the tooltip", tip::isShowing);
        assertThat(tip.getAnchorY()).isGreaterThan(card.localToScreen(0, card.getHeight()).getY());
        tip.hide();
    }
}
