package dev.crescent.ui.picture;

import dev.crescent.ui.race.RaceTable;
import dev.crescent.ui.race.RaceView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lanes of a race, below them its results where it has some, and what the lanes show.
public final class LanesPane extends VBox {
    private static final double FRAME = 90;
    private static final double LANE = 52;
    private static final double LINE = 24;

    /// @param results none or one
    /// @param said what stands below
    public LanesPane(RaceView lanes, List<RaceTable> results, List<? extends Node> said) {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(lanes);
        getChildren().addAll(results);
        getChildren().addAll(said);
        lanes.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(lanes, Priority.SOMETIMES);
    }

    /// The height that a picture needs for so many optimizers.
    public static double height(int optimizers, boolean results) {
        return FRAME + LANE * optimizers + (results ? LINE * (optimizers + 2) + 16 : 0) + 2 * LINE;
    }
}
