package dev.crescent.ui.bars;

import dev.crescent.ui.Hint;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// A setting in the bar: its name, its value, a menu of usual values and, where there is more to set, a form.
public final class SettingButton extends MenuButton {
    private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");
    /// Between name and value.
    private static final double GAP = 8;
    /// How much narrower the edges are where the name is above the value.
    private static final double SAVED = 10;

    private final String name;
    private final Label title = new Label();
    private final Label value = new Label();
    private final HBox row = new HBox(GAP, title, value);
    private final VBox column = new VBox();
    private boolean stacked;
    private @Nullable PopOver form;

    /// One usual value.
    ///
    /// @param detail what the menu says of it beside its name; empty for nothing
    public record Choice(String name, String detail, Runnable action) {
        public Choice(String name, Runnable action) {
            this(name, "", action);
        }
    }

    /// @param hint one sentence on what the setting does to learning
    public SettingButton(String name, String hint) {
        this.name = name;
        getStyleClass().add("setting");
        title.setText(name);
        title.getStyleClass().add("setting-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().add("setting-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        row.getStyleClass().add("setting-row");
        column.getStyleClass().add("setting-column");
        setGraphic(row);
        setMinWidth(Region.USE_PREF_SIZE);
        Hint.give(this, hint);
        setAccessibleText(name);
    }

    /// The width without the name, where that would stand beside the value.
    double bareWidth() {
        return prefWidth(-1) - getGraphic().prefWidth(-1) + value.prefWidth(-1) + (stacked ? SAVED : 0);
    }

    /// How much more it needs with the name beside the value.
    double nameWidth() {
        return Math.ceil(TextFit.width(name, Fonts.sans(13))) + GAP;
    }

    /// How much more than its bare width it needs with the name above the value, where the edges are narrower; may be negative.
    double stackedWidth(boolean named) {
        return (named ? Math.max(0, Math.ceil(TextFit.width(name)) - value.prefWidth(-1)) : 0) - SAVED;
    }

    /// Puts the name above the value, which needs less width, or beside it.
    void setStacked(boolean above) {
        if (stacked != above) {
            stacked = above;
            row.getChildren().clear();
            column.getChildren().clear();
            (above ? column : row).getChildren().setAll(title, value);
            setGraphic(above ? column : row);
            pseudoClassStateChanged(STACKED, above);
            applyCss();
        }
    }

    /// Shows or leaves out the name; the tooltip still has it.
    void setNamed(boolean named) {
        if (title.isManaged() != named) {
            title.setManaged(named);
            title.setVisible(named);
        }
    }

    /// Shows the value; what can be chosen stays.
    void showValue(String shown) {
        if (!value.getText().equals(shown)) {
            value.setText(shown);
        }
        setAccessibleText(name + " " + shown);
    }

    /// Shows the value, and what can be chosen.
    ///
    /// @param chosen the choice's name that is in force; a value that is no choice is only shown
    public void show(String shown, String chosen, List<Choice> choices) {
        showValue(shown);
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (Choice choice : choices) {
            RadioMenuItem item = new RadioMenuItem(
                    choice.detail().isEmpty() ? choice.name() : Texts.get("set.detailed", choice.name(), choice.detail()));
            item.setToggleGroup(group);
            item.setSelected(choice.name().equals(chosen));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> choice.action().run());
            items.add(item);
        }
        getItems().setAll(items);
    }

    /// Adds an item that opens a form below the button.
    ///
    /// @param rows builds the form each time it opens
    void addForm(String text, Consumer<VBox> rows) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> openForm(rows));
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems().add(item);
    }

    private void openForm(Consumer<VBox> rows) {
        Optional.ofNullable(form).ifPresent(PopOver::hide);
        VBox content = new VBox(8);
        content.getStyleClass().add("popover-card");
        content.setMinWidth(272);
        rows.accept(content);
        PopOver card = FormCard.show(content, PopOver.ArrowLocation.TOP_LEFT, this);
        form = card;
        if (content.getChildren().size() == 1 && content.getChildren().getFirst() instanceof NumberRow only) {
            only.onEnter(card::hide); // there is nothing else to be set
        }
        content.lookupAll(".text-field").stream().findFirst().ifPresent(Node::requestFocus);
    }
}
