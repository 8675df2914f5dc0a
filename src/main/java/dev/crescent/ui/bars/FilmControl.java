package dev.crescent.ui.bars;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lets the user film a run: a menu of pictures, and while a film is made how far it is, and a way to stop it.
final class FilmControl extends StackPane {
    private final MenuButton menu = new MenuButton(Texts.get("timeline.film"), new FontIcon(Feather.FILM));
    private final Label progress = new Label();
    private final Button cancel = new Button("", new FontIcon(Feather.X));
    private final HBox making = new HBox(4, progress, cancel);
    private IntConsumer onWanted = number -> { };
    private Runnable onCancel = () -> { };

    FilmControl() {
        menu.setId("timeline.film");
        menu.getStyleClass().addAll("icon-button", "timeline-film");
        Hint.give(menu, Texts.get("timeline.filmHint"));
        menu.setMinWidth(USE_PREF_SIZE);
        progress.setId("timeline.filming");
        progress.setMinWidth(44);
        progress.setAlignment(Pos.CENTER_RIGHT);
        cancel.setId("timeline.filmCancel");
        cancel.getStyleClass().addAll("icon-button", "small-control");
        cancel.setAccessibleText(Texts.get("timeline.filmCancel"));
        Hint.give(cancel, Texts.get("timeline.filmCancel"));
        cancel.setOnAction(e -> onCancel.run());
        making.setAlignment(Pos.CENTER_RIGHT);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(menu, making);
        show(Double.NaN);
    }

    void setOn(IntConsumer wanted, Runnable cancelled) {
        onWanted = wanted;
        onCancel = cancelled;
    }

    void offer(List<String> names) {
        if (!names.equals(menu.getItems().stream().map(MenuItem::getText).toList())) {
            menu.getItems().setAll(IntStream.range(0, names.size()).mapToObj(i -> {
                MenuItem item = new MenuItem(names.get(i));
                item.setOnAction(e -> onWanted.accept(i));
                return item;
            }).toList());
        }
    }

    /// @param share of the film that is made; NaN while there is none
    void show(double share) {
        boolean busy = !Double.isNaN(share);
        menu.setVisible(!busy);
        making.setVisible(busy);
        if (busy) {
            progress.setText(Numbers.percent(share, 0));
        }
    }
}
