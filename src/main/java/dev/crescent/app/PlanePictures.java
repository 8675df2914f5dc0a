package dev.crescent.app;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Region;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.picture.Caption;
import dev.crescent.ui.picture.PlanePane;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.points.OutputPanel;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.points.PlaneSwitches;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Pictures of the plane as it is shown: its part on screen, with the switches and the pin, at the moment that is shown. What
/// the mouse is over on its way to the menu is not in them: always the output is.
final class PlanePictures {
    private final OutputPanel panel;
    private @Nullable Snapshot shown;

    PlanePictures(OutputPanel panel) {
        this.panel = panel;
    }

    /// Another moment is shown.
    void show(Snapshot next) {
        shown = next;
    }

    /// A picture of it; none while it is not shown, or where that is what `crescent render` draws.
    List<ShownView> pictures() {
        Snapshot of = shown;
        return of != null && panel.showsPlane() && of.dataset().plane() != null
                && of.experiment().model() instanceof Model.Network && !isPlain(of)
                ? List.of(new ShownView("plane", this::sheet)) : List.of();
    }

    private boolean isPlain(Snapshot of) {
        OutputView view = panel.view();
        return view.switches().equals(PlaneSwitches.USUAL) && view.pinned() == null
                && view.region().equals(Region.around(of.dataset()));
    }

    private Sheet sheet(Palette colors) {
        Snapshot of = Objects.requireNonNull(shown);
        Evaluator evaluator = new CpuEngine().evaluator((Model.Network) of.experiment().model(), of.dataset().inputShape());
        PlanePane pane = new PlanePane(panel.view(), of.experiment(), of.dataset(), evaluator, colors, of.parameters());
        return Sheet.roomy(ShippedTitles.local(of.experiment().title()), PlanePane.subject(of.dataset().task()),
                Caption.of(of.epoch(), of.train(), of.test()), pane, () -> pane.ready(of.parameters()));
    }
}
