package dev.crescent.app;

import dev.crescent.lesson.Beat;
import dev.crescent.lesson.Shot;
import dev.crescent.ui.picture.PictureKind;
import java.util.List;

/// Makes the views that a camera wants.
final class StageShots {
    private StageShots() {}

    static List<StageShot> of(Beat beat, Workbench bench, Failures failures) {
        boolean alone = beat.camera().shots().size() == 1;
        return beat.camera().shots().stream().map(shot -> of(shot, beat, alone, bench, failures)).toList();
    }

    private static StageShot of(Shot shot, Beat beat, boolean alone, Workbench bench, Failures failures) {
        return switch (shot.view()) {
            case OUTPUT -> new PlaneShot(shot.zoom(), alone, failures);
            case HIDDEN -> new HiddenShot(shot.layer(), failures);
            case NETWORK -> new PictureShot(PictureKind.NETWORK, failures);
            case CURVES -> new PictureShot(PictureKind.LOSS, failures);
            case RACE -> new RaceShot(bench, beat.pace().stepsPerSecond(), failures);
            case PIXELS -> new PixelsShot(shot.zoom(), shot.sample(), alone);
            case PAD -> new PadShot(failures);
        };
    }
}
