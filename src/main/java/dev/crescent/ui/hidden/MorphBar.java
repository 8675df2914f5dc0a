package dev.crescent.ui.hidden;

import dev.crescent.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The way through the layers: a button that plays it, and a slider with a mark at every stage.
final class MorphBar extends HBox {
    /// More names than this have no room.
    private static final int MOST_NAMES = 9;

    private final Button play = new Button("", new FontIcon(Feather.PLAY));
    private final Slider slider = new Slider(0, 1, 0);
    private List<String> names = List.of();

    MorphBar() {
        super(8);
        setAlignment(Pos.TOP_CENTER);
        play.setId("hidden.play");
        play.getStyleClass().addAll("framed", "small-control");
        slider.setId("hidden.slider");
        slider.setAccessibleText(Texts.get("hidden.slider"));
        slider.setTooltip(new Tooltip(Texts.get("hidden.sliderHint")));
        slider.setShowTickMarks(true);
        slider.setShowTickLabels(true);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Double value) {
                int stage = (int) Math.round(value);
                return stage >= 0 && stage < names.size() ? names.get(stage) : "";
            }

            @Override
            public Double fromString(String text) {
                return (double) names.indexOf(text);
            }
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        getChildren().setAll(play, slider);
        showPlaying(false, true);
    }

    Button play() {
        return play;
    }

    Slider slider() {
        return slider;
    }

    /// Names the stages.
    void setStages(List<String> stages) {
        if (stages.equals(names)) {
            return;
        }
        names = List.copyOf(stages);
        slider.setMax(Math.max(1, names.size() - 1));
        slider.setMajorTickUnit(Math.max(1, Math.ceilDiv(names.size() - 1, MOST_NAMES)));
        slider.requestLayout();
    }

    /// @param allowed whether there is motion at all
    void showPlaying(boolean playing, boolean allowed) {
        ((FontIcon) play.getGraphic()).setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
        play.setDisable(!allowed);
        String text = Texts.get(playing ? "hidden.pause" : "hidden.play");
        play.setAccessibleText(text);
        if (play.getTooltip() == null || !play.getTooltip().getText().equals(text)) {
            play.setTooltip(new Tooltip(Texts.get(playing ? "hidden.pause" : "hidden.playHint")));
        }
    }
}
