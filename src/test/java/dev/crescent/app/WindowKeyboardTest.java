package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Source;
import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Every room without a mouse: the Tab key leads to all that can be operated, and away from it, and a screen reader has a
/// name for it.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowKeyboardTest {
    @TempDir
    private Path folder = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private void start(String... arguments) {
        app = new WindowBench(folder.resolve("home"), arguments);
    }

    @Test
    void thePlayground() {
        start("builtin:moons");
        app.await("a field", () -> !app.scene().getRoot().lookupAll(".output-picture").isEmpty());
        walk();
    }

    @Test
    void thePlaygroundWithAPinAHiddenSpaceAndTheLens() {
        start("builtin:moons");
        app.click("output.mode.hidden");
        FxExtension.pulse(app.scene());
        walk();
        app.press("L");
        app.await("the lens", () -> app.scene().getRoot().lookupAll(".step-lens").stream().anyMatch(Node::isVisible));
        walk();
    }

    @Test
    void thePlaygroundWithImages() {
        start("builtin:digits-small");
        app.settle();
        walk();
    }

    @Test
    void theDigitRoom() {
        start("builtin:digits");
        app.click("rail.digits");
        app.await("the network that comes trained", () -> DigitReader.suits(app.latest()));
        FxExtension.pulse(app.scene());
        walk();
    }

    @Test
    void theDescentRoomAndItsRaces() {
        start("builtin:moons");
        app.click("rail.descent");
        FxExtension.pulse(app.scene());
        walk();
        app.click("descent.part.1");
        FxExtension.pulse(app.scene());
        walk();
        app.click("descent.part.2");
        FxExtension.pulse(app.scene());
        walk();
    }

    @Test
    void atTwiceTheSizeWhatHasTheKeyboardIsSeen() {
        start("builtin:moons");
        app.window.appearance().setFontScale(200);
        FxExtension.pulse(app.scene());
        List<String> hidden = new ArrayList<>();
        for (Node node : walk()) {
            node.requestFocus();
            FxExtension.pulse(app.scene());
            var at = node.localToScene(node.getLayoutBounds());
            if (at.getMaxX() < 8 || at.getMinX() > app.scene().getWidth() - 8 || at.getMaxY() < 8
                    || at.getMinY() > app.scene().getHeight() - 8) {
                hidden.add(describe(node) + " at " + at);
            }
        }
        assertThat(hidden).isEmpty();
    }

    @Test
    void aChartIsToldInASentence() {
        start("builtin:moons");
        app.press("Shift+S");
        app.awaitSnapshot("an epoch", snapshot -> snapshot.epoch() >= 1);
        app.await("what it came to", () -> app.scene().getRoot().lookupAll("*").stream()
                .map(node -> node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .anyMatch(text -> text instanceof String said && said.matches(
                        ".*training loss [0-9.]+, test loss [0-9.]+, training accuracy .*, test accuracy .* at epoch 1\\.")));
    }

    @Test
    void pointsArePaintedByKeys() {
        start("builtin:moons");
        Node picture = app.picture();
        while (!picture.isFocusTraversable()) {
            picture = picture.getParent();
        }
        Data before = app.experiment().data();
        app.click("paint.brush");
        picture.requestFocus();
        app.press("Right");
        app.press("Enter");
        app.await("painted points", () -> app.experiment().data().source() instanceof Source.Painted);
        Data painted = app.experiment().data();
        app.press("Delete");
        app.await("some of them erased", () -> !app.experiment().data().equals(painted));
        assertThat(before.source()).isNotInstanceOf(Source.Painted.class);
    }

    /// From the first node once around.
    private List<Node> walk() {
        FxExtension.pulse(app.scene());
        List<Node> all = new ArrayList<>();
        collect(app.scene().getRoot(), all);
        assertThat(all).isNotEmpty();
        List<String> nameless = all.stream().filter(node -> name(node).isBlank()).map(WindowKeyboardTest::describe).toList();
        List<String> shapeless = all.stream().filter(node -> node.getAccessibleRole() == AccessibleRole.NODE
                || node.getAccessibleRole() == AccessibleRole.PARENT).map(WindowKeyboardTest::describe).toList();

        all.getFirst().requestFocus();
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> traps = new ArrayList<>();
        for (int i = 0; i < 3 * all.size(); i++) {
            Node owner = app.scene().getFocusOwner();
            reached.add(owner);
            app.press("Tab");
            if (app.scene().getFocusOwner() == owner) {
                traps.add(describe(owner));
                break;
            }
            FxExtension.pulse(app.scene()); // what has the keyboard is scrolled into sight
            if (app.scene().getFocusOwner() == all.getFirst() && missed(all, reached).isEmpty()) {
                break;
            }
        }
        List<String> missed = missed(all, reached);
        assertThat(traps).as("traps").isEmpty();
        assertThat(missed).as("out of the Tab key's reach").isEmpty();
        assertThat(nameless).as("without a name for screen readers").isEmpty();
        assertThat(shapeless).as("without a role for screen readers").isEmpty();
        return all;
    }

    private static List<String> missed(List<Node> all, Set<Node> reached) {
        return all.stream().filter(node -> !reached.contains(node) && canTakeFocus(node) && !isReachedByArrows(node, reached))
                .map(WindowKeyboardTest::describe).toList();
    }

    /// Of toggles of which one is on, the Tab key gets to that one, and the arrow keys to the others.
    private static boolean isReachedByArrows(Node node, Set<Node> reached) {
        return node instanceof ToggleButton toggle && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(other -> other instanceof Node n && reached.contains(n));
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (canTakeFocus(node)) {
            into.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static boolean canTakeFocus(Node node) {
        boolean shown = true;
        for (Node each = node; each != null; each = each.getParent()) {
            shown &= each.isVisible();
        }
        return shown && node.isFocusTraversable() && !node.isDisabled();
    }

    /// What a screen reader calls it.
    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label ? label.getText() : "";
    }

    private static String describe(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass() + " in "
                + (node.getParent() == null ? "" : node.getParent().getStyleClass());
    }
}
