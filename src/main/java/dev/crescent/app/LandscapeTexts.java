package dev.crescent.app;

import dev.crescent.insight.landscape.MeasuredSamples;
import dev.crescent.insight.landscape.Place;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.Landscape;

/// What is said of every landscape. Pure.
final class LandscapeTexts {
    private LandscapeTexts() {}

    /// On what its losses are measured, a sentence.
    static String measured(LandscapeWorker.Found of) {
        MeasuredSamples measured = of.measured();
        String part = Texts.get("descent.loss." + measured.part().name());
        String samples = measured.isWhole() ? Texts.get("descent.whole", measured.of(), part)
                : Texts.get("descent.some", measured.samples().count(), measured.of(), part);
        int side = of.grid().side();
        String points = of.grid().isComplete() ? Texts.get("descent.points", side)
                : Texts.get("descent.progress", of.grid().known(), side * side);
        return samples + " " + points + " " + Texts.get("descent.directions", of.directions());
    }

    /// The loss that the picture shows at a ball. What lies below the scale has one color and height: there it is the
    /// landscape's own.
    ///
    /// @param drawn what the picture's colors say
    static double drawn(Landscape landscape, LandscapeWorker.Found of, double drawn, Place ball) {
        return landscape.scale().isClipped(drawn) && ball.isFinite() ? of.grid().filled().at(ball.a(), ball.b()) : drawn;
    }
}
