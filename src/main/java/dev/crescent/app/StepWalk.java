package dev.crescent.app;

import dev.crescent.insight.step.DenseStack;
import dev.crescent.insight.step.Focus;
import dev.crescent.insight.step.LensStep;
import dev.crescent.insight.step.Phase;
import java.util.List;

/// Where one is in a step under the lens, and whose numbers are looked at; knows no view.
final class StepWalk {
    private LensStep step;
    private List<Phase> phases;
    private int at;
    private int sample;
    private Focus focus = Focus.unit(-1, 0);

    StepWalk(LensStep step) {
        this.step = step;
        this.phases = Phase.of(step.depth());
    }

    LensStep step() {
        return step;
    }

    int at() {
        return at;
    }

    int sample() {
        return sample;
    }

    Focus focus() {
        return focus;
    }

    Phase phase() {
        return phases.get(at);
    }

    boolean isLast() {
        return at == phases.size() - 1;
    }

    /// Goes on with another step, at the same place if there is one.
    ///
    /// @param fromStart whether it is walked through from its start
    void go(LensStep next, boolean fromStart) {
        step = next;
        phases = Phase.of(next.depth());
        sample = fromStart ? 0 : Math.min(sample, next.count() - 1);
        goTo(fromStart ? 0 : Math.min(at, phases.size() - 1));
    }

    void goTo(int phase) {
        at = Math.clamp(phase, 0, phases.size() - 1);
        int layer = phase().layer(step.depth(), focus.layer());
        boolean same = layer == focus.layer();
        look(layer, focus.unit(), same && !(phase() instanceof Phase.Loss) ? focus.input() : Focus.UNIT);
    }

    void goToSample(int number) {
        sample = Math.floorMod(number, step.count());
    }

    /// Looks at a unit or a link, in the part of the step that is about its layer.
    void pick(int layer, int unit, int input) {
        int wanted = switch (phase()) {
            case Phase.Update _ -> layer < 0 ? -1 : at;
            case Phase.Backward _ -> layer < 0 ? -1 : phases.indexOf(new Phase.Backward(layer));
            case Phase.Loss _ -> layer < 0 ? -1 : layer == step.depth() - 1 && input == Focus.UNIT ? at : phases.indexOf(new Phase.Backward(layer));
            case Phase.Sample _, Phase.Forward _ -> layer < 0 ? 0 : phases.indexOf(new Phase.Forward(layer));
        };
        if (wanted >= 0) {
            at = wanted;
            look(layer, unit, input);
        }
    }

    /// The next unit of the layer; in the update, which is about all layers, of the next layer behind the last.
    void nextUnit(int by) {
        int units = units(focus.layer());
        int unit = focus.unit() + by;
        if (phase() instanceof Phase.Update && (unit < 0 || unit >= units)) {
            int layer = Math.floorMod(focus.layer() + by, step.depth());
            look(layer, unit < 0 ? units(layer) - 1 : 0, Focus.UNIT);
        } else {
            look(focus.layer(), Math.floorMod(unit, units), Focus.UNIT);
        }
    }

    /// The next link into the unit, then its bias, then the unit itself.
    void nextLink(int by) {
        if (focus.layer() < 0 || phase() instanceof Phase.Loss) {
            return;
        }
        DenseStack.Dense layer = step.stack().layers().get(focus.layer());
        int biases = layer.biases() < 0 || phase() instanceof Phase.Forward ? 0 : 1;
        int unit = phase() instanceof Phase.Update ? 0 : 1;
        int place = focus.isUnit() ? 0 : focus.isBias() ? layer.inputs() + unit : focus.input() + unit;
        int next = Math.floorMod(place + by, layer.inputs() + biases + unit);
        look(focus.layer(), focus.unit(), next < unit ? Focus.UNIT : next - unit < layer.inputs() ? next - unit : Focus.BIAS);
    }

    private int units(int layer) {
        return layer < 0 ? step.stack().inputs() : step.stack().layers().get(layer).units();
    }

    private void look(int layer, int unit, int input) {
        int of = Math.clamp(unit, 0, units(layer) - 1);
        int inputs = layer < 0 ? 0 : step.stack().layers().get(layer).inputs();
        int from = input >= inputs || layer < 0 ? Focus.UNIT : input;
        focus = new Focus(layer, of, from);
        if (phase() instanceof Phase.Update && (focus.isUnit() || focus.parameter(step.stack()) < 0)) {
            focus = new Focus(layer, of, mostChanged(layer, of));
        }
    }

    /// An update is one of a weight, not of a unit.
    private int mostChanged(int layer, int unit) {
        DenseStack.Dense of = step.stack().layers().get(layer);
        int best = 0;
        double most = -1;
        for (int i = 0; i < of.inputs(); i++) {
            double change = Math.abs(step.update(of.weight(unit, i)).change());
            if (change > most) {
                most = change;
                best = i;
            }
        }
        return best;
    }
}
