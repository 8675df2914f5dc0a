package dev.crescent.ui;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Choices side by side, one of which is always on: by a click or with the arrow keys, which select without an action of
/// the button's.
public final class Segments extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons;
    private final IntConsumer chosen;
    private int index;

    /// The first is on.
    ///
    /// @param chosen told the number of another one that the user has chosen
    public Segments(List<ToggleButton> buttons, IntConsumer chosen) {
        this.buttons = List.copyOf(buttons);
        this.chosen = chosen;
        getStyleClass().add("segmented");
        setMaxHeight(Region.USE_PREF_SIZE);
        setMinWidth(Region.USE_PREF_SIZE);
        for (ToggleButton button : buttons) {
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().setAll(buttons);
        choose(0);
        group.selectedToggleProperty().addListener((of, before, now) -> turned(now));
    }

    /// Turns one on; nobody is told.
    public void choose(int number) {
        index = number;
        buttons.get(number).setSelected(true);
    }

    private void turned(@Nullable Toggle on) {
        if (on == null) {
            buttons.get(index).setSelected(true); // it was clicked again
        } else if (on != buttons.get(index)) {
            index = group.getToggles().indexOf(on);
            chosen.accept(index);
        }
    }
}
