package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// With the Tab key through all of a scene that can take the keyboard.
final class TabWalk {
    private TabWalk() {}

    /// From the first node once around.
    ///
    /// @return what there was on the way; empty where nothing takes the keyboard
    /// @throws AssertionError if something is out of reach, keeps the keyboard, or has no name or role for screen readers
    static List<Node> around(Scene scene) {
        FxExtension.pulse(scene);
        List<Node> all = new ArrayList<>();
        collect(scene.getRoot(), all);
        if (all.isEmpty()) {
            return all;
        }
        List<String> nameless = all.stream().filter(node -> name(node).isBlank()).map(TabWalk::describe).toList();
        List<String> shapeless = all.stream().filter(node -> node.getAccessibleRole() == AccessibleRole.NODE
                || node.getAccessibleRole() == AccessibleRole.PARENT).map(TabWalk::describe).toList();

        all.getFirst().requestFocus();
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> traps = new ArrayList<>();
        for (int i = 0; i < 3 * all.size(); i++) {
            Node owner = scene.getFocusOwner();
            reached.add(owner);
            pressTab(owner);
            if (scene.getFocusOwner() == owner && all.size() > 1) {
                traps.add(describe(owner));
                break;
            }
            FxExtension.pulse(scene); // what has the keyboard is scrolled into sight
            if (scene.getFocusOwner() == all.getFirst() && missed(all, reached).isEmpty()) {
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

    private static void pressTab(Node owner) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(owner, new KeyEvent(type, "", "", KeyCode.TAB, false, false, false, false));
        }
    }

    private static List<String> missed(List<Node> all, Set<Node> reached) {
        return all.stream().filter(node -> !reached.contains(node) && canTakeFocus(node) && !isReachedByArrows(node, reached))
                .map(TabWalk::describe).toList();
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

    static String describe(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass() + " in "
                + (node.getParent() == null ? "" : node.getParent().getStyleClass());
    }
}
