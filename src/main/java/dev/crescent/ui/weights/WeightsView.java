package dev.crescent.ui.weights;

import dev.crescent.ui.PaintedView;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;

/// All weights and biases of a network: one heat map a layer, all on one color scale.
///
/// Shows the newest tables it is given, painted at most once a frame. All methods run on the JavaFX thread.
public final class WeightsView extends PaintedView {
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<WeightMatrix> layers = List.of();

    public WeightsView() {
        super(600, 360, Texts.get("weights.picture"));
        getStyleClass().add("weights-view");
    }

    /// Shows layers, in their order.
    public void show(List<WeightMatrix> newest) {
        layers = List.copyOf(newest);
        repaint();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        repaint();
    }

    @Override
    protected void paint(Pen g, double width, double height) {
        WeightScale scale = new WeightScale(palette, layers);
        double room = height - WeightScale.HEIGHT;
        List<Slot> slots = Slot.of(layers, width, room);
        boolean numbers = slots.stream().allMatch(HeatMap::hasNumbers);
        for (Slot slot : slots) {
            new HeatMap(g, palette, scale, slot, numbers).paint();
        }
        double bottom = slots.stream().mapToDouble(Slot::bottom).max().orElse(room);
        scale.paintLegend(g, slots.stream().mapToDouble(Slot::x).min().orElse(0), Math.min(room, bottom));
    }
}
