package dev.crescent.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/// What can be read in a part of the window.
public final class ShownTexts {
    private ShownTexts() {}

    /// All texts: labels, tooltips, menus, and what a screen reader says; also of what is not shown now.
    public static List<String> in(Parent root) {
        return root.lookupAll("*").stream().flatMap(ShownTexts::of).filter(Objects::nonNull).filter(text -> !text.isBlank()).toList();
    }

    private static Stream<String> of(Node node) {
        List<String> texts = new ArrayList<>();
        texts.add(node.getAccessibleText());
        texts.add(node.getAccessibleHelp());
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(control.getTooltip().getText());
        }
        node.getProperties().values().stream().filter(Tooltip.class::isInstance).forEach(tip -> texts.add(((Tooltip) tip).getText()));
        if (node instanceof Labeled labeled) {
            texts.add(labeled.getText());
        }
        if (node instanceof Text text) {
            texts.add(text.getText());
        }
        if (node instanceof TextInputControl input) {
            texts.add(input.getPromptText());
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().stream().map(MenuItem::getText).forEach(texts::add);
        }
        return texts.stream();
    }

    /// What has too little room: labels that end in an ellipsis of their own.
    public static List<String> cut(Parent root) {
        return root.lookupAll("*").stream().filter(Labeled.class::isInstance).map(Labeled.class::cast).filter(ShownTexts::isShown)
                .filter(labeled -> labeled.getText() != null && labeled.getWidth() > 0)
                .filter(labeled -> labeled.getChildrenUnmodifiable().stream().anyMatch(child -> child instanceof Text text
                        && text.isVisible() && text.getText().endsWith("\u2026") && !labeled.getText().endsWith("\u2026")
                        || child instanceof Text other && other.isVisible() && other.getText().endsWith("...")
                        && !labeled.getText().endsWith("...")))
                .map(Labeled::getText).distinct().toList();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }
}
