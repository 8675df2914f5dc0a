package dev.crescent.ui.race;

import dev.crescent.ui.landscape.Track;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// Whose ball is whose, in a line or as many as it takes: a picture's key.
public final class BallKeys extends FlowPane {
    private static final double RADIUS = 8;

    public BallKeys(List<Track> tracks, Palette palette) {
        super(16, 6);
        for (Track track : tracks) {
            BallBadge badge = new BallBadge(RADIUS);
            badge.show(track.letter(), track.color(), palette);
            Label name = new Label(track.name(), badge);
            name.setGraphicTextGap(6);
            name.setMinWidth(USE_PREF_SIZE);
            getChildren().add(name);
        }
    }
}
