package dev.crescent.app;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.DescentStep;
import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.insight.descent.StepFormula;
import dev.crescent.insight.descent.StepLine;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.BallForces;
import dev.crescent.ui.race.LensView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows one racer's last step under the lens, at once or line by line, and what of it is drawn around its ball.
///
/// While a step is walked through, the race has taken it already, but nothing else shows it until the last line: the ball
/// moves when its formula says so.
final class LensPresenter {
    private final LensView view;
    private int known; // lines of the last step that the walk has come to
    private int lines; // that it has

    LensPresenter(LensView view) {
        this.view = view;
    }

    /// Whether a step is in the middle of being explained.
    boolean isInStep() {
        return view.isSlow() && known < lines;
    }

    /// All of the last step is to be seen.
    void finish() {
        known = lines;
    }

    /// Goes on by one line.
    ///
    /// @param step lets the race take its next step, if it can
    /// @param racer whose step is looked at
    void nextLine(Runnable step, Racer racer) {
        if (known < lines) {
            known++;
        } else {
            int before = racer.descent().count();
            step.run();
            if (racer.descent().count() > before) {
                known = 1;
            }
        }
        show(racer);
    }

    void show(Racer racer) {
        DescentStep last = racer.descent().last().orElse(null);
        if (last == null) {
            known = 0;
            lines = 0;
            view.showStart(Texts.get("lens.start", racer.name()), racer.letter(), racer.color());
            return;
        }
        List<StepLine> x = StepFormula.of(last.x());
        lines = x.size();
        known = view.isSlow() ? Math.min(known, lines) : lines;
        view.show(new LensView.Step(Texts.get("lens.step", racer.name(), Numbers.exact(last.number())), racer.letter(),
                racer.color(), x, StepFormula.of(last.y()), known));
    }

    /// What moves a racer's ball: in the middle of a step what has been explained of it, else what it has after the last.
    @Nullable BallForces forces(Racer racer) {
        DescentStep last = racer.descent().last().orElse(null);
        PlaneVector at = isInStep() && last != null ? last.from() : racer.descent().at();
        double[] slope = new double[2];
        racer.descent().function().gradient(at.x(), at.y(), slope);
        if (!Double.isFinite(slope[0] + slope[1] + at.x() + at.y())) {
            return null;
        }
        String momentum = momentum(racer.optimizer());
        String squares = squares(racer.optimizer());
        return new BallForces(at, racer.color(), new PlaneVector(slope[0], slope[1]),
                last != null && hasCome(last, momentum) ? last.momentumUsed() : null,
                last != null && hasCome(last, squares) ? last.squaresUsed() : null, momentum, squares);
    }

    /// Whether the optimizer has such a number, and the walk through the step has come to it.
    private boolean hasCome(DescentStep last, String target) {
        return !target.isEmpty() && (!isInStep()
                || StepFormula.of(last.x()).stream().limit(known).anyMatch(line -> line.target().equals(target)));
    }

    /// The name that the formulas have for the remembered direction; empty for none.
    private static String momentum(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.momentum() > 0 ? "v" : "";
            case Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> "m";
            case Optimizer.Lion _ -> "c";
            case Optimizer.RmsProp _, Optimizer.AdaGrad _, Optimizer.AdaDelta _ -> "";
        };
    }

    /// The name that the formulas have for the accumulated squares; empty for none.
    private static String squares(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.RmsProp _, Optimizer.AdaGrad _, Optimizer.AdaDelta _ -> "a";
            case Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> "v";
            case Optimizer.Sgd _, Optimizer.Lion _ -> "";
        };
    }
}
