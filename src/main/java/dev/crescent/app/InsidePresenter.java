package dev.crescent.app;

import dev.crescent.data.digits.Centering;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.insight.image.KernelLook;
import dev.crescent.insight.image.Peak;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.InsideView;
import dev.crescent.ui.digits.LayerImage;
import dev.crescent.ui.digits.Loupe;
import dev.crescent.ui.digits.UnitCard;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/// Shows what goes on inside the network: every layer's images, the numbers under the loupe, and of a chosen unit what it
/// looks through and what excites it most.
final class InsidePresenter {
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);

    private final InsideView view;
    private final UnitCard card;
    private final Popup popup = new Popup();
    private final IntConsumer askExciting;
    private @Nullable Snapshot snapshot;
    private DigitReader.@Nullable Reading reading;
    private @Nullable Pointed pointed;
    private @Nullable Chosen chosen;

    private record Pointed(int shown, int unit, int row, int column) {}

    private record Chosen(int shown, int layer, int unit) {}

    /// @param askExciting called with a layer whose most exciting images are wanted; -1 for none
    InsidePresenter(InsideView view, UnitCard card, IntConsumer askExciting) {
        this.view = view;
        this.card = card;
        this.askExciting = askExciting;
        card.getStyleClass().add("popover-card");
        popup.getContent().setAll(card);
        popup.setAutoHide(true);
        // It grows upwards when its images come, and never over the strip.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT);
        popup.setOnHidden(e -> choose(null));
        view.setListener(new Input());
    }

    void show(Snapshot newest, DigitReader.Reading newestReading) {
        Snapshot before = snapshot;
        if (before != null && !before.experiment().model().equals(newest.experiment().model())) {
            popup.hide(); // there may be no such unit any more
        }
        snapshot = newest;
        reading = newestReading;
        view.show(newestReading.layers());
        showLoupe();
    }

    /// Shows what excites the chosen unit most, if that is what was found.
    void showExciting(Snapshot of, int layer, List<List<Peak>> peaks) {
        Chosen now = chosen;
        if (now == null || now.layer != layer || now.unit >= peaks.size()) {
            return;
        }
        card.showExciting(peaks.get(now.unit).stream().map(peak -> new UnitCard.Exciting(
                DigitReader.ink(of.dataset().train().inputs(), peak.sample() * Centering.SIDE * Centering.SIDE, of.experiment()),
                Centering.SIDE, Centering.SIDE, ClassNames.shown(of.dataset().classNames()).get(of.dataset().train().labels()[peak.sample()]),
                peak.value())).toList());
    }

    void close() {
        popup.hide();
    }

    private void choose(@Nullable Chosen next) {
        chosen = next;
        view.select(next == null ? -1 : next.shown, next == null ? 0 : next.unit);
        askExciting.accept(next == null ? -1 : next.layer);
    }

    private void showLoupe() {
        Pointed at = pointed;
        Snapshot of = snapshot;
        DigitReader.Reading read = reading;
        if (at == null || of == null || read == null || at.shown >= read.shown().size()) {
            view.showLoupe(null);
            return;
        }
        int layer = read.shown().get(at.shown);
        List<Layer> layers = ((Model.Network) of.experiment().model()).layers();
        if (layer < 0 || !(layers.get(layer) instanceof Layer.Conv conv)) {
            view.showLoupe(null);
            return;
        }
        ParameterLayout layout = ParameterLayout.of((Model.Network) of.experiment().model(), SHAPE);
        LayerImage output = read.layers().get(at.shown);
        // What stands between two layers that are shown passes its input on.
        LayerImage input = read.layers().get(at.shown - 1);
        List<Integer> inputShape = List.of(input.units(), input.rows(), input.columns());
        slice(layout, layer).ifPresent(slice -> {
            float[] values = at.shown == 1 ? DigitReader.scaled(input.values(), of.experiment()) : input.values();
            KernelLook look = KernelLook.at(conv, slice, of.parameters(), inputShape, values, at.unit, at.row, at.column);
            view.showLoupe(new Loupe(look.patch(), look.kernel(), conv.kernel(), conv.kernel(), look.channel(), input.units(),
                    look.bias(), look.sum(), output.values()[(at.unit * output.rows() + at.row) * output.columns() + at.column]));
        });
    }

    private static Optional<ParameterLayout.Slice> slice(ParameterLayout layout, int layer) {
        return layout.slices().stream().filter(slice -> slice.layer() == layer).findFirst();
    }

    /// What a unit looks through: a kernel an input channel, or its weights in the shape of what it sees.
    private static UnitCard.Weights weights(Snapshot of, int layer, int unit) {
        Model.Network network = (Model.Network) of.experiment().model();
        UnitCard.Weights none = new UnitCard.Weights(0, 1, 1, new float[0]);
        Optional<ParameterLayout.Slice> found = slice(ParameterLayout.of(network, SHAPE), layer);
        if (found.isEmpty() || !(network.layers().get(layer) instanceof Layer.Conv || network.layers().get(layer) instanceof Layer.Dense)) {
            return none;
        }
        ParameterLayout.Slice slice = found.get();
        List<Integer> shape = slice.weightShape();
        int each = slice.weightCount() / shape.getFirst();
        float[] values = new float[each];
        System.arraycopy(of.parameters(), slice.weightOffset() + unit * each, values, 0, each);
        if (shape.size() == 4) {
            return new UnitCard.Weights(shape.get(1), shape.get(2), shape.get(3), values);
        }
        List<Integer> seen = layer == 0 ? SHAPE : Shapes.of(network, SHAPE).get(layer - 1);
        return seen.size() == 3 ? new UnitCard.Weights(seen.get(0), seen.get(1), seen.get(2), values) : none;
    }

    /// What the user does with the strip.
    private final class Input implements InsideView.Listener {
        @Override
        public void selected(int shown, int unit) {
            Snapshot of = snapshot;
            DigitReader.Reading read = reading;
            popup.hide();
            if (of == null || read == null || read.shown().get(shown) < 0) {
                view.select(-1, 0);
                return;
            }
            int layer = read.shown().get(shown);
            choose(new Chosen(shown, layer, unit));
            card.show(name(read.layers().get(shown), layer, unit), weights(of, layer, unit));
            open();
        }

        /// Layers of a kind are told apart by their numbers; an output is its class.
        private static String name(LayerImage image, int layer, int unit) {
            return switch (image.kind()) {
                case CLASSES -> Texts.get("digits.outputCard", image.unitNames().get(unit));
                case MAPS -> Texts.get("digits.mapCard", image.name(), layer + 1, unit + 1);
                case UNITS, IMAGE -> Texts.get("digits.unitCard", image.name(), layer + 1, unit + 1);
            };
        }

        private void open() {
            Node anchor = view;
            var place = anchor.localToScreen(anchor.getBoundsInLocal());
            if (place != null) {
                popup.show(anchor, place.getCenterX(), place.getMinY());
                popup.setAnchorX(Math.rint(place.getCenterX() - popup.getWidth() / 2));
            }
        }

        @Override
        public void hovered(int shown, int unit, int row, int column) {
            pointed = new Pointed(shown, unit, row, column);
            showLoupe();
        }

        @Override
        public void left() {
            pointed = null;
            view.showLoupe(null);
        }
    }
}
