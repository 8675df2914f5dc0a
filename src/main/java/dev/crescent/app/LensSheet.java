package dev.crescent.app;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import dev.crescent.ui.lens.LensStrip;
import dev.crescent.ui.picture.Caption;
import dev.crescent.ui.picture.LensPane;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.theme.Palette;

/// What is under the lens as a picture: the network with the numbers of a part of a step, and the formulas.
final class LensSheet {
    private static final double MARGINS = 48;

    private LensSheet() {}

    /// @param of the moment before the step
    static Sheet of(Snapshot of, LensStrip.Shown seen, Palette colors) {
        Evaluator evaluator = new CpuEngine().evaluator((Model.Network) of.experiment().model(), of.dataset().inputShape());
        LensPane pane = new LensPane(of.experiment(), of.dataset(), evaluator, colors.theme(), seen.marks(),
                LensStrip.formulas(seen, Sheet.WIDTH - MARGINS));
        String subject = seen.step().count() == 1 ? Texts.get("picture.lens", seen.about())
                : Texts.get("picture.lensSample", seen.about(), seen.sample() + 1, seen.step().count());
        return new Sheet(ShippedTitles.local(of.experiment().title()), subject,
                Caption.of(of.epoch(), of.train(), of.test()), pane, pane.room() * Sheet.WIDTH, pane.room() * Sheet.HEIGHT, 0,
                () -> pane.ready(of.parameters()));
    }
}
