package dev.crescent.app;

import dev.crescent.data.digits.Centering;
import dev.crescent.data.digits.Preparation;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.InsideView;
import dev.crescent.ui.digits.MistakesView;
import dev.crescent.ui.digits.PadView;
import dev.crescent.ui.digits.PredictionView;
import dev.crescent.ui.digits.WhyView;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Pictures of what the digit room shows of a drawing, and of the images that the network misreads. All methods run on the
/// JavaFX thread.
///
/// @param title of the network
record DigitsSheets(Supplier<String> title, PadView pad, PredictionView prediction, WhyView why, InsideView inside,
        MistakesView mistakes) {
    private static final double MISREAD_WIDTH = 400;
    private static final double MISREAD_HEIGHT = 460;

    /// What there are pictures of now.
    List<ShownView> pictures() {
        List<ShownView> all = new ArrayList<>();
        Preparation drawn = pad.preparation();
        if (!drawn.isEmpty()) {
            all.add(new ShownView("prediction", colors -> sheet("picture.prediction",
                    prediction.again(colors, pad.preparation().centered(), Centering.SIDE), 760, 440)));
            if (!why.isEmpty()) {
                all.add(new ShownView("why", colors -> sheet("picture.why", why.again(colors), 800, 460)));
            }
            all.add(new ShownView("inside", colors -> sheet("picture.inside", inside.again(colors), 1100, 420)));
        }
        if (!mistakes.isEmpty()) {
            all.add(new ShownView("misread", colors -> new Sheet(title.get(), mistakes.subject(), "",
                    new StackPane(mistakes.again(colors)),
                    MISREAD_WIDTH, MISREAD_HEIGHT)));
        }
        return all;
    }

    private Sheet sheet(String subject, Region content, double width, double height) {
        return new Sheet(title.get(), Texts.get(subject), prediction.subject(), content, width, height);
    }
}
