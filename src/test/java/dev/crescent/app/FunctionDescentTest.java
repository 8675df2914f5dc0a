package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.assertj.core.data.Percentage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a user does and sees on a test function.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class FunctionDescentTest {
    private static final long FRAME = 1_000_000_000L / 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Throwable> failures = new ArrayList<>();
    private FunctionDescent part;
    private Stage stage;
    private long now = 1;

    @BeforeEach
    void show() {
        Failures told = new Failures();
        told.setTeller(failures::add);
        part = new FunctionDescent(told);
        VBox.setVgrow(part.content(), Priority.ALWAYS);
        HBox top = new HBox(8);
        top.getChildren().setAll(part.transport());
        stage = FxEvents.stage(new VBox(top, part.bar(), part.content()), 1224, 744);
        part.setTheme(Palette.of(Theme.LIGHT));
        stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (part.take(e)) {
                e.consume();
            }
        });
        part.enter();
        frame();
    }

    @AfterEach
    void hide() {
        part.close();
        stage.hide();
        assertThat(failures).isEmpty();
    }

    private void frame() {
        now += FRAME;
        part.frame(now);
        FxExtension.pulse(stage.getScene());
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            frame();
        }
    }

    private Stream<Node> everywhere() {
        return Window.getWindows().stream().filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream());
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(everywhere().filter(node -> id.equals(node.getId())).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing has the id " + id)));
    }

    private void press(String id) {
        find(id, ButtonBase.class).fire();
    }

    private void key(KeyCode code) {
        FxEvents.press(stage.getScene().getRoot(), code);
    }

    private void choose(String menu, String item) {
        find(menu, MenuButton.class).getItems().stream().filter(each -> item.equals(each.getText())).findFirst()
                .orElseThrow().fire();
        frame();
    }

    private List<List<String>> lanes() {
        return part.content().lookupAll(".lane-row").stream().map(row -> row.lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && !label.getText().isEmpty())
                .map(node -> ((Label) node).getText()).toList()).toList();
    }

    private String laneValue(int lane) {
        List<String> texts = lanes().get(lane);
        return texts.get(texts.size() - 2);
    }

    private String laneState(int lane) {
        return lanes().get(lane).getLast();
    }

    private String said() {
        return String.join("|", part.content().lookupAll(".label").stream()
                .filter(node -> node.isVisible()).map(node -> ((Label) node).getText()).toList());
    }

    private MapView map() {
        return (MapView) Objects.requireNonNull(part.content().lookup(".map-view"));
    }

    /// A place of Himmelblau's square from -5 to 5, in the map's pixels.
    private double[] onMap(double x, double y) {
        double side = Math.min(map().getWidth(), map().getHeight());
        return new double[] {(x + 5) / 10 * side, (5 - y) / 10 * side};
    }

    private void clickMap(double x, double y) {
        double[] at = onMap(x, y);
        FxEvents.click(map().lookup(".map-picture"), at[0], at[1]);
        frame();
    }

    private void fast() {
        find("function.speed", Slider.class).setValue(1);
    }

    @Test
    void aClickSetsTheStartAndFromThereTheRaceRunsToTheMinimum() {
        String before = laneValue(0);
        clickMap(2, 3);
        assertThat(laneValue(0)).isNotEqualTo(before).isEqualTo("32.00");
        fast();
        press("function.run");
        frames(90);
        for (int i = 0; i < 4; i++) {
            assertThat(laneState(i)).contains(". after ");
        }
        assertThat(find("function.run", Button.class).getText()).as("it pauses when all have arrived").isEqualTo("Race");
        assertThat(said()).contains("Himmelblau");
    }

    @Test
    void anotherFunctionHasItsOwnStartRatesAndFormula() {
        press("function.step");
        frame();
        assertThat(said()).contains("step 1;");
        choose("function.choice", "Rosenbrock");
        assertThat(said()).contains("Rosenbrock", "A curved valley", "step 0;");
        assertThat(lanes().getFirst()).contains("rate 0.0005");
        assertThat(said()).contains("Adam, at the start");
        choose("function.choice", "Two wells");
        assertThat(lanes().getFirst()).contains("rate 0.01");
        assertThat(said()).as("negative values").contains("linear");
    }

    @Test
    void aBadFormulaSaysWhyAtTheFieldAndTheLastGoodFunctionStays() {
        choose("function.choice", "Own formula");
        TextField field = find("function.field", TextField.class);
        field.setText("x^2 + 3*y^2");
        field.fireEvent(new ActionEvent());
        frame();
        String value = laneValue(0);
        field.setText("x^2 + foo(");
        field.fireEvent(new ActionEvent());
        frame();
        Label problem = find("function.problem", Label.class);
        assertThat(problem.getText()).startsWith("The formula ").endsWith(".");
        assertThat(laneValue(0)).isEqualTo(value);
        field.requestFocus();
        field.setText("1"); // the first letter of what is typed in its place
        frame();
        assertThat(everywhere().noneMatch(node -> "function.problem".equals(node.getId()))).isTrue();
        assertThat(field.isFocused()).isTrue();
        assertThat(laneValue(0)).as("nothing is taken before Enter").isEqualTo(value);
        field.setText("x^2 + y^2");
        field.fireEvent(new ActionEvent());
        frame();
        assertThat(laneValue(0)).isNotEqualTo(value);
        fast();
        press("function.run");
        await("an arrival", () -> laneState(0).startsWith("1. after "));
        choose("function.choice", "Saddle");
        assertThat(field.isVisible()).isFalse();
    }

    @Test
    void optimizersJoinCatchUpAndLeave() {
        for (int i = 0; i < 5; i++) {
            press("function.step");
        }
        choose("function.add", "Lion");
        assertThat(lanes()).hasSize(5);
        assertThat(lanes().get(4)).contains("Lion", "rate 0.01");
        assertThat(laneValue(4)).as("five steps at once").isNotEqualTo("180.31");
        choose("function.add", "Adam");
        assertThat(find("race.racer.5", Button.class).getAccessibleText()).startsWith("A2, Adam");
        assertThat(find("function.add", MenuButton.class).isDisabled()).isTrue();
        press("race.racer.1");
        press("racer.remove");
        frame();
        assertThat(lanes()).hasSize(5);
        assertThat(lanes().toString()).doesNotContain("Momentum");
        assertThat(find("function.add", MenuButton.class).isDisabled()).isFalse();
    }

    @Test
    void anOptimizersKindAndRateAreSetInItsCard() {
        press("race.racer.0");
        ComboBox<?> kind = find("racer.kind", ComboBox.class);
        kind.getSelectionModel().select(3);
        frame();
        assertThat(lanes().getFirst()).contains("Adagrad", "rate 1");
        TextField rate = everywhere().filter(node -> node instanceof TextField field && field.getText().equals("1"))
                .map(TextField.class::cast).findFirst().orElseThrow();
        rate.setText("0.25");
        rate.fireEvent(new ActionEvent());
        frame();
        assertThat(lanes().getFirst()).contains("rate 0.25");
        choose("function.choice", "Plateau");
        assertThat(lanes().getFirst()).as("set by hand").contains("rate 0.25");
    }

    @Test
    void whoIsLostSaysWhy() {
        press("race.racer.0");
        TextField rate = everywhere().filter(node -> node instanceof TextField field && field.getText().equals("0.01"))
                .map(TextField.class::cast).findFirst().orElseThrow();
        rate.setText("10");
        rate.fireEvent(new ActionEvent());
        for (int i = 0; i < 4; i++) {
            press("function.step");
        }
        frame();
        assertThat(laneState(0)).startsWith("diverged");
        Label state = (Label) part.content().lookup(".lane-row .danger-text");
        assertThat(state.getTooltip().getText()).contains("lower the learning rate");
        assertThat(laneState(1)).isEqualTo("under way");
    }

    @Test
    void stepByStepTheBallMovesWhenItsLastLineIsRead() {
        press("lens.slow");
        frame();
        assertThat(said()).contains("Adam, at the start");
        key(KeyCode.SPACE);
        frame();
        assertThat(said()).contains("Adam, step 1", "A running mean of the gradient", "step 0;");
        assertThat(laneValue(3)).isEqualTo("180.31");
        for (int line = 2; line <= 4; line++) {
            key(KeyCode.SPACE);
            frame();
            assertThat(said()).as("line %s", line).contains("step 0;");
        }
        press("lens.forward");
        frame();
        assertThat(said()).contains("and the weight goes against it", "step 1;");
        assertThat(laneValue(3)).isNotEqualTo("180.31");
        key(KeyCode.SPACE);
        frame();
        assertThat(said()).contains("Adam, step 2");
        press("lens.next");
        frame();
        assertThat(said()).as("another ball").contains("SGD, step 2");
    }

    @Test
    void spaceRunsAndSStepsAndRRestarts() {
        key(KeyCode.S);
        key(KeyCode.S);
        frame();
        assertThat(said()).contains("step 2;");
        fast();
        key(KeyCode.SPACE);
        frames(3);
        assertThat(find("function.run", Button.class).getText()).isEqualTo("Pause");
        key(KeyCode.SPACE);
        key(KeyCode.R);
        frames(3);
        assertThat(said()).contains("step 0;");
    }

    @Test
    void leavingPausesIt() {
        fast();
        press("function.run");
        frames(2);
        part.leave();
        String there = laneValue(0);
        part.enter();
        frames(3);
        assertThat(find("function.run", Button.class).getText()).isEqualTo("Race");
        assertThat(laneValue(0)).isEqualTo(there);
    }

    @Test
    void aDraggedStartShowsWhereItWouldLead() {
        for (int i = 0; i < 30; i++) {
            press("function.step");
        }
        frame();
        String before = laneValue(0);
        double[] from = onMap(-4, 4);
        double[] to = onMap(4, 0.5);
        FxEvents.mouse(map().lookup(".map-picture"), MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY,
                from[0], from[1], 1);
        Event.fireEvent(map().lookup(".map-picture"), dragged(to[0], to[1]));
        frame();
        assertThat(said()).contains("step 30;");
        assertThat(laneValue(1)).isNotEqualTo(before);
        press("function.restart");
        frame();
        double height = Math.pow(16 + 0.5 - 11, 2) + Math.pow(4 + 0.25 - 7, 2);
        assertThat(Double.parseDouble(laneValue(0))).isCloseTo(height, Percentage.withPercentage(3));
    }

    private MouseEvent dragged(double x, double y) {
        Node picture = map().lookup(".map-picture");
        Point2D at = picture.localToScene(x, y);
        return new MouseEvent(MouseEvent.MOUSE_DRAGGED, at.getX(), at.getY(), at.getX(),
                at.getY(), MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null);
    }

    @Test
    void arrowsWithTheShortcutKeyMoveTheStart() {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        KeyEvent right = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, true, !mac, false, mac);
        Event.fireEvent(map(), right);
        frame();
        double height = Math.pow(0 - 1 - 11, 2) + Math.pow(0 + 1 - 7, 2);
        assertThat(laneValue(0)).isEqualTo(String.format(Locale.ROOT, "%.2f", height));
    }

    @Test
    void basinsColorTheMapByTheMinimumReached() {
        Palette palette = Palette.of(Theme.LIGHT);
        Color deep = at(3, 2);
        find("function.basins", ToggleSwitch.class).setSelected(true);
        await("the basins", () -> distance(at(3, 2), palette.classColor(0)) < 0.1);
        assertThat(distance(deep, palette.classColor(0))).isGreaterThan(0.3);
        await("all four", () -> distance(at(3.58, -1.85), palette.classColor(1)) < 0.1
                && distance(at(-3.78, -3.28), palette.classColor(2)) < 0.1
                && distance(at(-2.8, 3.13), palette.classColor(3)) < 0.1);
        assertThat(said()).contains("colors: where| Adam |ends");
        find("function.basins", ToggleSwitch.class).setSelected(false);
        frame();
        assertThat(distance(at(3, 2), deep)).isLessThan(0.05);
    }

    private Color at(double x, double y) {
        PixelReader pixels = stage.getScene().snapshot(null).getPixelReader();
        double[] place = onMap(x, y);
        Point2D scene = map().localToScene(place[0], place[1]);
        return pixels.getColor((int) scene.getX(), (int) scene.getY());
    }

    private static double distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
    }

    /// Draws frames until something is so.
    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not seen in " + PATIENCE.toSeconds() + " s: " + what);
            }
            frame();
        }
    }
}
