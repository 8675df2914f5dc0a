package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rail at the left edge: Crescent's mark, the rooms, and which panels are shown.
final class Rail extends VBox {
    private final Map<Rooms.Room, ToggleButton> rooms = new EnumMap<>(Rooms.Room.class);
    private final List<ToggleButton> folds;
    private final ToggleButton home;

    /// @param enter called with the room that is wanted
    /// @param start called when the start screen is wanted
    /// @param settings called when the settings are wanted
    Rail(PanelLayout panels, Consumer<Rooms.Room> enter, Runnable start, Runnable settings) {
        getStyleClass().add("rail");
        Region mark = new Region();
        mark.getStyleClass().add("rail-mark");
        VBox.setMargin(mark, new Insets(10, 0, 18, 0));
        rooms.put(Rooms.Room.PLAYGROUND, room("window.playground", Feather.SHARE_2, Rooms.Room.PLAYGROUND, enter));
        rooms.put(Rooms.Room.DIGITS, room("window.digits", Feather.EDIT_2, Rooms.Room.DIGITS, enter));
        rooms.put(Rooms.Room.DESCENT, room("window.descent", Feather.TRENDING_DOWN, Rooms.Room.DESCENT, enter));
        folds = List.of(fold("window.data", Feather.DATABASE, panels.dataShownProperty()),
                fold("window.curves", Feather.ACTIVITY, panels.curvesShownProperty()),
                fold("window.output", Feather.IMAGE, panels.outputShownProperty()));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(mark);
        getChildren().addAll(rooms.values());
        getChildren().add(space);
        getChildren().addAll(folds);
        home = place("window.home", Feather.HOME, "home", start);
        home.getTooltip().setText(Texts.get("window.homeHint"));
        getChildren().addAll(home, settings(settings));
        show(Rooms.Room.PLAYGROUND, true);
    }

    /// Marks the room that is shown.
    ///
    /// @param shown null for the start screen
    /// @param panels whether there are panels to fold
    void show(Rooms.@Nullable Room shown, boolean panels) {
        home.setSelected(shown == null);
        rooms.forEach((room, button) -> button.setSelected(room == shown));
        folds.forEach(fold -> fold.setVisible(panels));
    }

    /// Looks like the others, but is no place to be in.
    private static ToggleButton settings(Runnable open) {
        ToggleButton button = place("window.settings", Feather.SETTINGS, "settings", open);
        button.getTooltip().setText(Texts.get("window.settingsHint"));
        button.selectedProperty().subscribe(chosen -> button.setSelected(false));
        return button;
    }

    private static ToggleButton room(String key, Feather icon, Rooms.Room room, Consumer<Rooms.Room> enter) {
        return place(key, icon, room.name().toLowerCase(Locale.ROOT), () -> enter.accept(room));
    }

    private static ToggleButton place(String key, Feather icon, String id, Runnable enter) {
        ToggleButton button = new ToggleButton(Texts.get(key), new FontIcon(icon));
        button.setId("rail." + id);
        button.setOnAction(e -> {
            // The place that is shown stays marked.
            button.setSelected(true);
            enter.run();
        });
        button.setTooltip(new Tooltip(Texts.get(key)));
        button.setAccessibleText(Texts.get(key));
        return button;
    }

    /// Names below the icons, for which a wide window has room.
    void setNamed(boolean named) {
        if (named != getStyleClass().contains("named")) {
            if (named) {
                getStyleClass().add("named");
            } else {
                getStyleClass().remove("named");
            }
        }
    }

    private static ToggleButton fold(String key, Feather icon, BooleanProperty shown) {
        ToggleButton button = new ToggleButton(Texts.get(key), new FontIcon(icon));
        button.getStyleClass().add("fold-button");
        button.selectedProperty().bindBidirectional(shown);
        button.setTooltip(new Tooltip(Texts.get(key + "Hint")));
        return button;
    }
}
