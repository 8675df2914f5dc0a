package dev.crescent.ui.lesson;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Motion;
import dev.crescent.ui.theme.Theme;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the speaker can click on, there only while the mouse moves.
public final class StageControls extends HBox {
    private static final Duration STAYS = Duration.seconds(2);
    private static final Duration FADE = Duration.millis(120);

    private final Label place = new Label();
    private final Button run;
    private final Button theme;
    private final PauseTransition rest = new PauseTransition(STAYS);
    private final FadeTransition fade = new FadeTransition(FADE, this);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);

    /// What the speaker wants.
    public interface Listener {
        void backWanted();

        void nextWanted();

        void runWanted();

        void againWanted();

        void spotlightWanted();

        void blackWanted();

        void themeWanted();

        void keysWanted();

        void endWanted();
    }

    StageControls(Listener listener) {
        getStyleClass().add("stage-controls");
        setAlignment(Pos.CENTER_LEFT);
        place.getStyleClass().add("muted");
        place.setId("stage.place");
        run = button("run", Feather.PLAY, listener::runWanted);
        theme = button("theme", Feather.SUN, listener::themeWanted);
        getChildren().setAll(button("back", Feather.CHEVRON_LEFT, listener::backWanted), place,
                button("next", Feather.CHEVRON_RIGHT, listener::nextWanted), run,
                button("again", Feather.ROTATE_CCW, listener::againWanted),
                button("spotlight", Feather.TARGET, listener::spotlightWanted),
                button("black", Feather.SQUARE, listener::blackWanted), theme,
                button("keys", Feather.HELP_CIRCLE, listener::keysWanted),
                button("end", Feather.X, listener::endWanted));
        setOpacity(0);
        setVisible(false);
        rest.setOnFinished(e -> {
            if (!isHover()) {
                sleep();
            } else {
                rest.playFromStart();
            }
        });
        fade.setOnFinished(e -> setVisible(shown.get()));
    }

    private static Button button(String name, Ikon icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("stage." + name);
        button.getStyleClass().add("icon-button");
        button.setFocusTraversable(false); // Space is the next scene's
        Hint.give(button, Texts.get("stage." + name + "Hint"));
        button.setAccessibleText(Texts.get("stage." + name));
        button.setOnAction(e -> action.run());
        return button;
    }

    /// Whether they are there.
    ReadOnlyBooleanProperty shownProperty() {
        return shown;
    }

    /// The mouse moved.
    void wake() {
        rest.playFromStart();
        if (!shown.get()) {
            shown.set(true);
            setVisible(true);
            fadeTo(1);
        }
    }

    private void sleep() {
        shown.set(false);
        fadeTo(0);
    }

    private void fadeTo(double opacity) {
        fade.stop();
        if (Motion.isReduced()) {
            setOpacity(opacity);
            setVisible(opacity > 0);
        } else {
            fade.setFromValue(getOpacity());
            fade.setToValue(opacity);
            fade.playFromStart();
        }
    }

    void showPlace(int scene, int scenes) {
        place.setText(Texts.get("stage.of", scene + 1, scenes));
    }

    void showRunning(boolean running) {
        icon(run, running ? Feather.PAUSE : Feather.PLAY);
    }

    void setTheme(Theme shownTheme) {
        icon(theme, shownTheme.isDark() ? Feather.SUN : Feather.MOON);
    }

    private static void icon(Button button, Ikon icon) {
        Node graphic = button.getGraphic();
        if (graphic instanceof FontIcon shownIcon && shownIcon.getIconCode() != icon) {
            shownIcon.setIconCode(icon);
        }
    }
}
