package dev.crescent.lesson;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import java.util.List;

/// Refuses views that would stay empty.
public final class ShotChecks {
    private ShotChecks() {}

    /// As far as that is known without the data.
    ///
    /// @throws InvalidSettingException with the key of the first view that has nothing to show
    static void check(Camera camera, Experiment experiment) {
        List<Shot> shots = camera.shots();
        for (int i = 0; i < shots.size(); i++) {
            check(shots.get(i), experiment, "camera.views[" + i + "]");
        }
    }

    /// Likewise, with the data at hand: of a table it was not known before.
    ///
    /// @throws InvalidSettingException with the key of the first view that has nothing to show
    public static void check(Camera camera, Dataset data) {
        List<Shot> shots = camera.shots();
        for (int i = 0; i < shots.size(); i++) {
            Shot.View view = shots.get(i).view();
            String key = "camera.views[" + i + "].view";
            if (view == Shot.View.OUTPUT && data.plane() == null) {
                throw new InvalidSettingException(key,
                        "\"output\" shows a plane, and the scene's table does not have two features; use \"network\" or \"curves\"");
            }
            if ((view == Shot.View.PIXELS || view == Shot.View.PAD) && !data.hasImages()) {
                throw new InvalidSettingException(key, "\"" + view.id()
                        + "\" shows images, and the scene's data are a table; use \"network\" or \"curves\"");
            }
        }
    }

    private static void check(Shot shot, Experiment experiment, String path) {
        Source source = experiment.data().source();
        boolean points = source instanceof Source.Points || source instanceof Source.Painted;
        boolean images = source instanceof Source.Digits || source instanceof Source.Images;
        switch (shot.view()) {
            case PIXELS, PAD -> {
                if (points) {
                    throw new InvalidSettingException(path + ".view", "\"" + shot.view().id()
                            + "\" shows images, and the scene's data are points; give it images, such as \"from\": \"builtin:digits\"");
                }
            }
            case OUTPUT -> {
                if (images) {
                    throw new InvalidSettingException(path + ".view",
                            "\"output\" shows a plane, and the scene's data are images; use \"pixels\", \"pad\", \"network\" or \"curves\"");
                }
            }
            case HIDDEN, NETWORK, CURVES, RACE -> { }
        }
        if (experiment.model() instanceof Model.Network network && shot.layer() > network.layers().size()) {
            throw new InvalidSettingException(path + ".layer", "must be at most " + network.layers().size()
                    + ", the number of the network's layers, is " + number(shot.layer()));
        }
    }

    private static String number(double layer) {
        return layer == Math.rint(layer) ? Long.toString((long) layer) : Double.toString(layer);
    }
}
